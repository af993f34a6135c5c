import { COUNTRY_ZONES } from './zone-countries.ts'

const found = new Map<string, string | null>()

/** The country (ISO 3166-1) that a zone is the clock of; null for one that no country has, such as UTC. */
export function countryOfZone(zone: string): string | null {
  let country = found.get(zone)
  if (country === undefined) found.set(zone, (country = lookUp(zone)))
  return country
}

function lookUp(zone: string): string | null {
  const entry = COUNTRY_ZONES.trim()
    .split(/[;\n]/)
    .find((line) => (line.split(' ')[0] ?? '').split('&').includes(zone))
  return entry?.split(' ')[1] ?? null
}
