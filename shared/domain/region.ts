import { fold } from '../lib/fold.ts'
import { STATE_NAMES } from './policy/us-states.ts'

type Where = { country: string | null; province: string | null; postalCode: string | null }

/**
 * The region (ISO 3166-2) whose holidays and hours somebody lives by, as far as postal code or province say so; else the
 * country; '' without one. It decides days and hours of law, never the zone.
 */
export function regionOf({ country, province, postalCode }: Where): string {
  if (country === null) return ''
  const code = (postalCode ?? '').replace(/\s/g, '').toUpperCase()
  const found = BY_COUNTRY[country]?.(code, fold(province ?? ''))
  return found ? `${country}-${found}` : country
}

type Find = (postalCode: string, province: string) => string | undefined

/** Spanish provinces by the two digits of their postal codes, which are those of INE. */
const ES_BY_DIGITS: readonly (readonly [community: string, provinces: string])[] = [
  ['AN', '04 11 14 18 21 23 29 41'],
  ['AR', '22 44 50'],
  ['AS', '33'],
  ['IB', '07'],
  ['CN', '35 38'],
  ['CB', '39'],
  ['CL', '05 09 24 34 37 40 42 47 49'],
  ['CM', '02 13 16 19 45'],
  ['CT', '08 17 25 43'],
  ['VC', '03 12 46'],
  ['EX', '06 10'],
  ['GA', '15 27 32 36'],
  ['MD', '28'],
  ['MC', '30'],
  ['NC', '31'],
  ['PV', '01 20 48'],
  ['RI', '26'],
  ['CE', '51'],
  ['ML', '52'],
]
const ES_BY_NAME: readonly (readonly [community: string, names: string])[] = [
  ['AN', 'almeria|cadiz|cordoba|granada|huelva|jaen|malaga|sevilla|andalucia'],
  ['AR', 'huesca|teruel|zaragoza|aragon'],
  ['AS', 'asturias|principado de asturias'],
  ['IB', 'baleares|illes balears|islas baleares|mallorca|menorca|ibiza'],
  [
    'CN',
    'las palmas|santa cruz de tenerife|tenerife|gran canaria|canarias|islas canarias|lanzarote|fuerteventura',
  ],
  ['CB', 'cantabria'],
  [
    'CL',
    'avila|burgos|leon|palencia|salamanca|segovia|soria|valladolid|zamora|castilla y leon|castilla-leon',
  ],
  ['CM', 'albacete|ciudad real|cuenca|guadalajara|toledo|castilla-la mancha|castilla la mancha'],
  ['CT', 'barcelona|girona|gerona|lleida|lerida|tarragona|cataluna|catalunya'],
  ['VC', 'alicante|alacant|castellon|castello|valencia|comunidad valenciana|comunitat valenciana'],
  ['EX', 'badajoz|caceres|extremadura'],
  ['GA', 'a coruna|la coruna|coruna|lugo|ourense|orense|pontevedra|galicia'],
  ['MD', 'madrid|comunidad de madrid'],
  ['MC', 'murcia|region de murcia'],
  ['NC', 'navarra|nafarroa'],
  ['PV', 'alava|araba|bizkaia|vizcaya|gipuzkoa|guipuzcoa|pais vasco|euskadi'],
  ['RI', 'la rioja|rioja'],
  ['CE', 'ceuta'],
  ['ML', 'melilla'],
]
/** Postcode areas of the nations but England; SY and CH lie on both sides of a border and say nothing. */
const GB_BY_AREA: readonly (readonly [nation: string, areas: string])[] = [
  ['NIR', 'BT'],
  ['SCT', 'AB DD DG EH FK G HS IV KA KW KY ML PA PH TD ZE'],
  ['WLS', 'CF LD LL NP SA'],
]
const GB_BY_NAME: readonly (readonly [nation: string, names: string])[] = [
  ['SCT', 'scotland'],
  ['WLS', 'wales|cymru'],
  ['NIR', 'northern ireland'],
  ['ENG', 'england'],
]
const DE_BY_NAME: readonly (readonly [land: string, names: string])[] = [
  ['BB', 'brandenburg'],
  ['BE', 'berlin'],
  ['BW', 'baden-wurttemberg|baden wurttemberg'],
  ['BY', 'bayern|bavaria'],
  ['HB', 'bremen'],
  ['HE', 'hessen|hesse'],
  ['HH', 'hamburg'],
  ['MV', 'mecklenburg-vorpommern'],
  ['NI', 'niedersachsen|lower saxony'],
  ['NW', 'nordrhein-westfalen|north rhine-westphalia'],
  ['RP', 'rheinland-pfalz|rhineland-palatinate'],
  ['SH', 'schleswig-holstein'],
  ['SL', 'saarland'],
  ['SN', 'sachsen|saxony'],
  ['ST', 'sachsen-anhalt|saxony-anhalt'],
  ['TH', 'thuringen|thuringia'],
]

const mapOf = (rows: readonly (readonly [string, string])[], between: string) =>
  new Map(rows.flatMap(([region, keys]) => keys.split(between).map((key) => [key, region] as const)))
const ES_CODES = mapOf(ES_BY_DIGITS, ' ')
const ES_NAMES = mapOf(ES_BY_NAME, '|')
const GB_AREAS = mapOf(GB_BY_AREA, ' ')
const GB_NAMES = mapOf(GB_BY_NAME, '|')
const DE_NAMES = mapOf(DE_BY_NAME, '|')
const US_NAMES = new Map(
  Object.entries(STATE_NAMES).flatMap(([code, name]) => [
    [code.toLowerCase(), code],
    [fold(name), code],
  ]),
)

/** Every region that somebody's postal code or province may say, but the states of the US, which have names of their own. */
export const REGIONS: readonly string[] = [
  ...ES_BY_DIGITS.map(([code]) => `ES-${code}`),
  ...GB_BY_NAME.map(([code]) => `GB-${code}`),
  ...DE_BY_NAME.map(([code]) => `DE-${code}`),
  'FR-57',
]

/** England has every area that is not another nation's, but for the two that straddle a border. */
function nationOf(code: string): string | undefined {
  const area = /^[A-Z]{1,2}(?=\d)/.exec(code)?.[0]
  if (!area || area === 'SY' || area === 'CH') return undefined
  return GB_AREAS.get(area) ?? 'ENG'
}

const BY_COUNTRY: Readonly<Record<string, Find>> = {
  ES: (code, name) =>
    (/^\d{4,5}$/.test(code) ? ES_CODES.get(code.padStart(5, '0').slice(0, 2)) : undefined) ??
    ES_NAMES.get(name),
  GB: (code, name) => GB_NAMES.get(name) ?? nationOf(code),
  US: (_, name) => US_NAMES.get(name),
  DE: (_, name) => DE_NAMES.get(name),
  // Alsace and Moselle keep two days more.
  FR: (code) => (/^(57|67|68)\d{3}$/.test(code) ? '57' : undefined),
}
