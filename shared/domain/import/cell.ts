import { fold } from '../../lib/fold.ts'

/** Blank, or a word that means no answer; `words` are folded. */
export const isEmpty = (cell: string, words: ReadonlySet<string>): boolean =>
  cell.trim() === '' || words.has(fold(cell))

/** Without the padding that spreadsheets leave; anything rarer belongs to the text. */
export const trimmed = (cell: string): string => cell.replace(/^[ \t\r\n\u00a0]+|[ \t\r\n\u00a0]+$/g, '')

/** A person's wish not to be called or written to, in other words than yes. */
export const isWish = (cell: string): boolean =>
  /^(?:no llamar|no contactar|do not (?:call|contact|email)|dnc|opt[ -]?out|robinson|lista robinson|baja|no email|no mail|unsubscribed?|nao ligar)$/.test(
    fold(cell),
  )

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
