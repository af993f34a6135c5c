import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import type { LeadsFilter } from '#shared/contract/leads-filter'
import { keysOf } from '#shared/lib/table'
import { useFormat, type Format } from '#renderer/ui/format'

export type Choices = Output<'leads.choices'>
type Known = { t: TFunction; format: Format; lists: Named[]; reps: Named[]; choices: Choices | null }
type Named = { id: string; name: string }
type Filled = { [K in keyof LeadsFilter]-?: NonNullable<LeadsFilter[K]> }
type Words = { [K in keyof Filled]: (value: Filled[K], known: Known) => string }

const nameIn = (names: readonly Named[], id: string) => names.find((each) => each.id === id)?.name ?? '…'
const said = (label: string, values: readonly string[]) => `${label}: ${values.join(', ')}`

/** Both ends: "3-6", "from 3", "to 6". */
function ends(
  { from, to }: { from: number | string | null; to: number | string | null },
  { t, format }: Known,
) {
  const show = (end: number | string) => (typeof end === 'number' ? format.number(end) : format.date(end))
  if (from !== null && to !== null) return `${show(from)} – ${show(to)}`
  if (from !== null) return t('leads.filter.from', { value: show(from) })
  return to === null ? '' : t('leads.filter.to', { value: show(to) })
}

export const countryName = (code: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code

const WORDS: Words = {
  text: (text, { format }) => format.quote(text),
  lists: (ids, { t, lists }) =>
    said(
      t('leads.list'),
      ids.map((id) => nameIn(lists, id)),
    ),
  stages: (stages, { t }) =>
    said(
      t('leads.stage'),
      stages.map((id) => t(`common.stage.${id}`)),
    ),
  sources: (keys, { t, choices }) =>
    said(
      t('leads.column.source'),
      keys.map(
        (key) =>
          choices?.sources.find((source) => source.key === key)?.name ?? (key || t('leads.filter.none')),
      ),
    ),
  owners: (owners, { t, reps }) =>
    said(
      t('leads.column.owner'),
      owners.map((owner) =>
        owner === 'me' || owner === 'nobody' ? t(`leads.filter.owner.${owner}`) : nameIn(reps, owner),
      ),
    ),
  reasons: (reasons, { t }) =>
    said(
      t('leads.column.reason'),
      reasons.map((id) => t(`call.reason.${id as 'timing'}`, id)),
    ),
  outcomes: (outcomes, { t }) =>
    said(
      t('leads.column.lastOutcome'),
      outcomes.map((id) => (id === 'never' ? t('leads.never') : t(`call.outcome.${id as 'busy'}`))),
    ),
  countries: (codes, { t, format }) =>
    said(
      t('leads.column.country'),
      codes.map((code) => countryName(code, format.locale)),
    ),
  importId: (id, { t, choices }) => said(t('leads.filter.import'), [nameIn(choices?.imports ?? [], id)]),
  attempts: (range, known) => said(known.t('leads.column.attempts'), [ends(range, known)]),
  dials: (range, known) => said(known.t('leads.column.dials'), [ends(range, known)]),
  fit: (range, known) => said(known.t('leads.column.fit'), [ends(range, known)]),
  bant: (range, known) => said(known.t('leads.column.bant'), [ends(range, known)]),
  arrived: (days, known) => said(known.t('leads.column.arrived'), [ends(days, known)]),
  lastDial: (days, known) => said(known.t('leads.column.lastDial'), [ends(days, known)]),
  untouched: (days, { t }) => t('leads.filter.untouchedFor', { count: days }),
  aged: (days, { t }) => t('leads.filter.agedFor', { count: days }),
  promised: (which, { t }) => t(`leads.filter.promisedIs.${which}`),
  waking: (which, { t }) => t(`leads.filter.wakingIs.${which}`),
  hasNumber: (has, { t }) => t(`leads.filter.numberIs.${has ? 'yes' : 'no'}`),
  suppressed: (is, { t }) => t(`leads.filter.suppressedIs.${is ? 'yes' : 'no'}`),
  extra: (columns, { format }) =>
    columns.map(({ header, contains }) => `${header}: ${format.quote(contains)}`).join(' · '),
}

export type Condition = { key: keyof LeadsFilter; text: string }

/** Every condition of a filter in words; what was typed stands in its field already. */
export function useConditions(
  filter: LeadsFilter,
  { lists, reps }: Pick<Output<'app.state'>, 'lists' | 'reps'>,
  choices: Choices | null,
): Condition[] {
  const { t } = useTranslation()
  const format = useFormat()
  const known: Known = { t, format, lists, reps, choices }
  return keysOf(WORDS).flatMap((key) => {
    const value = filter[key]
    if (value === undefined || key === 'text') return []
    const words = WORDS[key] as (value: unknown, known: Known) => string
    return [{ key, text: words(value, known) }]
  })
}
