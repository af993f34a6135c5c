import { getCountryCallingCode, isSupportedCountry, type CountryCode } from 'libphonenumber-js/max'

import { readPhone, type ReadPhone } from './read-phone.ts'

export type PhoneProblem = 'phone_letters' | 'phone_invalid' | 'phone_no_country'
export type PhonesRead = { phones: ReadPhone[]; problems: { cell: string; problem: PhoneProblem }[] }

const LABEL =
  /^(?:tel[eé]fonos?|tel[fe]?|tlf|tf(?:no)?|m[oó]vil|mov|cel(?:ular)?|mobile|mob|cell|phone|ph|t|m)\b[.:\s]*/iu
const SEPARATORS = /\s*(?:[/;|,\n]|\s[yeo]\s|\s(?:and|or|ou)\s|\s-\s)\s*/iu
const EXTENSION = /(?:\b(?:ext|extension|extensi[oó]n|int)\b\.?|[x#])\s*\d+\s*$/iu
const FEWEST_DIGITS = 5

/**
 * Every number that stands in a cell, the mobiles first. `country` is ISO 3166-1 and only for numbers without their own;
 * null = there is none. A number with letters is refused, since it is spelt for a keypad.
 */
export function readPhones(cell: string, country: string | null): PhonesRead {
  const text = cell.normalize('NFKC').trim()
  const whole = readOne(text, country)
  if (typeof whole !== 'string') return { phones: [whole], problems: [] }
  const parts = text.split(SEPARATORS).filter((part) => part !== '')
  const read = parts.map((part) => ({ part, found: readOne(part, country) }))
  const phones = read.flatMap(({ found }) => (typeof found === 'string' ? [] : [found]))
  const problems = read.flatMap(({ part, found }) =>
    typeof found === 'string' ? [{ cell: part, problem: found }] : [],
  )
  return { phones: mobilesFirst(unique(phones)), problems }
}

function readOne(given: string, country: string | null): ReadPhone | PhoneProblem {
  const text = plain(given)
  if (/\p{L}/u.test(text.replace(EXTENSION, ''))) return 'phone_letters'
  if (country === null && !text.startsWith('+')) return 'phone_no_country'
  const home = country ?? ''
  return readPhone(text, home) ?? withItsCode(text, home) ?? 'phone_invalid'
}

/** What spreadsheets and people put around a number. */
const plain = (text: string) =>
  text
    .trim()
    .replace(/^'/, '')
    .replace(LABEL, '')
    .replace(/^00(?=[1-9])/, '+')
    .replace(/(\d)\.0$/, '$1')

/** `34600111222`: the country's code without its sign. */
function withItsCode(text: string, country: string): ReadPhone | null {
  if (!isSupportedCountry(country) || text.startsWith('+')) return null
  const code: string = getCountryCallingCode(country satisfies CountryCode)
  const digits = text.replace(/\D/g, '')
  return digits.startsWith(code) && digits.length > code.length + FEWEST_DIGITS
    ? readPhone(`+${digits}`, country)
    : null
}

/** Stable: numbers of a kind stay in the order in which they stood. */
export const mobilesFirst = (phones: readonly ReadPhone[]): ReadPhone[] =>
  phones.toSorted((a, b) => Number(b.type === 'mobile') - Number(a.type === 'mobile'))

const unique = (phones: readonly ReadPhone[]) =>
  phones.filter(({ e164 }, at) => phones.findIndex((each) => each.e164 === e164) === at)
