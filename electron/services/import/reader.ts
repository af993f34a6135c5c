import type { ImportPlan } from '#shared/contract/import'
import { customOrder, orderOfCell } from '#shared/domain/import/date-order'
import type { DateOrder } from '#shared/domain/import/field'
import { belowHeader, headerNames, joinedHeader } from '#shared/domain/import/header'
import { rowReader } from '#shared/domain/import/read-row'
import type { ReadColumn, Row, RowPlan } from '#shared/domain/import/row'
import { SIGNAL_KINDS } from '#shared/domain/profile'
import { allRecordsOf, recordsOf } from './records.ts'

/** All that a reading thread is started with. */
export type ReadStart = { path: string; plan: ImportPlan; zone: string }

/** `bytes` of the file were read so far. */
export type ReadBatch = { header: string[]; rows: Row[]; bytes: number }

const ROWS = 250
/** Columns of a file of rejected rows that say why, and nothing of anybody. */
const OURS: ReadonlySet<string> = new Set(['_line', '_reason'])
const DATED: ReadonlySet<string> = new Set(['arrivedAt', 'updatedAt', ...SIGNAL_KINDS])

/** The rows of a file, read by its plan, a few at a time. Throws AppError 'unreadable-file'. */
export async function* rowsOf(start: ReadStart): AsyncGenerator<ReadBatch> {
  const header = await headerOf(start)
  const mended = new Map((start.plan.mended ?? []).map((row) => [row.line, { ...row, quote: null }]))
  const read = rowReader(await rowPlanOf(start, header))
  for await (const { records, bytes } of recordsOf(start.path, start.plan))
    for (let at = 0; at < records.length; at += ROWS)
      yield {
        header,
        rows: records.slice(at, at + ROWS).map((record) => read(mended.get(record.line) ?? record)),
        bytes,
      }
}

/** As the file has it, with a name for each column that is planned. */
export async function headerOf({ path, plan }: ReadStart): Promise<string[]> {
  const place = belowHeader(plan)
  const named: string[][] = []
  const width = Math.max(0, ...plan.columns.map(({ index }) => index + 1))
  const names = () => {
    const joined = joinedHeader(named)
    return headerNames(joined, Math.max(joined.length, width))
  }
  for await (const { records } of allRecordsOf(path, plan))
    for (const record of records) {
      const where = place(record)
      if (where === 'row') return names()
      if (where === 'header') named.push(record.cells)
    }
  return names()
}

export async function rowPlanOf(start: ReadStart, header: readonly string[]): Promise<RowPlan> {
  const { plan, zone } = start
  const orders = await ordersOf(start)
  const columns = plan.columns.flatMap(({ index, field, rule, values }): ReadColumn[] =>
    field === 'skip' || OURS.has(header[index] ?? '')
      ? []
      : [
          {
            index,
            field,
            rule,
            header: header[index] ?? '',
            order: orders.get(index) ?? customOrder(plan.country),
            ...(values ? { values } : {}),
          },
        ],
  )
  return {
    columns,
    width: header.length,
    country: plan.country,
    source: plan.source,
    ownerId: plan.ownerId ?? null,
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
