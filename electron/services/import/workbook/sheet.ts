import { attribute, type XmlEars } from './xml.ts'
import { numberText, unescaped } from './cell.ts'
import type { Strings } from './strings.ts'
import type { CellFormat } from './styles.ts'

/** One row as a sheet numbers it, from 1; cells from column A, '' where there is none. */
export type SheetRow = { line: number; cells: string[] }

type SheetGiven = {
  strings: Strings
  formatOf: (style: number) => CellFormat
  is1904: boolean
  /** Cells that take the value of one above them, since they are merged with it. */
  merges: readonly Merge[]
}
/** Rows from 1, column from 0. */
export type Merge = { first: number; last: number; column: number }

/** One more than a plan can have, so that a wider sheet is seen as one. */
const MOST_COLUMNS = 2001

/** Rows as they come, with the values that formulas had when the file was saved. */
export function sheetReader(given: SheetGiven, onRow: (row: SheetRow) => void): XmlEars {
  const merged = mergedBelow(given.merges)
  let row: SheetRow = { line: 0, cells: [] }
  let [column, kind, style, value] = [0, '', 0, '']
  let [isValue, isSound] = [false, false]

  const endCell = () => {
    const text = kind === '' || kind === 'n' ? numeric(value, style, given) : textOf(kind, value, given)
    if (text !== '' && column < MOST_COLUMNS) {
      while (row.cells.length < column) row.cells.push('')
      row.cells[column] = text
    }
    column++
    value = ''
  }

  return {
    open: (name, attributes) => {
      if (name === 'c') {
        column = columnOf(attribute(attributes, 'r')) ?? column
        kind = attribute(attributes, 't') ?? ''
        style = Number(attribute(attributes, 's') ?? 0)
      } else if (name === 'v' || name === 't') isValue = !isSound
      else if (name === 'rPh') isSound = true
      else if (name === 'row') {
        row = { line: Number(attribute(attributes, 'r') ?? row.line + 1), cells: [] }
        column = 0
      }
    },
    text: (part) => {
      if (isValue) value += part
    },
    close: (name) => {
      if (name === 'c') endCell()
      else if (name === 'v' || name === 't') isValue = false
      else if (name === 'rPh') isSound = false
      else if (name === 'row') onRow(merged(row))
    },
  }
}

const numeric = (value: string, style: number, { formatOf, is1904 }: SheetGiven): string =>
  value === '' ? '' : numberText(value, formatOf(style), is1904)

function textOf(kind: string, value: string, { strings }: SheetGiven): string {
  if (kind === 's') return strings.at(Number(value))
  if (kind === 'b') return value === '1' || value === 'true' ? 'TRUE' : 'FALSE'
  // A date as ISO 8601 writes it, midnight left away.
  if (kind === 'd') return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '').replace('T', ' ')
  return unescaped(value)
}

/** `AB12` is column 27. */
function columnOf(reference: string | null): number | null {
  if (reference === null) return null
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column === 0 ? null : column - 1
}

/** Gives a row the values of merged cells that began above it. Downwards only: a title across columns stays one cell. */
function mergedBelow(merges: readonly Merge[]): (row: SheetRow) => SheetRow {
  if (merges.length === 0) return (row) => row
  const waiting = merges.toSorted((a, b) => b.first - a.first)
  // Merged cells never overlap: one a column at a time.
  const open = new Map<number, { last: number; text: string }>()
  return (row) => {
    for (let next = waiting.at(-1); next && next.first <= row.line; next = waiting.at(-1)) {
      waiting.pop()
      const text = row.cells[next.column] ?? ''
      if (next.first === row.line && text !== '') open.set(next.column, { last: next.last, text })
    }
    for (const [column, { last, text }] of open) {
      if (last < row.line) open.delete(column)
      else if (!row.cells[column]) {
        while (row.cells.length < column) row.cells.push('')
        row.cells[column] = text
      }
    }
    return row
  }
}
