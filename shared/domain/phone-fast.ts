import metadata from 'libphonenumber-js/metadata.max'

import type { PhoneType } from './phone-kind.ts'

type PlainNumber = { e164: string; type: PhoneType }

type Country = {
  code: string
  /** Dialled at home and not part of the number. */
  prefix: string
  whole: RegExp
  /** Possible lengths and pattern by type: fixed lines first, then mobiles. */
  types: readonly (readonly [pattern: RegExp, lengths: readonly number[] | null] | null)[]
}

/** Where they stand in a country's entry of the library's metadata (its version 4). */
const AT = { code: 0, national: 2, prefix: 5, parsing: 7, transform: 8, types: 11 } as const
const [FIXED, MOBILE] = [0, 1]

const countries = new Map<string, Country | null>()
const entire = (pattern: string) => new RegExp(`^(?:${pattern})$`)

type Entry = readonly unknown[]
type Kind = readonly [pattern: string, lengths?: readonly number[]] | 0
const ENTRIES = metadata.countries as unknown as Readonly<Record<string, Entry>>
const CODES = metadata.country_calling_codes as unknown as Readonly<Record<string, readonly string[]>>
const ONLY: ReadonlyMap<string, string> = new Map(
  Object.entries(CODES).flatMap(([code, [first = '', ...others]]) =>
    others.length === 0 ? [[code, first] as const] : [],
  ),
)

/**
 * ISO 3166-1 of the country whose numbers begin with a code (`+44`, `0034`), the largest of several; null for none.
 * `isBare`: the sign may be missing, which spreadsheets take away.
 */
export function countryOfCode(cell: string, isBare = false): string | null {
  const [, sign, code = ''] = /^\s*\(?(\+|00)?(\d{1,3})\)?\s*$/.exec(cell) ?? []
  return sign || isBare ? (CODES[code]?.[0] ?? null) : null
}

/** Null where a number may mean more than its digits: a shared code, or digits that are dialled and not part of it. */
function countryOf(id: string): Country | null {
  let country = countries.get(id)
  if (country === undefined) countries.set(id, (country = compiled(ENTRIES[id])))
  return country
}

function compiled(entry: Entry | undefined): Country | null {
  if (!entry || !ONLY.has(String(entry[AT.code]))) return null
  if (entry[AT.parsing] || entry[AT.transform]) return null
  const types = entry[AT.types] as readonly Kind[] | undefined
  if (!types || !types[MOBILE] || types[MOBILE][0] === '') return null
  return {
    code: String(entry[AT.code]),
    prefix: (entry[AT.prefix] as string | undefined) || '',
    whole: entire(String(entry[AT.national])),
    types: types.map((type) => (type && type[0] ? [entire(type[0]), type[1] ?? null] : null)),
  }
}

/**
 * What the library says of a number in plain digits (`+` in front or not), some thirty times sooner: its own patterns,
 * compiled once. Null = ask the library: the number is not plain, its country has more rules, or it is not valid.
 */
export function plainNumber(digits: string, country: string | null): PlainNumber | null {
  const isAbroad = digits.startsWith('+')
  const found = isAbroad ? abroad(digits) : country === null ? null : countryOf(country)
  if (!found) return null
  const given = isAbroad ? digits.slice(1 + found.code.length) : digits
  const isPrefixed = found.prefix !== '' && given.startsWith(found.prefix)
  const national = isPrefixed ? given.slice(found.prefix.length) : given
  if (!found.whole.test(national)) return null
  const is = (at: number) => {
    const type = found.types[at]
    return type != null && (type[1]?.includes(national.length) ?? true) && type[0].test(national)
  }
  const e164 = `+${found.code}${national}`
  if (is(FIXED)) return { e164, type: is(MOBILE) ? 'other' : 'fixed' }
  if (is(MOBILE)) return { e164, type: 'mobile' }
  return found.types.some((_, at) => is(at)) ? { e164, type: 'other' } : null
}

function abroad(digits: string): Country | null {
  for (let length = 1; length <= 3; length++) {
    const id = ONLY.get(digits.slice(1, 1 + length))
    if (id !== undefined) return countryOf(id)
  }
  return null
}
