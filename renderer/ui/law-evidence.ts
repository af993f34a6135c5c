import type { TFunction } from 'i18next'

type Read = (code: string, t: TFunction, locale: string) => string

/** `ctps 2026-03-10`: which register, and its day where that matters. */
const registerOf: Read = (code, t, locale) => {
  const [list = '', day] = code.split(' ')
  const register = t(`queue.register.${list}` as 'queue.register.tps', { defaultValue: list })
  return day ? t('queue.registerOf', { register, day: dayIn(day, locale) }) : register
}
const dayIn = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(day))

/** What a rule of law saw, read out in the reader's language; by rule. */
export const LAW_EVIDENCE: Readonly<Record<string, Read>> = {
  screened: registerOf,
  screening_missing: registerOf,
  screening_stale: registerOf,
  review_overdue: (day, _, locale) => dayIn(day, locale),
  suppressed_company: (day, _, locale) => dayIn(day, locale),
}
