import { fold, foldedWords } from '../lib/fold.ts'

/** How people are found as one types: by the beginning of every word, and a number with or without its country. */

/** What the index holds of a person's numbers: the digits as dialled from abroad and from at home. */
export const phoneWords = (e164s: readonly string[]): string =>
  e164s
    .flatMap((e164) => {
      const digits = e164.replace(/\D/g, '')
      return [digits, digits.slice(callingCodeLength(digits))]
    })
    .join(' ')

/**
 * The full-text query for what was typed; null when it holds no letter and no digit. Every word must begin a word
 * of the person, in any order. Never a syntax error: what was typed only ever stands between quotes.
 */
export function searchQuery(typed: string): string | null {
  const { text, words } = typedWords(typed)
  if (words.length === 0) return null
  const all = words.map(beginning).join(' AND ')
  return isNumber(text) && words.length > 1 ? `(${all}) OR ${beginning(text)}` : all
}

/** A word as it was typed, and the query for who has it. */
type SearchWord = { word: string; query: string }

/** Words that may stand in different places; none for a single one, and for a number in groups. */
export function searchWords(typed: string): SearchWord[] {
  const { text, words } = typedWords(typed)
  return words.length < 2 || isNumber(text) ? [] : words.map((word) => ({ word, query: beginning(word) }))
}

/** Of more words only the last ones are looked for as a place: each way costs a walk. */
const FEW = 3

/** Ways to read the last or, of few, the first words as a place: "García San Sebastián". At most two words are one. */
export function placesIn(words: readonly SearchWord[]): { place: string; others: string[] }[] {
  const lengths = [1, 2].filter((length) => length < words.length)
  const cuts = lengths.flatMap((length) => [
    [words.slice(-length), words.slice(0, -length)] as const,
    ...(words.length <= FEW ? [[words.slice(0, length), words.slice(length)] as const] : []),
  ])
  return cuts.map(([place, others]) => ({
    place: fold(place.map(({ word }) => word).join(' ')),
    others: others.map(({ query }) => query),
  }))
}

function typedWords(typed: string): { text: string; words: string[] } {
  const text = typed.replaceAll('\0', ' ').trim()
  return { text, words: text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)) }
}

function beginning(word: string): string {
  const alternatives = isNumber(word) ? numberForms(word) : [word]
  const phrases = alternatives.map((form) => `"${form.replaceAll('"', '""')}" *`)
  return phrases.length > 1 ? `(${phrases.join(' OR ')})` : phrases.join('')
}

const isNumber = (text: string) => /^[+\d().\s/-]*\d[\d().\s/-]*$/.test(text)

/** As typed, without the prefix for calls abroad, without the zero for calls at home. */
function numberForms(text: string): string[] {
  const digits = text.replace(/\D/g, '')
  return [digits, digits.replace(/^00/, ''), digits.replace(/^0/, '')].filter(
    (form, at, forms) => form !== '' && forms.indexOf(form) === at,
  )
}

const TWO_DIGITS = /^(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/

/** E.164 country codes are one digit (1, 7), two or three long. */
function callingCodeLength(digits: string): number {
  if (/^[17]/.test(digits)) return 1
  return TWO_DIGITS.test(digits) ? 2 : 3
}

/** A column of a file that no field took, with what stands in it about the words that were typed. */
export type KeptMatch = { header: string; value: string }

/** Characters of a long cell that are shown, and before the word that was found. */
const SHOWN = 60
const BEFORE = 20

/**
 * The kept column that most of the typed words stand in; null when none stands in any, or where `all` must, one of them
 * does not.
 */
export function keptMatch(
  extra: Readonly<Record<string, string>>,
  typed: string,
  which: 'all' | 'some' = 'all',
): KeptMatch | null {
  const wanted = foldedWords(typed)
  const columns = Object.entries(extra).map(([header, value]) => {
    const words = foldedWords(value)
    const found = wanted.filter((begun) => words.some((word) => word.startsWith(begun)))
    return { header, value, found }
  })
  const missing = wanted.filter((word) => !columns.some(({ found }) => found.includes(word)))
  if (missing.length === wanted.length || (which === 'all' && missing.length > 0)) return null
  const [best] = columns.toSorted((a, b) => b.found.length - a.found.length)
  return best ? { header: best.header, value: about(best.value, best.found[0] ?? '') } : null
}

function about(value: string, word: string): string {
  const text = value.replace(/\s+/g, ' ').trim()
  if (text.length <= SHOWN) return text
  const at = fold(text).indexOf(word) - BEFORE
  // Whole words only.
  const from = at <= 0 ? 0 : text.indexOf(' ', at) + 1
  const end = from + SHOWN < text.length ? text.lastIndexOf(' ', from + SHOWN) : text.length
  return `${from > 0 ? '…' : ''}${text.slice(from, end > from ? end : from + SHOWN)}${end < text.length ? '…' : ''}`
}
