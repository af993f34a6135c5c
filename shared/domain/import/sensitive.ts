import { isOurs } from '../export/generic.ts'
import type { SensitiveReason } from './field.ts'
import { sensitiveHeader } from './synonyms.ts'

/** Columns that nobody needs to call somebody: left out unless ticked (PRODUCT.md section 11). */
export function sensitiveOf(header: string, values: readonly string[]): SensitiveReason | null {
  if (isOurs(header)) return 'own_column'
  const named = sensitiveHeader(header)
  // A "NIF" full of companies' numbers says nothing of a person.
  if (named && !(named === 'national_id' && isMostly(values, isCompanyId))) return named
  const some = values.slice(0, LOOKED_AT)
  if (isMostly(some, isIban) || isMostly(some, isCard)) return 'bank_account'
  return NATIONAL.some((is) => isMostly(some, is)) ? 'national_id' : null
}

const LOOKED_AT = 200
const isMostly = (values: readonly string[], test: (cell: string) => boolean): boolean =>
  values.length > 0 && values.filter(test).length >= values.length * 0.6

const plain = (cell: string) => cell.toUpperCase().replace(/[\s.-]/g, '')

const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE'

/** DNI or NIE with the letter that belongs to its number. */
export function isSpanishId(cell: string): boolean {
  const [, first = '', rest = '', letter] = /^([XYZ\d])(\d{7})([A-Z])$/.exec(plain(cell)) ?? []
  const foreign = 'XYZ'.indexOf(first || '-')
  return letter !== undefined && DNI_LETTERS[Number((foreign >= 0 ? foreign : first) + rest) % 23] === letter
}

/** A payment card by its length, first digit and check digit (ISO/IEC 7812); phones and ids seldom pass all three. */
export function isCard(cell: string): boolean {
  const digits = plain(cell)
  if (!/^[3-6]\d{14,15}$/.test(digits)) return false
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const twice = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return total + (twice > 9 ? twice - 9 : twice)
  }, 0)
  return sum % 10 === 0
}

/** CPF of Brazil, as it is written (`123.456.789-09`), by its two check digits. */
export function isCpf(cell: string): boolean {
  if (!/^\d{3}\.\d{3}\.\d{3}-\d{2}$/.test(cell.trim())) return false
  const digits = [...plain(cell)].map(Number)
  const check = (length: number) =>
    ((digits.slice(0, length).reduce((sum, digit, at) => sum + digit * (length + 1 - at), 0) * 10) % 11) % 10
  return check(9) === digits[9] && check(10) === digits[10]
}

/** Codice fiscale of Italy. */
const isItalianId = (cell: string): boolean =>
  /^[A-Z]{6}\d{2}[ABCDEHLMPRST]\d{2}[A-Z]\d{3}[A-Z]$/.test(plain(cell))
/** NIR of France: sex, year, month, department, and its key by 97. */
export function isFrenchId(cell: string): boolean {
  const [, number, key] = /^([12]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)\d{8})(\d{2})$/.exec(plain(cell)) ?? []
  return number !== undefined && 97 - (Number(number) % 97) === Number(key)
}
/** Social security of the US, as it is written. */
const isUsId = (cell: string): boolean => /^(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/.test(cell.trim())
/** CURP of Mexico. */
const isMexicanId = (cell: string): boolean => /^[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d$/.test(plain(cell))

const NATIONAL = [isSpanishId, isCpf, isItalianId, isFrenchId, isUsId, isMexicanId]

const isCompanyId = (cell: string): boolean => /^(ES)?[ABCDEFGHJNPQRSUVW]\d{7}[\dA-J]$/.test(plain(cell))

/** ISO 13616: moved by four, letters as numbers, the remainder by 97 is 1. */
export function isIban(cell: string): boolean {
  const text = plain(cell)
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{10,30}$/.test(text)) return false
  const digits = (text.slice(4) + text.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  )
  let remainder = 0
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97
  return remainder === 1
}
