import { fold } from '../../lib/fold.ts'
import { unguard } from '../export/guard.ts'

/** Blank, or one of these words that mean no answer. */
export function emptyBy(words: readonly string[]): (cell: string) => boolean {
  const folded = new Set(words.map(fold))
  const firsts = new Set([...folded].map((word) => word.charCodeAt(0)))
  return (cell) => {
    // Folding leaves plain letters and digits as they are, save for their case: most cells need none.
    const first = cell.charCodeAt(0)
    const isSmall = first >= SMALL_A && first <= SMALL_Z
    if ((isSmall || (first >= ZERO && first <= NINE)) && !firsts.has(first)) return false
    if (first >= A && first <= Z && !firsts.has(first + SMALL_A - A)) return false
    return cell.trim() === '' || folded.has(fold(cell))
  }
}
const [A, Z, SMALL_A, SMALL_Z, ZERO, NINE] = [65, 90, 97, 122, 48, 57]

/** Without the apostrophe that keeps a cell from being run, or its digits from being counted: `'08001`. */
export const asMeant = (cell: string): string =>
  cell.charCodeAt(0) === APOSTROPHE ? (AS_TEXT.test(cell) ? cell.slice(1) : unguard(cell)) : cell
export const AS_TEXT = /^'[\d\s().+/-]+$/
const APOSTROPHE = 39

/** Without the padding that spreadsheets leave; anything rarer belongs to the text. */
export const trimmed = (cell: string): string =>
  PADDING.has(cell.charCodeAt(0)) || PADDING.has(cell.charCodeAt(cell.length - 1))
    ? cell.replace(PADDED, '')
    : cell
const PADDED = /^[ \t\r\n\u00a0]+|[ \t\r\n\u00a0]+$/g
const PADDING: ReadonlySet<number> = new Set([32, 9, 13, 10, 160])

const LANGUAGES: Readonly<Record<string, string>> = {
  es: 'es espanol castellano spanish espanhol spa',
  en: 'en ingles english eng',
  pt: 'pt portugues portuguese por',
  fr: 'fr frances french fra',
  de: 'de aleman german alemao deu',
  it: 'it italiano italian ita',
  ca: 'ca catalan catala cat',
  eu: 'eu euskera vasco basque eus',
  gl: 'gl gallego galego galician glg',
}

/** ISO 639-1; null when it is not one that is known. */
export function readLanguage(cell: string): string | null {
  const word = fold(cell).split(/[-_]/)[0] ?? ''
  return Object.keys(LANGUAGES).find((code) => LANGUAGES[code]?.split(' ').includes(word)) ?? null
}
