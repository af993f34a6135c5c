type Change = { country: string; code: string; was: RegExp; is: string }

/**
 * Numbers as they were written before their country changed its plan, which lists are full of: Mexico's 01, 044, 045 and
 * the 1 of its mobiles (2019), Colombia's lines by one digit of their area (2021), Chile's zero (2016).
 */
const CHANGES: readonly Change[] = [
  { country: 'MX', code: '52', was: /^(?:01|04[45]|1)(\d{10})$/, is: '$1' },
  { country: 'CO', code: '57', was: /^0?([124-8]\d{7})$/, is: '60$1' },
  { country: 'CL', code: '56', was: /^0([2-9]\d{8})$/, is: '$1' },
]

/** The number as it is dialled now; null where nothing changed. `country` (ISO 3166-1) of one without its code. */
export function asChanged(dialled: string, country: string | null): string | null {
  const digits = dialled.replace(/\D/g, '')
  const isAbroad = dialled.includes('+')
  const change = CHANGES.find((each) => (isAbroad ? digits.startsWith(each.code) : each.country === country))
  if (!change) return null
  const national = isAbroad ? digits.slice(change.code.length) : digits
  return change.was.test(national) ? `+${change.code}${national.replace(change.was, change.is)}` : null
}
