import type { ImportPlan } from '#shared/contract/import-plan'
import { dayOf } from '#shared/domain/calendar'
import { saysUtc } from '#shared/domain/import/date'
import { customOrder, orderOfCell } from '#shared/domain/import/date-order'
import type { DateOrder } from '#shared/domain/import/field'
import type { CsvRecord } from '#shared/domain/import/csv'
import { belowHeader, headerNames, joinedHeader } from '#shared/domain/import/header'
import { unmojibaked } from '#shared/domain/import/mojibake'
import { noticesOf, type Notice } from '#shared/domain/import/notice'
import { rowReader } from '#shared/domain/import/read-row'
import type { ReadColumn, Row, RowPlan } from '#shared/domain/import/row'
import {
  kindColumnOf,
  timeColumnOf,
  wishColumnOf,
  areaColumnOf,
  extensionColumnOf,
} from '#shared/domain/import/synonyms'
import { rowWatch } from '#shared/domain/import/watch'
import { SIGNAL_KINDS } from '#shared/domain/profile'
import { allRecordsOf, recordsOf, type Reading } from './records.ts'
import { NOTHING_ODD, type OddTable } from './scan.ts'

/** All that a reading thread is started with. */
type ReadStart = { path: string; plan: ImportPlan; zone: string; odd?: OddTable; at: number }

/** `bytes` of the file were read so far. `notices` come with the last one, which has no rows. */
export type ReadBatch = { header: string[]; rows: Row[]; bytes: number; notices?: Notice[] }

const ROWS = 250
/** Columns of a file of rejected rows that say why, and nothing of anybody. */
const OURS: ReadonlySet<string> = new Set(['_line', '_reason'])
const DATED: ReadonlySet<string> = new Set(['arrivedAt', 'updatedAt', 'basisOn', ...SIGNAL_KINDS])

/** The rows of a file, read by its plan, a few at a time. Throws AppError 'unreadable-file'. */
export async function* rowsOf(start: ReadStart): AsyncGenerator<ReadBatch> {
  const { rows: written, named, header } = await headersOf(start)
  const mended = new Map((start.plan.mended ?? []).map((row) => [row.line, { ...row, quote: null }]))
  const read = rowReader(await rowPlanOf(start, { header, rows: written }))
  const skipped = start.plan.columns.filter(({ field }) => field === 'skip').map(({ index }) => index)
  const watch = rowWatch(header, new Set(skipped))
  const lettered = lettersBy(start.plan)
  let [ends, last] = [0, 0]
  for await (const { records, bytes, lineEnds, suspect } of recordsOf(start.path, start.plan)) {
    ;[ends, last] = [lineEnds.size, bytes]
    for (let at = 0; at < records.length; at += ROWS) {
      const rows = records.slice(at, at + ROWS).map((written) => {
        const byHand = mended.get(written.line)
        const record = byHand ?? lettered(written, suspect)
        watch.look(record, suspect || byHand !== undefined)
        return read(record)
      })
      yield { header, rows, bytes }
    }
  }
  const about = { ...(start.odd ?? NOTHING_ODD), named, header, hasHeader: start.plan.headerLine > 0 }
  yield { header, rows: [], bytes: last, notices: noticesOf({ ...about, lineEnds: ends }, watch.found()) }
}

/** Letters that were read in another encoding before, as they were meant; those of no letter at all as unreadable. */
function lettersBy({
  mendLetters,
  encoding,
}: ImportPlan): (record: CsvRecord, suspect: boolean) => CsvRecord {
  const mend = mendLetters ? (cell: string) => unmojibaked(cell) ?? cell : (cell: string) => cell
  const isWestern = encoding === 'windows-1252'
  if (!mendLetters && !isWestern) return (record) => record
  return (record, suspect) =>
    (suspect || mendLetters) && record.cells.some((cell) => MENDABLE.test(cell))
      ? { ...record, cells: record.cells.map((cell) => mend(cell).replace(NO_LETTER, '\ufffd')) }
      : record
}
const MENDABLE = /[^\0-\x7f]|&/
const NO_LETTER = /[\x80-\x9f]/g

/** As the file has it, with a name for each column that is planned. */
export const headerOf = async (start: Headed): Promise<string[]> => (await headersOf(start)).header
type Header = { header: string[]; rows: string[][] }

/** What it takes to find the header. */
type Headed = { path: string; plan: Reading & { columns: readonly { index: number }[] } }

/** `rows`: as they stand in the file; `named`: put together. */
export async function headersOf({ path, plan }: Headed): Promise<Header & { named: string[] }> {
  const place = belowHeader(plan)
  const named: string[][] = []
  const width = Math.max(0, ...plan.columns.map(({ index }) => index + 1))
  const names = () => {
    const joined = joinedHeader(named)
    return { rows: named, named: joined, header: headerNames(joined, Math.max(joined.length, width)) }
  }
  for await (const { records } of allRecordsOf(path, plan))
    for (const record of records) {
      const where = place(record)
      if (where === 'row') return names()
      if (where === 'header') named.push(record.cells)
    }
  return names()
}

export async function rowPlanOf(start: ReadStart, { header, rows }: Header): Promise<RowPlan> {
  const { plan, zone } = start
  const orders = await ordersOf(start)
  /** A column that is a field of its own says nothing of another. */
  const unread = (at: number | undefined) =>
    plan.columns.some(({ index, field }) => index === at && field !== null && field !== 'skip')
      ? undefined
      : at
  const columns = plan.columns.flatMap(({ index, field, rule, values, wishIs }): ReadColumn[] => {
    const name = header[index] ?? ''
    if (field === 'skip' || OURS.has(name)) return []
    const order = orders.get(index) ?? customOrder(plan.country)
    const isNumber = field === 'phone' || field === 'mobile'
    const kindIn = isNumber ? kindColumnOf(name, header) : undefined
    const wishIn = isNumber ? wishColumnOf(name, header) : undefined
    const areaIn = isNumber ? unread(areaColumnOf(name, header)) : undefined
    const extensionIn = isNumber ? unread(extensionColumnOf(name, header)) : undefined
    const timeIn = field === 'arrivedAt' ? timeColumnOf(name, header) : undefined
    return [
      {
        index,
        field,
        rule,
        header: name,
        order,
        ...(values ? { values } : {}),
        ...(wishIs ? { wishIs } : {}),
        ...(kindIn === undefined ? {} : { kindIn }),
        ...(wishIn === undefined ? {} : { wishIn }),
        ...(areaIn === undefined ? {} : { areaIn }),
        ...(extensionIn === undefined ? {} : { extensionIn }),
        ...(timeIn === undefined ? {} : { timeIn }),
        ...(saysUtc(name) ? { zone: 'UTC' } : {}),
      },
    ]
  })
  return {
    columns,
    width: header.length,
    header: rows,
    country: plan.country,
    source: plan.source,
    ownerId: plan.ownerId ?? null,
    capsStage: plan.capsStage,
    ground: plan.ground,
    today: dayOf(zone, start.at),
    emptyWords: plan.emptyWords,
    zone,
  }
}

/** The order of every column of dates: as planned, else by the first cell in the whole file that allows one only. */
async function ordersOf({ path, plan }: ReadStart): Promise<Map<number, DateOrder>> {
  const dated = plan.columns.filter(({ field }) => field !== null && DATED.has(field))
  const orders = new Map(dated.flatMap(({ index, dates }) => (dates ? [[index, dates] as const] : [])))
  const open = new Set(dated.map(({ index }) => index).filter((index) => !orders.has(index)))
  if (open.size === 0) return orders
  for await (const { records } of recordsOf(path, plan)) {
    for (const { cells } of records)
      for (const index of open) {
        const order = orderOfCell(cells[index] ?? '')
        if (order === null) continue
        orders.set(index, order)
        if (order !== 'ymd') open.delete(index)
      }
    // A year in front decides only where no other cell of the first rows does.
    for (const index of orders.keys()) open.delete(index)
    if (open.size === 0) break
  }
  return orders
}
