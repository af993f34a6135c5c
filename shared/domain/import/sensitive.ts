import { isOurs } from '../export/generic.ts'
import type { SensitiveReason } from './field.ts'
import { sensitiveHeader } from './synonyms.ts'

/** Columns that nobody needs to call somebody: left out unless ticked (PRODUCT.md section 11). */
export function sensitiveOf(header: string, values: readonly string[]): SensitiveReason | null {
  if (isOurs(header)) return 'own_column'
  const named = sensitiveHeader(header)
  // A "NIF" full of companies' numbers says nothing of a person.
  if (named && !(named === 'national_id' && isMostly(values, isCompanyId))) return named
  if (isMostly(values, isIban)) return 'bank_account'
  return isMostly(values, isSpanishId) ? 'national_id' : null
}

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
