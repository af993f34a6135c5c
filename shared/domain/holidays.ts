import type { IsHoliday } from './calendar.ts'
import { HOLIDAY_DAYS } from './holiday-days.ts'

/** What the days of a country follow, by ISO 3166-1 code. */
const HOLIDAY_SOURCES: Readonly<Record<string, string>> = {
  ES: 'Relación de fiestas laborales de la Dirección General de Trabajo (BOE-A-2024-21316; BOE, 28 de octubre de 2025)',
  GB: 'Banking and Financial Dealings Act 1971, and proclamations under it; gov.uk/bank-holidays',
  US: '5 U.S.C. 6103',
  FR: 'Code du travail, article L3133-1; Code local d’Alsace-Moselle, article L3134-13',
  PT: 'Código do Trabalho, artigo 234.º',
  DE: 'Feiertagsgesetze der Länder',
  IT: 'Legge 27 maggio 1949, n. 260',
  MX: 'Ley Federal del Trabajo, artículo 74',
  BR: 'Lei n.º 662/1949',
  IE: 'Organisation of Working Time Act 1997, second schedule',
  NL: 'Algemene termijnenwet, artikel 3',
  BE: 'Arrêté royal du 18 avril 1974',
  AT: 'Arbeitsruhegesetz, § 7',
  CH: 'Bundesverfassung, Artikel 110, and what all cantons keep',
  CA: 'Holidays Act, and what all provinces keep',
  PL: 'Ustawa o dniach wolnych od pracy z 18 stycznia 1951',
  SE: 'Lag (1989:253) om allmänna helgdagar',
  DK: 'Lov om helligdage',
  NO: 'Lov om helligdager og helligdagsfred',
  FI: 'Almanacs of the University of Helsinki; Työaikalaki',
  LU: 'Code du travail, article L. 232-2',
}

/** Regions of these countries choose days of their own each year: the later years are as the law stands today. */
const PROVISIONAL: Readonly<Record<string, number>> = { ES: 2027 }

const SETS: ReadonlyMap<string, { years: ReadonlySet<number>; days: ReadonlySet<string> }> = new Map(
  HOLIDAY_DAYS.trim()
    .split('\n')
    .map((line) => {
      const region = line.slice(0, line.indexOf(' '))
      const years = line
        .slice(region.length + 1)
        .split(' | ')
        .map((part) => part.split(':') as [string, string])
      const days = years.flatMap(([year, list]) =>
        list.split(' ').map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`),
      )
      return [region, { years: new Set(years.map(([year]) => Number(year))), days: new Set(days) }] as const
    }),
)

/** Holidays of a country (`ES`) or of a region in it (`ES-MD`), which keeps its country's too. Unknown: no day is one. */
export function holidaysOf(region: string): IsHoliday {
  const [own, whole] = [SETS.get(region)?.days, SETS.get(region.slice(0, 2))?.days]
  return (day) => (whole?.has(day) ?? false) || (own?.has(day) ?? false)
}

export type YearKnown = 'known' | 'provisional' | 'missing'

/** Are the holidays of that country and year here? Countries of which we have none at all are `missing` too. */
export function yearOf(country: string, year: number): YearKnown {
  const known = SETS.get(country.slice(0, 2))
  if (!known?.years.has(year)) return 'missing'
  return year >= (PROVISIONAL[country.slice(0, 2)] ?? Infinity) ? 'provisional' : 'known'
}

/** Every country with its source, its regions and its years, for the screen that shows them. */
export const holidayTables = (): { country: string; source: string; regions: string[]; years: number[] }[] =>
  Object.entries(HOLIDAY_SOURCES).map(([country, source]) => ({
    country,
    source,
    regions: [...SETS.keys()].filter((region) => region.startsWith(`${country}-`)),
    years: [...(SETS.get(country)?.years ?? [])],
  }))
