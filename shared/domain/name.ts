import { fold } from '../lib/fold.ts'

export type PersonName = { name: string; givenName: string | null; familyName: string | null }

const PARTICLES = new Set(
  'de del la las los y e i da das do dos von van der den di du le el al bin ibn'.split(' '),
)
const WORDS = /^[\p{L}\p{M}][\p{L}\p{M}'’.\- ]*$/u
const COMMA = /^([^,]+),\s*([^,]+)$/

/** Null when nothing says a name. `GARCÍA LÓPEZ, JUAN JOSÉ` is Juan José García López; all else stays as it came. */
export function personName(parts: { full: string; given: string; family: string }): PersonName | null {
  const [full, given, family] = [parts.full.trim(), parts.given.trim(), parts.family.trim()]
  if (given || family) return named(given, family)
  const [, last = '', first = ''] = COMMA.exec(full) ?? []
  if (WORDS.test(last) && WORDS.test(first)) return named(first.trim(), last.trim())
  return full ? { name: calm(full), givenName: null, familyName: null } : null
}

function named(given: string, family: string): PersonName {
  const isShouted = isUpper(`${given} ${family}`.trim())
  const [first, last] = isShouted ? [capital(given), capital(family)] : [given, family]
  return {
    name: [first, last].filter((part) => part !== '').join(' '),
    givenName: first || null,
    familyName: last || null,
  }
}

const calm = (text: string) => (isUpper(text) ? capital(text) : text)

/** Two words or more, all in capitals: a habit of spreadsheets. One word may be an acronym. */
const isUpper = (text: string) =>
  WORDS.test(text) && text.includes(' ') && text === text.toUpperCase() && text !== text.toLowerCase()

const capital = (text: string) =>
  text
    .toLowerCase()
    .split(' ')
    .map((word, at) => (at > 0 && PARTICLES.has(word) ? word : upperFirst(word)))
    .join(' ')
const upperFirst = (word: string) =>
  word.replace(/(^|[-'’.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())

/** Two spellings of one name: case, accents and the order of its words aside. */
export const nameKey = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .toSorted()
    .join(' ')

const LEGAL =
  /(?:^|\s)(?:s\s?l\s?u?|s\s?l\s?l|s\s?a\s?u?|s\s?a\s?s|s\s?c\s?p?|s\s?coop|c\s?b|gmbh|ag|ltd|limited|llc|llp|plc|inc|incorporated|corp|corporation|co|lda|ltda|sarl|srl|spa|bv|nv)$/

/** A company without case, accents and legal form: `Forjas Núñez, S.L.` and `FORJAS NUNEZ SL` are one. */
export function companyKey(name: string): string {
  const words = fold(name)
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()
  return words.replace(LEGAL, '').trim() || words
}
