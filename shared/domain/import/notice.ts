import { fold } from '../../lib/fold.ts'
import type { CsvRecord, LineEnd } from './csv.ts'
import { orderOfCell } from './date-order.ts'
import type { Column } from './mapping.ts'
import { hasMonthsForNumbers } from './months.ts'

/** What somebody should know of a file before it comes in; the screen words them. */
export const NOTICES = [
  'quote_open',
  'quote_stray',
  'months_for_numbers',
  'dates_ambiguous',
  'dates_mixed',
  'hidden_rows',
  'hidden_columns',
  'merged_cells',
  'ragged_rows',
  'no_header',
  'duplicate_headers',
  'nameless_columns',
  'mixed_line_ends',
  'nuls_removed',
  'control_characters',
] as const
export type NoticeKind = (typeof NOTICES)[number]

/** `until`: the other line it is about. */
export type Place = { line: number; until: number | null }
export type Notice = { kind: NoticeKind; count: number; places: Place[]; columns: string[] }

const SHOWN = 5

/** All that is known of a file once its first rows were read. */
export type Seen = {
  /** As the header has them, before they are made unlike each other. */
  named: readonly string[]
  header: readonly string[]
  hasHeader: boolean
  rows: readonly CsvRecord[]
  columns: readonly Pick<Column, 'index' | 'dates'>[]
  lineEnds: ReadonlySet<LineEnd>
  nuls: number
  controls: number
  hiddenRows: number
  hiddenColumns: ReadonlySet<number>
  merges: number
}

/** In the order of NOTICES, only what there is something to say about. */
export function noticesOf(seen: Seen): Notice[] {
  const found = NOTICES.map((kind) => ({ kind, ...EACH[kind](seen) }))
  return found
    .map(({ kind, count = 0, places = [], columns = [] }) => ({
      kind,
      count: count || places.length || columns.length,
      places: places.slice(0, SHOWN),
      columns: columns.slice(0, SHOWN),
    }))
    .filter(({ count }) => count > 0)
}

const EACH: Readonly<Record<NoticeKind, (seen: Seen) => Partial<Omit<Notice, 'kind'>>>> = {
  quote_open: ({ rows }) => ({ places: placesOf(rows, ({ quote }) => quote === 'open') }),
  quote_stray: ({ rows }) => ({ places: placesOf(rows, ({ quote }) => quote === 'stray') }),
  months_for_numbers: (seen) => ({ columns: columnsWhere(seen, hasMonthsForNumbers) }),
  dates_ambiguous: ({ columns, header }) => ({
    columns: columns
      .filter(({ dates }) => dates !== null && dates.decidedBy === null)
      .map(({ index }) => header[index] ?? ''),
  }),
  dates_mixed: (seen) => ({ columns: columnsWhere(seen, hasBothOrders) }),
  hidden_rows: ({ hiddenRows }) => ({ count: hiddenRows }),
  hidden_columns: ({ hiddenColumns, header }) => ({
    columns: header.filter((_, index) => hiddenColumns.has(index)),
  }),
  merged_cells: ({ merges }) => ({ count: merges }),
  ragged_rows: ({ rows, header }) => ({
    places: placesOf(rows, ({ cells }) => isRagged(cells, header.length)),
  }),
  no_header: ({ hasHeader }) => ({ count: hasHeader ? 0 : 1 }),
  duplicate_headers: ({ named }) => ({ columns: repeated(named.filter((name) => name.trim() !== '')) }),
  nameless_columns: ({ named, header, hasHeader }) => ({
    count: hasHeader ? header.filter((_, index) => !named[index]?.trim()).length : 0,
  }),
  mixed_line_ends: ({ lineEnds }) => ({ count: lineEnds.size > 1 ? lineEnds.size : 0 }),
  nuls_removed: ({ nuls }) => ({ count: nuls }),
  control_characters: ({ controls }) => ({ count: controls }),
}

const isRagged = (cells: readonly string[], width: number): boolean =>
  cells.length < width || cells.slice(width).some((cell) => cell.trim() !== '')

const placesOf = (rows: readonly CsvRecord[], is: (row: CsvRecord) => boolean): Place[] =>
  rows.filter(is).map(({ line, clash }) => ({ line, until: clash ?? null }))

const columnsWhere = ({ header, rows }: Seen, is: (cells: readonly string[]) => boolean): string[] =>
  header.filter((_, index) => is(rows.map(({ cells }) => cells[index]?.trim() ?? '').filter(Boolean)))

function hasBothOrders(cells: readonly string[]): boolean {
  const orders = new Set(cells.map(orderOfCell))
  return orders.has('dmy') && orders.has('mdy')
}

function repeated(names: readonly string[]): string[] {
  const groups = Map.groupBy(names, (name) => fold(name))
  return [...groups.values()].flatMap(([first = '', ...others]) => (others.length > 0 ? [first.trim()] : []))
}
