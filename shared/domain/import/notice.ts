import { fold } from '../../lib/fold.ts'
import { ROW_NOTICES, type Odd, type Place, type RowNotice } from './watch.ts'

/** What somebody should know of a file before it comes in; the screen words them. */
export const NOTICES = [
  ...ROW_NOTICES,
  'in_one_column',
  'hidden_rows',
  'hidden_columns',
  'merged_cells',
  'formulas_unworked',
  'no_header',
  'several_people',
  'duplicate_headers',
  'nameless_columns',
  'mixed_line_ends',
  'nuls_removed',
  'control_characters',
] as const
export type NoticeKind = (typeof NOTICES)[number]

export type Notice = { kind: NoticeKind; count: number; places: Place[]; columns: string[] }

const SHOWN = 5

/** What is known of a file besides its rows. */
export type About = {
  /** As the header has them, before they are made unlike each other. */
  named: readonly string[]
  header: readonly string[]
  hasHeader: boolean
  /** In how many ways its lines end. */
  lineEnds: number
  nuls: number
  controls: number
  hiddenRows: number
  /** From 0. */
  hiddenColumns: readonly number[]
  merges: number
  /** Columns about somebody else in the row. */
  ofOthers?: readonly string[]
  /** Formulas that have no value in the file. */
  unworked: number
  /** A sheet whose table stands whole in its first column. */
  isInOneColumn: boolean
}

/** In the order of NOTICES, only what there is something to say about. `odd`: what its rows showed. */
export function noticesOf(about: About, odd: ReadonlyMap<RowNotice, Odd>): Notice[] {
  const found = NOTICES.map((kind) => ({ kind, ...(odd.get(kind as RowNotice) ?? ABOUT[kind]?.(about)) }))
  return found
    .map(({ kind, count = 0, places = [], columns = [] }) => ({
      kind,
      count: count || places.length || columns.length,
      places,
      columns: columns.slice(0, SHOWN),
    }))
    .filter(({ count }) => count > 0)
}

const ABOUT: Readonly<Partial<Record<NoticeKind, (about: About) => Partial<Odd>>>> = {
  in_one_column: ({ isInOneColumn }) => ({ count: isInOneColumn ? 1 : 0 }),
  hidden_rows: ({ hiddenRows }) => ({ count: hiddenRows }),
  hidden_columns: ({ hiddenColumns, header }) => ({
    columns: header.filter((_, index) => hiddenColumns.includes(index)),
  }),
  merged_cells: ({ merges }) => ({ count: merges }),
  formulas_unworked: ({ unworked }) => ({ count: unworked }),
  no_header: ({ hasHeader }) => ({ count: hasHeader ? 0 : 1 }),
  several_people: ({ ofOthers = [] }) => ({ columns: [...ofOthers] }),
  duplicate_headers: ({ named }) => ({ columns: repeated(named.filter((name) => name.trim() !== '')) }),
  nameless_columns: ({ named, header, hasHeader }) => ({
    count: hasHeader ? header.filter((_, index) => !named[index]?.trim()).length : 0,
  }),
  mixed_line_ends: ({ lineEnds }) => ({ count: lineEnds > 1 ? lineEnds : 0 }),
  nuls_removed: ({ nuls }) => ({ count: nuls }),
  control_characters: ({ controls }) => ({ count: controls }),
}

function repeated(names: readonly string[]): string[] {
  const groups = Map.groupBy(names, (name) => fold(name))
  return [...groups.values()].flatMap(([first = '', ...others]) => (others.length > 0 ? [first.trim()] : []))
}
