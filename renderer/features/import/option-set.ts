import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { BASIS_KINDS } from '#shared/domain/basis'
import { basisOfWord } from '#shared/domain/import/basis-words'
import { stageOfWord } from '#shared/domain/import/stage-words'
import { asksForSilence, WISHED, wishOf } from '#shared/domain/import/wish'
import { STAGES } from '#shared/domain/stage'
import { fold } from '#shared/lib/fold'
import type { Option } from '#renderer/ui/select'
import type { ColumnPlan, Inspected } from './plan-draft.ts'

type Values = NonNullable<Inspected['columns'][number]['values']>
/** What the cells of a column may stand for, and what each probably does; null = nobody knows. */
export type OptionSet = { options: readonly Option[]; guess: (cell: string) => string | null }

/** A column of stages, owners, sources or wishes; null for any other, and where there is too much in it to be one. */
export function useOptionSet(reps: Output<'app.state'>['reps']) {
  const { t } = useTranslation()
  const nothing = { id: '', name: t('import.valueNothing') }
  return ({ field, wishIs = 'yes' }: ColumnPlan, values: Values | null): OptionSet | null => {
    if (values === null || values.length === 0) return null
    const wished = (name: string): Option => ({ id: WISHED, name })
    if (field === 'stage')
      return {
        options: [
          nothing,
          ...STAGES.map((id) => ({ id, name: t(`common.stage.${id}`) })),
          wished(t('import.field.doNotCall')),
        ],
        guess: (cell) => (asksForSilence(cell) ? WISHED : stageOfWord(cell)),
      }
    if (field === 'doNotCall' || field === 'doNotEmail')
      return {
        options: [{ id: '', name: t('import.noWish') }, wished(t(`import.field.${field}`))],
        guess: (cell) => {
          const said = wishOf(cell, wishIs)
          return said === null ? null : said ? WISHED : ''
        },
      }
    if (field === 'owner') {
      const team = reps.filter(({ active }) => active)
      return {
        options: [nothing, ...team],
        guess: (cell) => team.find(({ name }) => fold(name) === fold(cell))?.id ?? null,
      }
    }
    if (field === 'basis') return bases(t, nothing)
    return field === 'source' ? sources(values, nothing) : null
  }
}

const bases = (t: TFunction, nothing: Option): OptionSet => ({
  options: [nothing, ...BASIS_KINDS.map((id) => ({ id, name: t(`calling.basisKind.${id}`) })), withdrawn(t)],
  guess: (cell) => {
    const said = basisOfWord(cell)
    return said === undefined ? null : said === null ? '' : said.given ? said.kind : WITHDRAWN
  },
})
/** As a cell may say it, in the words of `basisOfWord`. */
const WITHDRAWN = 'withdrawn'
const withdrawn = (t: TFunction): Option => ({ id: WITHDRAWN, name: t('calling.basisGiven.withdrawn') })

/** One spelling for each, by what it is folded: the commonest. */
export function spellingsOf(values: Values): Map<string, string> {
  const spelt = new Map<string, string>()
  for (const { cell } of values) if (!spelt.has(fold(cell))) spelt.set(fold(cell), cell)
  return spelt
}

function sources(values: Values, nothing: Option): OptionSet {
  const spelt = spellingsOf(values)
  return {
    options: [nothing, ...[...spelt.values()].map((name) => ({ id: name, name }))],
    guess: (cell) => spelt.get(fold(cell)) ?? cell,
  }
}

/** What a cell stands for: as somebody said, else as guessed. */
export const meaningOf = (cell: string, set: OptionSet, said: ColumnPlan['values']): string | null =>
  said?.[fold(cell)] ?? set.guess(cell)
