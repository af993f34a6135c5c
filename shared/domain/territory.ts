import { fold } from '../lib/fold.ts'

/** What an area of a territory may ask: PRODUCT.md is silent on territories, the issue names these. */
export const AREA_FIELDS = ['lists', 'countries', 'regions', 'provinces', 'postcodes', 'industries'] as const
export type AreaField = (typeof AREA_FIELDS)[number]

/** All of its fields hold; of a field any of its values. A field without values asks nothing. */
export type Area = Readonly<Partial<Record<AreaField, readonly string[]>>>

/** Whom a rep is served: whoever lies in any of the areas. `n` is its short name inside calendars. */
export type Territory = { n: number; repId: string; areas: readonly Area[] }

/** What of a lead decides in whose territory it lies. */
export type Site = {
  listId: string
  /** ISO 3166-1, or 3166-2 where the region is known; '' when nobody knows the country. */
  region: string
  province: string | null
  postalCode: string | null
  industry: string | null
}

type Ask = (site: Site, values: ReadonlySet<string>) => boolean

/** Values are compared as `plain` writes them. */
const ASKS: Readonly<Record<AreaField, Ask>> = {
  lists: ({ listId }, values) => values.has(listId),
  countries: ({ region }, values) => values.has(region.slice(0, 2).toLowerCase()),
  regions: ({ region }, values) => values.has(region.toLowerCase()),
  provinces: ({ province }, values) => province !== null && values.has(fold(province)),
  postcodes: ({ postalCode }, values) => {
    const code = compact(postalCode ?? '')
    return code !== '' && [...values].some((prefix) => code.startsWith(compact(prefix)))
  },
  industries: ({ industry }, values) => industry !== null && values.has(fold(industry)),
}

const compact = (text: string) => text.replace(/[\s-]/g, '').toLowerCase()

/** An area that asks nothing at all would be everything, and is nothing. */
export const isBlank = (area: Area): boolean => AREA_FIELDS.every((field) => !area[field]?.length)

/** Ready to be asked of many: the short names of the territories that a site lies in, in order, as '1.4'. */
export function patches(territories: readonly Territory[]): (site: Site) => string {
  const ready = territories.map(({ n, areas }) => ({ n, isIn: anyOf(areas) })).toSorted((a, b) => a.n - b.n)
  return (site) => {
    const names = ready.filter(({ isIn }) => isIn(site)).map(({ n }) => n)
    return names.join('.')
  }
}

function anyOf(areas: readonly Area[]): (site: Site) => boolean {
  const asked = areas.filter((area) => !isBlank(area)).map(questionsOf)
  return (site) => asked.some((questions) => questions.every((holds) => holds(site)))
}

function questionsOf(area: Area): ((site: Site) => boolean)[] {
  return AREA_FIELDS.flatMap((field) => {
    const values = new Set((area[field] ?? []).map((value) => fold(value)).filter((value) => value !== ''))
    return values.size === 0 ? [] : [(site: Site) => ASKS[field](site, values)]
  })
}

/** The fields in which no area of the territory holds the lead, of the area that comes nearest: what would mend it. */
export function missedFields(territory: Territory, site: Site): AreaField[] {
  const misses = territory.areas
    .filter((area) => !isBlank(area))
    .map((area) =>
      AREA_FIELDS.filter((field) => area[field]?.length && !anyOf([{ [field]: area[field] }])(site)),
    )
  return misses.toSorted((a, b) => a.length - b.length)[0] ?? []
}

/** Nobody's, or the rep's own; who has no territory is served everywhere. */
export const isServedIn = (patch: string, n: number | null): boolean =>
  n === null || patch.split('.').includes(String(n))
