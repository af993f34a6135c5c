type Change = { country: string; code: string; was: RegExp; is: string }

/**
 * Numbers as they were written before their country changed its plan, which lists are full of: Mexico's 01, 044, 045 and
 * the 1 of its mobiles (2019), Colombia's lines by one digit of their area (2021), Chile's zero (2016), Brazil's mobiles
 * of eight digits (2016). And Italy's lines without the zero that is theirs, where a sheet or "(0)" took it away.
 */
const CHANGES: readonly Change[] = [
  { country: 'MX', code: '52', was: /^(?:01|04[45]|1)(\d{10})$/, is: '$1' },
  { country: 'CO', code: '57', was: /^0?([124-8]\d{7})$/, is: '60$1' },
  { country: 'CL', code: '56', was: /^0([2-9]\d{8})$/, is: '$1' },
  { country: 'BR', code: '55', was: /^0?(?<area>[1-9]{2})(?<line>[6-9]\d{7})$/, is: '$<area>9$<line>' },
  { country: 'IT', code: '39', was: /^([124-9]\d{5,9})$/, is: '0$1' },
]

/** The number as it is dialled now; null where nothing changed. `country` (ISO 3166-1) of one without its code. */
export function asChanged(dialled: string, country: string | null): string | null {
  const digits = dialled.replace(/\D/g, '')
  const isAbroad = dialled.includes('+')
  const change = CHANGES.find((each) => (isAbroad ? digits.startsWith(each.code) : each.country === country))
  if (!change) return null
  // Or with its code, and without the sign before it.
  const inside = digits.startsWith(change.code) ? [digits.slice(change.code.length)] : []
  const national = [...(isAbroad ? [] : [digits]), ...inside].find((each) => change.was.test(each))
  return national === undefined ? null : `+${change.code}${national.replace(change.was, change.is)}`
}
