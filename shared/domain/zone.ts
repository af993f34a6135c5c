import { fold } from '../lib/fold.ts'
import { memo } from '../lib/memo.ts'
import type { PhoneType } from './phone-kind.ts'
import { CODE_COUNTRIES, COUNTRY_ZONES } from './zone-countries.ts'
import { PREFIX_ZONES } from './zone-prefixes.ts'

/** All that may say where somebody is. */
export type Whereabouts = {
  /** IANA, set by hand. */
  zone: string | null
  /** ISO 3166-1, of the person. */
  country: string | null
  province: string | null
  postalCode: string | null
  /** E.164, the first to call first. */
  phones: readonly { e164: string; type: PhoneType }[]
  /** The list's country, for people who say nothing of theirs. */
  listCountry: string | null
}

const MAINLAND = 'Europe/Madrid'
const CANARIES = 'Atlantic/Canary'
const CANARY_POSTCODE = /^(35|38)\d{3}$/
const SPANISH_POSTCODE = /^(0[1-9]|[1-4]\d|5[0-2])\d{3}$/

const CANARY_PROVINCES = new Set(
  'las palmas|santa cruz de tenerife|tenerife|gran canaria|canarias|islas canarias|canary islands|lanzarote|fuerteventura|la palma|la gomera|el hierro|las palmas de gran canaria'.split(
    '|',
  ),
)
const OTHER_PROVINCES = new Set(
  `a coruna|la coruna|coruna|alava|araba|albacete|alicante|alacant|almeria|asturias|avila|badajoz|baleares|illes balears|islas baleares|mallorca|barcelona|bizkaia|vizcaya|burgos|caceres|cadiz|cantabria|castellon|castello|ceuta|ciudad real|cordoba|cuenca|gipuzkoa|guipuzcoa|girona|gerona|granada|guadalajara|huelva|huesca|jaen|la rioja|rioja|leon|lleida|lerida|lugo|madrid|comunidad de madrid|malaga|melilla|murcia|region de murcia|navarra|nafarroa|ourense|orense|palencia|pontevedra|salamanca|segovia|sevilla|seville|soria|tarragona|teruel|toledo|valencia|valladolid|zamora|zaragoza|saragossa|andalucia|aragon|castilla y leon|castilla-la mancha|castilla la mancha|cataluna|catalunya|comunidad valenciana|comunitat valenciana|extremadura|galicia|pais vasco|euskadi`.split(
    '|',
  ),
)

/** The person's own country, else their number's, else their list's; null when none says. */
export function countryOf({ country, phones, listCountry }: Whereabouts): string | null {
  if (country !== null) return country
  for (const { e164 } of phones) {
    const found = countryOfNumber(e164)
    if (found !== null) return found
  }
  return listCountry
}

/**
 * Every zone the person may be in, by the first thing that answers (PRODUCT.md section 7): by hand; postal code or
 * province; prefix of a number that is no mobile; country. Empty = unknown. With several, call only while all are open.
 */
export function zonesOf(where: Whereabouts): readonly string[] {
  if (where.zone) return [where.zone]
  const country = countryOf(where)
  const placed = country === 'ES' ? spanishZone(where) : null
  if (placed) return [placed]
  for (const { e164, type } of where.phones) {
    const zones = type === 'mobile' ? [] : zonesOfPrefix(e164)
    if (zones.length > 0) return zones
  }
  return (country && countryZones().get(country)) || []
}

const spanishZone = ({ postalCode, province }: Whereabouts): string | null =>
  (postalCode === null ? null : zoneOfPostcode(postalCode)) ?? zoneOfProvince(province ?? '')

const zoneOfPostcode = memo((text) => {
  const code = text.replace(/\s/g, '').padStart(5, '0')
  return CANARY_POSTCODE.test(code) ? CANARIES : SPANISH_POSTCODE.test(code) ? MAINLAND : null
})
const zoneOfProvince = memo((text) => {
  const name = fold(text)
  return CANARY_PROVINCES.has(name) ? CANARIES : OTHER_PROVINCES.has(name) ? MAINLAND : null
})

/** Longest prefix wins. A whole country with several zones says nothing that its name does not. */
function zonesOfPrefix(e164: string): readonly string[] {
  for (let length = Math.min(e164.length - 1, LONGEST); length > 0; length--) {
    const prefix = e164.slice(1, 1 + length)
    const zones = prefixZones().get(prefix)
    if (zones) return zones.length > 1 && codeCountries().has(prefix) ? [] : zones
  }
  return []
}

/** The main country of its calling code; null when nobody has it. */
export function countryOfNumber(e164: string): string | null {
  for (let length = 3; length > 0; length--) {
    const country = codeCountries().get(e164.slice(1, 1 + length))
    if (country) return country
  }
  return null
}

const LONGEST = 9
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => (made ??= make())
}
const entries = (table: string) =>
  table
    .trim()
    .split(/[;\n]/)
    .map((entry) => entry.split(' '))
const byKey = (table: string) =>
  new Map(
    entries(table).flatMap(([zones = '', ...keys]) => keys.map((key) => [key, zones.split('&')] as const)),
  )

const prefixZones = once(() => byKey(PREFIX_ZONES))
const countryZones = once(() => byKey(COUNTRY_ZONES))
const codeCountries = once(
  () => new Map(entries(CODE_COUNTRIES).map(([code = '', country = '']) => [code, country] as const)),
)
