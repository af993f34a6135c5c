import type { TFunction } from 'i18next'
import { useCallback } from 'react'
import { useLocale } from 'react-aria-components'
import { useTranslation } from 'react-i18next'

/** The shape of the contract's `condition`. */
export type RuleSeen = { rule: string; evidence: string | null }

/** One condition of "may I call?" in words; what the rule saw goes into them. */
export function useRuleWords(): (seen: RuleSeen) => string {
  const { t, i18n } = useTranslation()
  const { locale } = useLocale()
  return useCallback(
    ({ rule, evidence }) => {
      const seen = evidence === null ? '' : (EVIDENCE[rule]?.(evidence, t, locale) ?? evidence)
      const key = `queue.rule.${rule}`
      if (i18n.exists(key)) return t(key as 'queue.rule.ok', { evidence: seen })
      return [rule.replaceAll(/[-_]/g, ' '), seen].filter(Boolean).join(' ')
    },
    [t, i18n, locale],
  )
}

type Read = (code: string, t: TFunction, locale: string) => string

/** `ctps 2026-03-10`: which register, and its day where that matters. */
const registerOf: Read = (code, t, locale) => {
  const [list = '', day] = code.split(' ')
  const register = t(`queue.register.${list}` as 'queue.register.tps', { defaultValue: list })
  return day ? t('queue.registerOf', { register, day: dayIn(day, locale) }) : register
}
const dayIn = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(day))

/** Evidence that is a code is read out in the reader's language. */
const EVIDENCE: Readonly<Record<string, Read>> = {
  no_rules: (code, _, locale) => countryOf(code, locale),
  zone_unknown: (code, _, locale) => countryOf(code, locale),
  screened: registerOf,
  screening_missing: registerOf,
  screening_stale: registerOf,
  review_overdue: (day, _, locale) => dayIn(day, locale),
  no_consent: (code, _, locale) => countryOf(code, locale),
  stage: (code, t) => t(`common.stage.${code}` as 'common.stage.lead', { defaultValue: code }),
}

const countryOf = (code: string, locale: string): string =>
  /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code) : code
