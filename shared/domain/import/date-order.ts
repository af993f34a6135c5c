import type { DateOrder } from './field.ts'

export type DecidedOrder = { order: DateOrder; decidedBy: string | null }

const PARTS = /^\D*(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})(?!\d)/

/** Where people write the month first. */
const MONTH_FIRST = new Set(['US', 'PH', 'BZ', 'FM', 'GU', 'PR'])

/**
 * The order of a whole column, by the first cell that allows one only (`31/12` decides); else by the country's custom.
 * Never per cell: a column in which 05/03 is March and 13/05 is May has its months mixed up. A year in front is read as
 * one under any order, so it decides only where no other cell does.
 */
export function dateOrderOf(cells: Iterable<string>, country: string): DecidedOrder {
  let byYear: DecidedOrder | null = null
  for (const cell of cells) {
    const order = orderOfCell(cell)
    if (order && order !== 'ymd') return { order, decidedBy: cell.slice(0, 40) }
    if (order) byYear ??= { order, decidedBy: cell.slice(0, 40) }
  }
  return byYear ?? { order: customOrder(country), decidedBy: null }
}

/** Is it a date in figures, and not all of noughts? One with its month in words is read alike everywhere. */
export const isInFigures = (cell: string): boolean => PARTS.test(cell.trim()) && /[1-9]/.test(cell)

/** Where no cell of a column decides. */
export const customOrder = (country: string): DateOrder => (MONTH_FIRST.has(country) ? 'mdy' : 'dmy')

/** Null when a cell allows more than one order, or holds no date in figures. */
export function orderOfCell(cell: string): DateOrder | null {
  const [, first = '', second = '', third] = PARTS.exec(cell.trim()) ?? []
  if (third === undefined) return null
  if (first.length === 4) return 'ymd'
  if (Number(first) > 12 && Number(second) <= 12) return 'dmy'
  return Number(second) > 12 && Number(first) <= 12 ? 'mdy' : null
}
