import { isBlank, type CsvRow } from './csv.ts'
import { namelessHeader } from './field.ts'

const LOOKED_AT = 30
const DATA = [/@/, /^[+(]?[\d\s().,/:+-]*\d[\d\s().,/:+-]*$/, /^https?:/i]

/**
 * The line on which the header stands, below any title; 0 when the first row is data already. A title fills fewer
 * than half of the columns.
 */
export function headerLineOf(rows: readonly CsvRow[]): number {
  const filled = rows.slice(0, LOOKED_AT).filter(({ cells }) => !isBlank(cells))
  const width = Math.max(...filled.map(({ cells }) => countFilled(cells)), 0)
  const first = filled.find(({ cells }) => countFilled(cells) >= Math.max(1, width / 2))
  return first && !first.cells.some(isData) ? first.line : 0
}

const countFilled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length
const isData = (cell: string) => DATA.some((pattern) => pattern.test(cell.trim()))

export type Header = { names: string[]; nameless: number[]; duplicates: number[] }

/** Names for every column, each once: a second "Notas" becomes "Notas (2)", a blank one "column_3". */
export function headerOf(cells: readonly string[], width: number): Header {
  const seen = new Map<string, number>()
  const header: Header = { names: [], nameless: [], duplicates: [] }
  for (let index = 0; index < Math.max(cells.length, width); index++) {
    const written = cells[index]?.trim() ?? ''
    const name = written || namelessHeader(index)
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    if (!written) header.nameless.push(index)
    if (times > 1) header.duplicates.push(index)
    header.names.push(times > 1 ? `${name} (${times})` : name)
  }
  return header
}
