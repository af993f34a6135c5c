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
    return at < 0 ? [] : [{ at, first: plain(cells[at] ?? ''), words: wordsOf(cells) }]
  })
  return (cells) =>
    known.some(({ at, first, words }) => {
      // Most rows are told by their first cell.
      const cell = cells[at] ?? ''
      const isLike = cell.length >= first.length && cell.length <= first.length + SLACK
      return isLike && plain(cell) === first && wordsOf(cells) === words
    })
}
const SLACK = 4
