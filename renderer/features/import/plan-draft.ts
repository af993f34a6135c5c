import type { Input, Output } from '#shared/contract/api'

export type Inspected = Output<'import.inspect'>
export type Plan = Input<'import.check'>['plan']
export type ColumnPlan = Plan['columns'][number]
export type NewList = NonNullable<Plan['newList']>
export type ListChoice = { kind: 'old'; listId: string } | { kind: 'new'; list: NewList }

/** What somebody decides about a file; the rest of the plan was found out by the engine. */
export type Draft = { columns: readonly ColumnPlan[]; list: ListChoice; mode: Plan['mode']; source: string }

export type Surroundings = Pick<Output<'app.state'>, 'lists' | 'settings'>

/** Suggestions taken over; what looks sensitive, and what has neither a name nor a value, is left out. */
export const columnsOf = ({ columns }: Inspected): ColumnPlan[] =>
  columns.map(({ index, suggestion, sensitive, nameless, empty }) => ({
    index,
    field: sensitive || (nameless && empty) ? 'skip' : (suggestion?.field ?? null),
    rule: 'fill',
  }))

export function draftOf(inspected: Inspected, { lists, settings }: Surroundings): Draft {
  const onDesk = lists.find(({ id }) => id === settings.listId) ?? lists[0]
  return {
    columns: columnsOf(inspected),
    list: onDesk
      ? { kind: 'old', listId: onDesk.id }
      : { kind: 'new', list: newList(inspected, settings.language) },
    mode: 'create_update',
    source: '',
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
  const { list } = draft
  const country =
    list.kind === 'new' ? list.list.country : lists.find(({ id }) => id === list.listId)?.country
  return {
    name: inspected.name,
    encoding: inspected.encoding,
    delimiter: inspected.delimiter,
    headerLine: inspected.headerLine,
    columns: [...draft.columns],
    listId: list.kind === 'old' ? list.listId : null,
    newList: list.kind === 'new' ? list.list : null,
    mode: draft.mode,
    country: country ?? 'ES',
    source: draft.source.trim() || null,
    emptyWords: inspected.emptyWords,
  }
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

/** Without one of these every row is an error: said before it is checked. */
export const saysWho = ({ columns }: Draft): boolean => columns.some(({ field }) => IDENTITY.includes(field))
