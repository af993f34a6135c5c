import { fold } from '../../lib/fold.ts'
import type { Values } from './row.ts'
import { fieldOfHeader } from './synonyms.ts'

/** Without what stands in front of a file's first letter, and quotes that were read as text. */
const plain = (cell: string): string => fold(cell.replace(/^[\ufeff\s"]+|["\s]+$/g, ''))
/** Blank cells at the end are not written by all. */
const wordsOf = (cells: readonly string[]): string => {
  const last = cells.findLastIndex((cell) => cell.trim() !== '')
  return cells
    .slice(0, last + 1)
    .map(plain)
    .join('\u001f')
}

/**
 * Tells the header where it comes again among the rows: files that were put one under the other, reports that print it on
 * every page; or another header of the same names, of a table that follows. `header`: its rows as the file has them.
 */
export function headerAgain(
  header: readonly (readonly string[])[],
): (cells: readonly string[], values: Pick<Values, 'phones' | 'emails'>) => boolean {
  const names = new Set(header.flat().map(plain))
  const known = header.flatMap((cells) => {
    const at = cells.findIndex((cell) => cell.trim() !== '')
    const own = cells[at] ?? ''
    const first = plain(own)
    const begins = `${first.charAt(0)}${first.charAt(0).toUpperCase()}${own.charAt(0)}${BEFORE}`
    return at < 0 ? [] : [{ at, first, begins, words: wordsOf(cells) }]
  })
  const isSame = (cells: readonly string[]) =>
    known.some(({ at, first, begins, words }) => {
      // Most rows are told by the first letter of their first cell.
      const cell = cells[at] ?? ''
      return begins.includes(cell.charAt(0)) && plain(cell) === first && wordsOf(cells) === words
    })
  return (cells, { phones, emails }) =>
    isSame(cells) || (phones.length + emails.length === 0 && isOther(cells, names))
}

/** Nothing but names of columns, most of them ours. */
function isOther(cells: readonly string[], names: ReadonlySet<string>): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  if (filled.length < 3 || filled.some((cell) => !names.has(plain(cell)) && fieldOfHeader(cell) === null))
    return false
  return filled.filter((cell) => names.has(plain(cell))).length * 2 > filled.length
}
const BEFORE = '\ufeff" '
