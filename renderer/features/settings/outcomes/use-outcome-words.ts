import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import type { Delay } from '#shared/domain/delay'
import { OUTCOMES, type Need } from '#shared/domain/outcome'
import { ruleOf } from '#shared/domain/outcome-set'
import { useCommandWords } from '#renderer/ui/command-words'
import { useFormat } from '#renderer/ui/format'
import type { Entries, Entry } from './entry.ts'

type Reason = Extract<Output<'outcome.save'>, { kind: 'refused' }>['reasons'][number]

/** Everything about outcomes in words, names as they stand in what is edited. */
export function useOutcomeWords(entries: Entries) {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  const commandWords = useCommandWords()
  return useMemo(() => {
    const language = i18n.language === 'es' ? 'es' : 'en'
    const ours = (code: string) => t(`call.outcome.${code as 'busy'}`)
    const name = (code: string): string => {
      const label = entries.find((entry) => entry.code === code)?.label
      return label?.[language].trim() || ours(code)
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
    return {
      name,
      delay,
      needs,
      next: (entry: Entry) => delay(ruleOf(entry).delay),
      flags: ({ kind }: Entry) =>
        OUTCOMES[kind].flags.map((flag) => t(`outcomes.flag.${flag}`)).join(', ') || t('outcomes.noFlag'),
      effects: ({ kind }: Entry) => OUTCOMES[kind].effects.map((effect) => t(`outcomes.effect.${effect}`)),
      refusal: ({ reason, subject, by }: Reason) =>
        t(`outcomes.refused.${reason}`, {
          outcome: subject === null ? '' : name(subject),
          by: by === null ? '' : entries.some(({ code }) => code === by) ? name(by) : commandWords(by),
        }),
    }
  }, [t, i18n.language, format, commandWords, entries])
}
export type OutcomeWords = ReturnType<typeof useOutcomeWords>
