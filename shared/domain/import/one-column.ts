import { csvReader, parseCsv, type CsvRecord } from './csv.ts'
import { commonest } from './delimiter.ts'
import { headerOf } from './header.ts'
import { fieldOfHeader } from './synonyms.ts'
import { DELIMITERS, type Delimiter } from './text.ts'

/** A row of a sheet: its line from 1, and its cells. */
type SheetRow = Pick<CsvRecord, 'line' | 'cells'>

const MOST_BESIDE = 0.5
const AGREE = 0.8
const KNOWN = 2

/**
 * What parts the cells of a table that stands whole in the first column of a sheet, as a spreadsheet leaves a file that it
 * opened by the wrong sign; null for any other. By the first rows.
 */
export function partedBy(rows: readonly SheetRow[]): Delimiter | null {
  const filled = rows.filter(({ cells }) => cells.some(isFilled))
  const beside = filled.filter(({ cells }) => cells.some((cell, at) => at > 0 && isFilled(cell)))
  if (filled.length < 2 || beside.length > filled.length * MOST_BESIDE) return null
  return DELIMITERS.find((delimiter) => isTable(filled, delimiter)) ?? null
}

const isFilled = (cell: string): boolean => cell.trim() !== ''

/** Under a header of known names, with as many cells as that on nearly all lines. */
function isTable(rows: readonly SheetRow[], delimiter: Delimiter): boolean {
  const records = parseCsv(rows.map(({ cells }) => textOf(cells, delimiter)).join('\n'), delimiter)
  const width = commonest(records.map(({ cells }) => cells.length))
  const { headerLine } = headerOf(records)
  const header = records.find(({ line }) => line === headerLine)?.cells ?? []
  return (
    header.length === width &&
    header.filter((name) => fieldOfHeader(name) !== null).length >= KNOWN &&
    records.filter(({ cells }) => cells.length === width).length >= records.length * AGREE
  )
}

/** The line as it was: what stood beside its first cell had been parted by the sign that the spreadsheet went by. */
function textOf(cells: readonly string[], delimiter: Delimiter): string {
  const last = cells.findLastIndex(isFilled)
  return cells
    .slice(0, last + 1)
    .map((cell) => cell.replace(/[\r\n]+/g, ' '))
    .join(delimiter === ',' ? ';' : ',')
}

/** Reads such rows as they come, each cell by itself; a record has the line of the row on which it begins. */
export function oneColumnReader(delimiter: Delimiter) {
  const reader = csvReader(delimiter)
  /** Of the rows that no record was read of yet: the first of them in the text, and their lines in the sheet. */
  let [first, lines]: [number, number[]] = [1, []]
  const placed = (records: readonly CsvRecord[]): CsvRecord[] => {
    const at = (line: number) => lines[line - first] ?? line
    const found = records.map((record) =>
      record.clash === undefined
        ? { ...record, line: at(record.line) }
        : { ...record, line: at(record.line), clash: at(record.clash) },
    )
    const last = records.at(-1)
    if (last) [first, lines] = [last.line, lines.slice(last.line - first)]
    return found
  }
  return {
    push: (rows: readonly SheetRow[]): CsvRecord[] => {
      lines.push(...rows.map(({ line }) => line))
      return placed(reader.push(rows.map(({ cells }) => `${textOf(cells, delimiter)}\n`).join('')))
    },
    end: (): CsvRecord[] => placed(reader.end()),
  }
}
