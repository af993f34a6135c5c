import type { Input, Output } from '#shared/contract/api'
import type { MendedRow } from '#shared/contract/import-plan'
import { spellingsOf } from './option-set.ts'

export type Inspected = Output<'import.inspect'>
export type Plan = Input<'import.check'>['plan']
export type ColumnPlan = Plan['columns'][number]
export type NewList = NonNullable<Plan['newList']>
type ListChoice = { kind: 'old'; listId: string } | { kind: 'new'; list: NewList }

/** What somebody decides about a file; the rest of the plan was found out by the engine. */
export type Draft = {
  columns: readonly ColumnPlan[]
  /** The columns are as they were the last time, and not as suggested. */
  isSaved: boolean
  list: ListChoice
  mode: Plan['mode']
  source: string
  ownerId: string | null
  cost: Cost | null
  basis: string
  ground: NonNullable<Plan['ground']> | null
  /** Rows that were written anew in the grid. */
  mended: readonly MendedRow[]
  /** Letters that were read wrongly before are read as they were meant. */
  mendLetters: boolean
}
type Cost = NonNullable<Plan['cost']>

export type Surroundings = Pick<Output<'app.state'>, 'lists' | 'settings'>

/** Suggestions taken over; what looks sensitive, and what has neither a name nor a value, is left out. */
export const suggestedColumns = ({ columns }: Inspected): ColumnPlan[] =>
  columns.map(({ index, suggestion, sensitive, nameless, empty }) => ({
    index,
    field: sensitive || (nameless && empty) ? 'skip' : (suggestion?.field ?? null),
    rule: 'fill',
    ...(suggestion?.wishIs ? { wishIs: suggestion.wishIs } : {}),
  }))

/** As they came in the last time, where a header is known. */
export const columnsOf = (inspected: Inspected): ColumnPlan[] =>
  suggestedColumns(inspected).map(
    (column) => inspected.saved?.columns.find(({ index }) => index === column.index) ?? column,
  )

export function draftOf(inspected: Inspected, { lists, settings }: Surroundings): Draft {
  const onDesk = lists.find(({ id }) => id === settings.listId) ?? lists[0]
  return {
    columns: columnsOf(inspected),
    list: onDesk
      ? { kind: 'old', listId: onDesk.id }
      : { kind: 'new', list: newList(inspected, settings.language) },
    isSaved: inspected.saved !== null,
    mode: inspected.saved?.mode ?? 'create_update',
    source: '',
    ownerId: null,
    cost: null,
    basis: '',
    ground: null,
    mended: [],
    mendLetters: false,
  }
}

export const newList = ({ name }: Pick<Inspected, 'name'>, language: 'es' | 'en'): NewList => ({
  name: name.replace(/\.[^.]+$/, ''),
  business: true,
  country: language === 'es' ? 'ES' : 'GB',
  language,
  costMinor: null,
  currency: null,
  basis: null,
})

export function planOf(inspected: Inspected, draft: Draft, lists: Surroundings['lists']): Plan {
  const { list, cost } = draft
  const basis = draft.basis.trim() || null
  const newList =
    list.kind === 'new'
      ? { ...list.list, costMinor: cost?.minor ?? null, currency: cost?.currency ?? null, basis }
      : null
  const country =
    list.kind === 'new' ? list.list.country : lists.find(({ id }) => id === list.listId)?.country
  return {
    name: inspected.name,
    encoding: inspected.encoding,
    delimiter: inspected.delimiter,
    entry: inspected.entry,
    sheet: inspected.sheet,
    headerLine: inspected.headerLine,
    headerRows: inspected.headerRows,
    columns: draft.columns.map((column) => ({ ...column, ...speltAlike(inspected, column) })),
    listId: list.kind === 'old' ? list.listId : null,
    newList,
    mode: draft.mode,
    country: country ?? 'ES',
    source: draft.source.trim() || null,
    ownerId: draft.ownerId,
    cost,
    basis,
    ground: draft.ground,
    mended: [...draft.mended],
    mendLetters: draft.mendLetters,
    emptyWords: inspected.emptyWords,
  }
}

/** A source that is written in two ways is one, as the dialog of its values shows it. */
function speltAlike({ columns }: Inspected, { index, field, values: said }: ColumnPlan): Partial<ColumnPlan> {
  const values = columns.find((each) => each.index === index)?.values
  if (field !== 'source' || !values) return {}
  const spelt = spellingsOf(values)
  return spelt.size < values.length ? { values: { ...Object.fromEntries(spelt), ...said } } : {}
}

const IDENTITY: readonly ColumnPlan['field'][] = [
  'externalId',
  'fullName',
  'givenName',
  'familyName',
  'email',
  'phone',
  'mobile',
]

/** What is newer is told by a date of the row's own. */
export const lacksDate = ({ columns, mode }: Draft): boolean =>
  mode !== 'create' &&
  columns.some(({ field, rule }) => rule === 'newest' && field !== 'skip') &&
  !columns.some(({ field }) => field === 'updatedAt' || field === 'arrivedAt')

/** Without one of these every row is an error: said before it is checked. */
export const saysWho = ({ columns }: Draft): boolean => columns.some(({ field }) => IDENTITY.includes(field))
