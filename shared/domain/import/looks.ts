import { fold } from '../../lib/fold.ts'

/** What a cell looks like, seen from outside: guesses for headers and mapping, never a judgement of the cell. */
export const looksLikeEmail = (cell: string): boolean =>
  /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]{2,}$/.test(cell.trim())

export const looksLikeNumber = (cell: string): boolean =>
  /^[-+(]?[\d.,\s'’%€$£]*\d[\d.,\s'’%€$£)]*$/.test(cell.trim())

const DATE =
  /^(?:\p{L}{2,9}[.,]?\s+)?((?:\d{4}|\d{1,2})[-/.]\d{1,2}[-/.](?:\d{4}|\d{1,2})|\d{1,2}[ -]\p{L}{3,10}\.?[ -]\d{2,4})([ T]\d{1,2}:\d{2}.*)?$/u
export const looksLikeDate = (cell: string): boolean => DATE.test(cell.trim())

export const looksLikeWebsite = (cell: string): boolean =>
  /^(https?:\/\/|www\.)[^\s]+\.[^\s]{2,}$/i.test(cell.trim())

/** Nine digits or more with the signs that people put between them, or fewer after a plus. */
export function looksLikePhone(cell: string): boolean {
  const text = cell.trim()
  const digits = text.replace(/\D/g, '').length
  return /^[+(]?[\d\s().\-/+]+$/.test(text) && digits >= (text.startsWith('+') ? 7 : 9) && digits <= 31
}

const YES_NO = new Set([
  'yes',
  'no',
  'si',
  'true',
  'false',
  'y',
  'n',
  's',
  'verdadero',
  'falso',
  'sim',
  'nao',
  'oui',
  'non',
  'ja',
  'nein',
  'vrai',
  'faux',
  'wahr',
  'falsch',
])
export const looksLikeYesNo = (cell: string): boolean => YES_NO.has(fold(cell))

/** Written as a name and not as a value. */
export const looksLikeHeader = (cell: string): boolean =>
  /\p{L}/u.test(cell) &&
  cell.length <= 120 &&
  !/\d{7}/.test(cell) &&
  ![looksLikeEmail, looksLikeNumber, looksLikeDate, looksLikeWebsite, looksLikePhone, looksLikeYesNo].some(
    (looks) => looks(cell),
  )
