import type { Draft, Inspected } from './plan-draft.ts'
import type { Row } from './rows-table.tsx'
import { shownColumns, TELLING } from './shown-columns.ts'

export type MendColumn = { index: number; header: string }

/** Columns that a row can be known by, or that are marked somewhere, in the order of the file. */
export function mendColumns(inspected: Inspected, draft: Draft, rows: readonly Row[]): MendColumn[] {
  const marked = new Set(rows.flatMap(({ problems }) => problems.map(({ column }) => column)))
  const shown = new Set(shownColumns(inspected, draft).map(({ index }) => index))
  return inspected.columns
    .filter(({ index }) => marked.has(index) || shown.has(index))
    .map(({ index, header }) => ({ index, header }))
}

/** About the whole row: what says who it is can mend it. */
const OF_ROW: ReadonlySet<string> = new Set(['nobody', 'nobody_to_update', 'id_of_another'])

/** The columns of a row that want a hand: those marked, or those that could say who it is about. */
export function wrongColumns(
  problems: readonly Row['problems'][number][],
  columns: readonly MendColumn[],
  draft: Draft,
): ReadonlySet<number> {
  const marked = problems.flatMap(({ column }) => (column === null ? [] : [column]))
  if (!problems.some(({ problem }) => OF_ROW.has(problem))) return new Set(marked)
  const telling = draft.columns.filter(({ field }) => field !== 'company' && TELLING.includes(field))
  const shown = telling.filter(({ index }) => columns.some((column) => column.index === index))
  return new Set([...marked, ...shown.map(({ index }) => index)])
}
