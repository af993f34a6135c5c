import { countryOfCode } from '../phone-fast.ts'
import { parsePhone } from '../phone.ts'
import type { Field } from './field.ts'
import type { Guesses, Seen } from './name-columns.ts'
import { saysPrefix } from './synonyms.ts'

const LOOKED_AT = 200
const NUMBERS: ReadonlySet<Field> = new Set(['phone', 'mobile'])

/**
 * "Prefijo" may be a country's or a place's: 91 is India, and Madrid. Where the numbers beside it are more often whole
 * with it as the digits of a place, it is no column of countries. `country` (ISO): whose places.
 */
export function withoutAreas(
  guesses: Guesses,
  seen: readonly Seen[],
  rows: readonly (readonly string[])[],
  country: string,
): Guesses {
  const numbers = guesses.flatMap((guess, at) => (guess && NUMBERS.has(guess.field) ? [at] : []))
  const isOfPlaces = (at: number): boolean => {
    const pairs = rows
      .slice(0, LOOKED_AT)
      .flatMap((row) => numbers.map((number) => [row[at]?.trim() ?? '', row[number]?.trim() ?? ''] as const))
      .filter(([prefix, number]) => prefix !== '' && number !== '')
    const ofPlaces = pairs.filter(([prefix, number]) => isPlace(prefix, number, country))
    const ofCountries = pairs.filter(([prefix, number]) => isCountry(prefix, number))
    return ofPlaces.length > ofCountries.length
  }
  return guesses.map((guess, at) =>
    guess?.field === 'country' && saysPrefix(seen[at]?.name ?? '') && isOfPlaces(at) ? null : guess,
  )
}

const isPlace = (prefix: string, number: string, country: string): boolean =>
  /^\(?\d{1,5}\)?$/.test(prefix) &&
  !parsePhone(number, country).ok &&
  parsePhone(`${prefix} ${number}`, country).ok

function isCountry(prefix: string, number: string): boolean {
  const country = countryOfCode(prefix, true)
  return country !== null && parsePhone(number, country).ok
}
