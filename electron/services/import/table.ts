import type { CsvRecord } from '#shared/domain/import/csv'
import { commonest } from '#shared/domain/import/delimiter'
import { belowHeader, headerNames, joinedHeader } from '#shared/domain/import/header'
import { suggestColumns, type Column } from '#shared/domain/import/mapping'

/** `named`: the header as the file has it; `header`: a name for each column. */
export type Table = { named: string[]; header: string[]; rows: CsvRecord[]; width: number }
type Found = Parameters<typeof belowHeader>[0] & { isSheet: boolean }

/** What stands under a header, by the first records of a file. */
export function tableOf(records: readonly CsvRecord[], { isSheet, ...found }: Found): Table {
  const place = belowHeader(found)
  const { header: above = [], row: rows = [] } = Object.groupBy(
    records,
    (record) => place(record) ?? 'neither',
  )
  const whole = joinedHeader(above.map(({ cells }) => cells))
  const width = isSheet
    ? sheetWidth(whole, rows)
    : Math.max(whole.length, commonest(rows.map(({ cells }) => cells.length)))
  const named = isSheet ? whole.slice(0, width) : whole
  return { named, header: headerNames(named, width), rows, width }
}

/** What each column is probably about; see `suggestColumns`. */
export const columnsOf = ({ named, header, rows }: Table, country: string): Column[] =>
  suggestColumns(
    header.map((name, index) => ({ name, nameless: !named[index]?.trim() })),
    rows.map(({ cells }) => cells),
    country,
  )

/** Columns of nothing after which whatever comes is a note beside the table. */
const MOST_BETWEEN = 10

/** A sheet has no end of a line: its table is as wide as its header, and as what stands close to it. */
function sheetWidth(header: readonly string[], rows: readonly CsvRecord[]): number {
  const filled: boolean[] = []
  for (const cells of [header, ...rows.map((row) => row.cells)])
    for (const [index, cell] of cells.entries()) filled[index] ||= cell.trim() !== ''
  let width = header.findLastIndex((cell) => cell.trim() !== '') + 1
  if (width === 0) width = filled.indexOf(true) + 1
  for (let next = filled.indexOf(true, width); next !== -1 && next - width < MOST_BETWEEN;) {
    width = next + 1
    next = filled.indexOf(true, width)
  }
  return width
}
