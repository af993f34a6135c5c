import { reasonKind } from '#shared/domain/reason'
import { daysRange, UNTIL_EMPLOYER } from '#shared/domain/reason-set'
import type { SetWords } from '../catalogue/catalogue.ts'
import type { Terms } from '../catalogue/use-terms.ts'
import type { Entry, Problem } from './reason.ts'

/** Everything about reasons in words, names as they stand in what is edited. */
export function reasonWords({ t, language }: Terms, entries: readonly Entry[]) {
  const name = (code: string): string => {
    const label = entries.find((entry) => entry.code === code)?.label
    return label?.[language].trim() || t(`call.reason.${code as 'timing'}`)
  }
  /** For how long it holds, or when it wakes. */
  const lasts = ({ code, exit, days }: Pick<Entry, 'code' | 'exit' | 'days'>): string => {
    const kind = reasonKind(code)
    if (kind === null) return ''
    if (kind === 'competitor_contract') return t('reasons.lasts.beforeEnd', { count: days ?? 0 })
    if (days !== null) return t(`reasons.lasts.${exit === 'nurture' ? 'wakes' : 'holds'}`, { count: days })
    if (kind === 'timing') return t('reasons.lasts.quarter')
    if (UNTIL_EMPLOYER.includes(kind)) return t('reasons.lasts.employer')
    if (kind === 'bad_data') return t('reasons.lasts.number')
    return t(kind === 'do_not_call' ? 'reasons.lasts.always' : 'reasons.lasts.profile')
  }
  const boundsOf = (code: string) => {
    const kind = reasonKind(code)
    const exit = entries.find((entry) => entry.code === code)?.exit
    const [least = 0, most = 0] = (kind && exit && daysRange(kind, exit)) || []
    return { least, most }
  }
  const shared: SetWords<Entry, Problem> = {
    title: t('reasons.title'),
    note: t('reasons.note'),
    readOnly: t('reasons.readOnly'),
    entry: t('reasons.column.name'),
    own: t('reasons.own'),
    add: t('reasons.add'),
    name,
    field: (of) => (of === 'code' ? '' : t(`reasons.field.${of}`)),
    refusal: ({ reason, subject, by }: Problem) =>
      t(`reasons.refused.${reason}`, {
        reason: subject === null || reason === 'none-left' ? '' : name(subject),
        outcome: reason === 'none-left' ? t(`call.outcome.${subject as 'nurture'}`) : '',
        by: by === null ? '' : name(by),
        ...boundsOf(subject ?? ''),
      }),
  }
  return { ...shared, lasts, boundsOf }
}
export type ReasonWords = ReturnType<typeof reasonWords>
