import { fold } from '../../lib/fold.ts'

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
 * every page. `header`: its rows as the file has them.
 */
export function headerAgain(header: readonly (readonly string[])[]): (cells: readonly string[]) => boolean {
  const known = header.flatMap((cells) => {
    const at = cells.findIndex((cell) => cell.trim() !== '')
    const own = cells[at] ?? ''
    const first = plain(own)
    const begins = `${first.charAt(0)}${first.charAt(0).toUpperCase()}${own.charAt(0)}${BEFORE}`
    return at < 0 ? [] : [{ at, first, begins, words: wordsOf(cells) }]
  })
  return (cells) =>
    known.some(({ at, first, begins, words }) => {
      // Most rows are told by the first letter of their first cell.
      const cell = cells[at] ?? ''
      return begins.includes(cell.charAt(0)) && plain(cell) === first && wordsOf(cells) === words
    })
}
const BEFORE = '\ufeff" '
