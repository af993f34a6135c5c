import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max'

export type ReadPhone = { e164: string; extension: string | null; type: 'mobile' | 'fixed' | 'other' }

/** A number with letters is spelt for a keypad and may be anybody's. What leads an extension is no such letter. */
const LETTERS = /\p{L}/u
const EXTENSION = /(?:\b(?:ext|extension|extensi[oó]n|int)\b\.?|[x#])\s*\d+\s*$/iu

/**
 * One number as somebody says it, national or with its country; null when nobody could dial it. `country` is ISO 3166-1
 * and only for numbers without their own.
 */
export function readPhone(text: string, country: string): ReadPhone | null {
  // Full-width digits make the parser take another country's number for ours.
  const plain = text.normalize('NFKC').trim()
  if (LETTERS.test(plain.replace(EXTENSION, ''))) return null
  const read = parsePhoneNumberFromString(plain, isSupportedCountry(country) ? country : undefined)
  if (!read?.isValid()) return null
  return { e164: read.number, extension: read.ext ?? null, type: typeOf(read.getType()) }
}

const typeOf = (type: string | undefined): ReadPhone['type'] =>
  type === 'MOBILE' ? 'mobile' : type === 'FIXED_LINE' ? 'fixed' : 'other'
