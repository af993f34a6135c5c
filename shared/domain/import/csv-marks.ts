/** What stands between cells, and around one. */
export type Marks = { delimiter: number; quote: number }
export const QUOTE = 34
const APOSTROPHE = 39
/** Characters. */
const LONGEST_LINE = 64 * 1024

/** By the first line; null when it is not all there. Where every text in it stands in apostrophes, these are its quotes. */
export function marksOf(text: string, delimiter: string, isEnd: boolean): Marks | null {
  const end = text.search(/[\r\n]/)
  if (end === -1 && !isEnd && text.length < LONGEST_LINE) return null
  const line = end === -1 ? text : text.slice(0, end)
  const cellHere = new RegExp(`^(?:'(?:[^']|'')*'|[\\d.,-]*|NULL)(?:\\${delimiter}|$)`)
  let [rest, texts] = [line, 0]
  while (rest !== '') {
    const [cell] = cellHere.exec(rest) ?? []
    if (!cell) break
    if (cell.startsWith("'")) texts++
    rest = rest.slice(cell.length)
  }
  const isQuoted = rest === '' && texts > 1
  return { delimiter: delimiter.charCodeAt(0), quote: isQuoted ? APOSTROPHE : QUOTE }
}
