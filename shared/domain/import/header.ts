import { fold } from '../../lib/fold.ts'
import type { CsvRecord } from './csv.ts'
import { commonest } from './delimiter.ts'
import { namelessHeader } from './field.ts'
import { unmojibaked } from './mojibake.ts'
import { looksLikeDate, looksLikeEmail, looksLikeHeader, looksLikeNumber, looksLikePhone } from './looks.ts'
import { fieldOfHeader, isOfNobody, sensitiveHeader } from './synonyms.ts'

/** Where the header begins (physical line, 0 = there is none) and how many rows it has. */
type HeaderPlace = { headerLine: number; headerRows?: number | undefined }

/** Records that may stand above the header. */
const MOST_ABOVE = 30
const LOOKED_AT = 200

const isBlank = ({ cells }: Pick<CsvRecord, 'cells'>): boolean => cells.every((cell) => !cell.trim())

/** A line that is drawn, as terminals print around a table. */
const isRuled = ({ cells }: CsvRecord): boolean =>
  cells.every((cell) => /^[-_=*~+\s]*$/.test(cell)) && cells.some((cell) => /[-_=*~+]{3}/.test(cell))

/** Asked about every record in order: is it a row, part of the header, or neither? Blank ones are neither. */
export function belowHeader({ headerLine, headerRows = 1 }: HeaderPlace) {
  let left = headerLine === 0 ? 0 : headerRows
  return (record: CsvRecord): 'row' | 'header' | null => {
    if (record.line < headerLine || isBlank(record)) return null
    if (left === 0) return 'row'
    left--
    return 'header'
  }
}

/** Where the header most likely is. Titles above it are passed over; groups of columns above it are part of it. */
export function headerOf(records: readonly CsvRecord[]): { headerLine: number; headerRows: number } {
  const rows = records.slice(0, LOOKED_AT).filter((record) => !isBlank(record) && !isRuled(record))
  const width = widthOf(rows.map((row) => filled(row).length))
  const at = rows.slice(0, MOST_ABOVE).findIndex((row) => filled(row).length >= Math.max(1, width * 0.6))
  const first = rows[at]
  if (!first || !isHeader(filled(first)) || isLikeBelow(first, rows.slice(at + 1)))
    return { headerLine: 0, headerRows: 1 }
  const [above, below] = [rows[at - 1], rows[at + 1]]
  if (above && isGroupsOf(above, first) && isInNeed(first, above))
    return { headerLine: above.line, headerRows: 2 }
  const isTwo = below !== undefined && isGroupsOf(first, below) && isUnlikeData(below, rows.slice(at + 2))
  return { headerLine: first.line, headerRows: isTwo ? 2 : 1 }
}

/** In a short list there may be more lines of a report above and below than rows. */
function widthOf(lengths: readonly number[]): number {
  const several = lengths.filter((length) => length > 1)
  return commonest(several.length >= lengths.length * 0.3 ? several : lengths)
}

/** One name for each column of a header of several rows: `Contacto` over `Nombre` is `Contacto Nombre`. */
export function joinedHeader(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(0, ...rows.map((cells) => cells.length))
  const spread = rows.map((cells, at) => (at < rows.length - 1 ? spreadOut(cells, width) : cells))
  return Array.from({ length: width }, (_, index) => {
    const own = rows.at(-1)?.[index]?.trim() ?? ''
    // A group goes on over the blanks beside it only where a column below has a name.
    const parts = spread.map((cells, at) => ((own === '' ? rows[at] : cells)?.[index] ?? '').trim())
    return [...new Set(parts.filter((part) => part !== ''))].join(' ')
  })
}

/** Names that are all there and unlike each other: `Phone`, `Phone (2)`, `column_3`. */
export function headerNames(cells: readonly string[], width: number): string[] {
  const names: string[] = []
  const taken = new Set<string>()
  for (let index = 0; index < width; index++) {
    const cell = cells[index]?.trim() ?? ''
    // A name that was read in another encoding before is told by what it was.
    const name = (unmojibaked(cell) ?? cell) || namelessHeader(index)
    let unlike = name
    for (let n = 2; taken.has(fold(unlike)); n++) unlike = `${name} (${n})`
    taken.add(fold(unlike))
    names.push(unlike)
  }
  return names
}

const filled = ({ cells }: CsvRecord) => cells.filter((cell) => cell.trim())

function isHeader(all: readonly string[]): boolean {
  // "#" over a column of numbers is no word, and against none.
  const cells = all.filter((cell) => /[\p{L}\p{N}]/u.test(cell))
  const named = cells.filter(looksLikeHeader).length
  const known = cells.filter((cell) => fieldOfHeader(cell) !== null).length
  return (named > 0 && named === cells.length) || (named >= cells.length * 0.7 && known >= 2)
}

/**
 * Words that are no name of a field and stand again below, in their own column: the first row of a list without a header.
 * A header that is printed again is one.
 */
function isLikeBelow(first: CsvRecord, rows: readonly CsvRecord[]): boolean {
  if (filled(first).some((cell) => isKnown(cell))) return false
  const keys = first.cells.map(fold)
  const others = rows
    .map(({ cells }) => cells.map(fold))
    .filter((cells) => cells.some((cell, at) => cell !== keys[at]))
  return keys.some((key, at) => key !== '' && others.some((cells) => cells[at] === key))
}

const isKnown = (cell: string): boolean =>
  fieldOfHeader(cell) !== null || sensitiveHeader(cell) !== null || isOfNobody(cell)

function spreadOut(cells: readonly string[], width: number): string[] {
  let last = ''
  return Array.from({ length: width }, (_, index) => (last = cells[index]?.trim() || last))
}

/** Two groups or more, of which one goes over several named columns, and nothing but names in either row. */
function isGroupsOf(groups: CsvRecord, names: CsvRecord): boolean {
  const isNamed = (record: CsvRecord) => filled(record).every(looksLikeHeader)
  const spans = names.cells.some((cell, at) => at > 0 && cell.trim() !== '' && !groups.cells[at]?.trim())
  return (
    filled(groups).length >= 2 &&
    filled(names).length >= 2 &&
    spans &&
    names.line === groups.line + 1 &&
    isNamed(groups) &&
    isNamed(names)
  )
}

/** Its names alone come twice, or are missing where a group has one. */
function isInNeed(names: CsvRecord, groups: CsvRecord): boolean {
  const own = filled(names).map(fold)
  return (
    new Set(own).size < own.length || groups.cells.some((cell, at) => cell.trim() && !names.cells[at]?.trim())
  )
}

/** Below it stand figures, dates or addresses where it has words. */
function isUnlikeData({ cells }: CsvRecord, rows: readonly CsvRecord[]): boolean {
  const looks = [looksLikeEmail, looksLikeNumber, looksLikeDate, looksLikePhone]
  return cells.some((cell, at) => {
    const values = rows.map((row) => row.cells[at]?.trim() ?? '').filter((value) => value !== '')
    const typed = values.filter((value) => looks.some((look) => look(value))).length
    return cell.trim() !== '' && values.length > 0 && typed >= values.length * 0.6
  })
}
