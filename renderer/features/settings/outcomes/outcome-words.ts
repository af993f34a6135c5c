import type { Delay } from '#shared/domain/delay'
import { OUTCOMES, type Need } from '#shared/domain/outcome'
import { ruleOf } from '#shared/domain/outcome-set'
import type { SetWords } from '../catalogue/catalogue.ts'
import type { Terms } from '../catalogue/use-terms.ts'
import type { Entry, Problem } from './outcome.ts'

/** Everything about outcomes in words, names as they stand in what is edited. */
export function outcomeWords({ t, language, format, commandWords }: Terms, entries: readonly Entry[]) {
  const name = (code: string): string => {
    const label = entries.find((entry) => entry.code === code)?.label
    return label?.[language].trim() || t(`call.outcome.${code as 'busy'}`)
  }
  const delay = (of: Delay | null): string => {
    if (of === null) return ''
    if (of.by === 'ladder')
      return t(of.sameDay ? 'outcomes.delayed.ladder' : 'outcomes.delayed.ladderNextDay')
    if (of.by === 'now') return t('outcomes.delayed.now')
    if (of.by === 'minutes') return t('outcomes.delayed.minutes', { count: of.minutes })
    if (of.by === 'once') return t('outcomes.delayed.once', { count: of.minutes })
    if (of.by === 'hours') return t('outcomes.delayed.hours', { count: of.hours })
    return t('outcomes.delayed.days', { count: of.days, part: t(`outcomes.parts.${of.part}`) })
  }
  const needs = (of: readonly Need[]): string =>
    new Intl.ListFormat(format.locale).format(of.map((need) => t(`outcomes.need.${need}`)))
  const shared: SetWords<Entry, Problem> = {
    title: t('outcomes.title'),
    note: t('outcomes.note'),
    readOnly: t('outcomes.readOnly'),
    entry: t('outcomes.column.name'),
    own: '',
    add: t('outcomes.add'),
    name,
    field: (of) => (of === 'code' ? '' : t(`outcomes.field.${of}`)),
    refusal: ({ reason, subject, by }: Problem) =>
      t(`outcomes.refused.${reason}`, {
        outcome: subject === null ? '' : name(subject),
        by: by === null ? '' : entries.some(({ code }) => code === by) ? name(by) : commandWords(by),
      }),
  }
  return {
    ...shared,
    delay,
    needs,
    next: (entry: Entry) => delay(ruleOf(entry).delay),
    flags: ({ kind }: Entry) =>
      OUTCOMES[kind].flags.map((flag) => t(`outcomes.flag.${flag}`)).join(', ') || t('outcomes.noFlag'),
    effects: ({ kind }: Entry) => OUTCOMES[kind].effects.map((effect) => t(`outcomes.effect.${effect}`)),
  }
}
export type OutcomeWords = ReturnType<typeof outcomeWords>
