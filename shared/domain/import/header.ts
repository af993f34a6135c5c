import { fold } from '../../lib/fold.ts'
import type { CsvRecord } from './csv.ts'
import { commonest } from './delimiter.ts'
import { namelessHeader } from './field.ts'
import { looksLikeHeader } from './looks.ts'
import { fieldOfHeader } from './synonyms.ts'

/** Records that may stand above the header. */
const MOST_ABOVE = 30

export const isBlank = ({ cells }: Pick<CsvRecord, 'cells'>): boolean => cells.every((cell) => !cell.trim())

/** The physical line of the header, 0 when the first row is data already. Titles above it are passed over. */
export function headerLineOf(records: readonly CsvRecord[]): number {
  const rows = records.slice(0, 200).filter((record) => !isBlank(record))
  const width = commonest(rows.map((row) => filled(row).length))
  const first = rows.slice(0, MOST_ABOVE).find((row) => filled(row).length >= Math.max(1, width * 0.6))
  return first && isHeader(filled(first)) ? first.line : 0
}

/** Names that are all there and unlike each other: `Phone`, `Phone (2)`, `column_3`. */
export function headerNames(cells: readonly string[], width: number): string[] {
  const names: string[] = []
  const taken = new Set<string>()
  for (let index = 0; index < width; index++) {
    const name = cells[index]?.trim() || namelessHeader(index)
    let unlike = name
    for (let n = 2; taken.has(fold(unlike)); n++) unlike = `${name} (${n})`
    taken.add(fold(unlike))
    names.push(unlike)
  }
  return names
}

const filled = ({ cells }: CsvRecord) => cells.filter((cell) => cell.trim())

function isHeader(cells: readonly string[]): boolean {
  const named = cells.filter(looksLikeHeader).length
  const known = cells.filter((cell) => fieldOfHeader(cell) !== null).length
  return named === cells.length || (named >= cells.length * 0.7 && known >= 2)
}
