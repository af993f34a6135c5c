import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

import { useFormat } from '#renderer/ui/format'
import type { Policy } from './calling.tsx'

type Rule = Policy['packs'][number]['rules'][number]
type Spans = NonNullable<Rule['hours']>['weekdays']

const pad = (number: number) => String(number).padStart(2, '0')
/** `09:30`; 24:00 is the end of a day. */
const timeOf = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`

/** Packs and states by their names in the reader's language. */
export function useNames(states: Policy['states']) {
  const { t } = useTranslation()
  const { locale } = useFormat()
  const countryName = (code: string) => new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code
  const subjectName = (id: string): string =>
    id === 'default'
      ? t('calling.everywhereElse')
      : (states.find((state) => state.id === id)?.name ?? countryName(id))
  return { countryName, subjectName }
}

/** A rule in one sentence. */
export function useRuleText(): (rule: Rule) => string {
  const { t } = useTranslation()
  return useCallback(
    ({ kind, hours, lists, within, months }) => {
      if (kind === 'hours' && hours) {
        const spans = (of: Spans) =>
          of.map(([from, to]) => `${timeOf(from)}–${timeOf(to)}`).join(', ') || t('calling.none')
        const days = (['weekdays', 'saturday', 'sunday'] as const).map(
          (day) => `${t(`calling.day.${day}`)} ${spans(hours[day])}`,
        )
        return [...days, ...(hours.holidays ? [] : [t('calling.noHolidays')])].join('; ')
      }
      if (kind === 'screening') {
        const names = lists.map((list) => t(`calling.register.${list}`)).join(', ')
        return within === 'campaign'
          ? t('calling.screenCampaign', { lists: names })
          : t('calling.screenDays', { lists: names, count: within ?? 0 })
      }
      return t(`calling.kind.${kind}`, { count: months ?? 0 })
    },
    [t],
  )
}
