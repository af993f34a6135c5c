import type { IsHoliday } from './calendar.ts'

type Year = { year: number; source: string; days: readonly string[] }

/** Public holidays of a whole country. Those that fall on a Sunday change nothing and are left out. */
const NATIONAL: Readonly<Record<string, readonly Year[]>> = {
  ES: [
    {
      year: 2025,
      source: 'Resolución de 15 de octubre de 2024, Dirección General de Trabajo (BOE-A-2024-21316)',
      days: ['01-01', '01-06', '04-18', '05-01', '08-15', '11-01', '12-06', '12-08', '12-25'],
    },
    {
      year: 2026,
      source:
        'Resolución de 17 de octubre de 2025, Dirección General de Trabajo (BOE, 28 de octubre de 2025)',
      days: ['01-01', '01-06', '04-03', '05-01', '08-15', '10-12', '12-08', '12-25'],
    },
    {
      year: 2027,
      source: 'Real Decreto 2001/1983, artículo 45; to be read against the resolution of autumn 2026',
      days: ['01-01', '01-06', '03-26', '05-01', '10-12', '11-01', '12-06', '12-08', '12-25'],
    },
  ],
}

const SETS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(NATIONAL).map(([country, years]) => [
    country,
    new Set(years.flatMap(({ year, days }) => days.map((day) => `${year}-${day}`))),
  ]),
)

/** For a country (ISO 3166-1) that we have no holidays of, no day is one. */
export function holidaysOf(country: string): IsHoliday {
  const days = SETS.get(country)
  return (day) => days?.has(day) ?? false
}
