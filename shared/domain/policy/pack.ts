import type { ScreeningList } from '../screening.ts'

/** Minutes from local midnight. */
export type Span = readonly [from: number, to: number]
export type Hours = {
  weekdays: readonly Span[]
  saturday: readonly Span[]
  sunday: readonly Span[]
  /** On public holidays as on other days. */
  holidays: boolean
}

type Who = 'business' | 'consumers' | 'all'
export type Source = {
  /** The law or the regulator's page by name. */
  name: string
  address: string | null
}

/** What every rule of a pack says of itself (PRODUCT.md section 9). Days are `YYYY-MM-DD`. */
type Dated = {
  id: string
  who: Who
  /** First day it holds; null = longer than anybody calls. */
  since: string | null
  /** First day it holds no more. */
  until?: string
  source: Source
  /** Day from which somebody should read the source again; null = our own practice, nothing to read. */
  reviewBy: string | null
}
export type HoursRule = Dated & {
  kind: 'hours'
  hours: Hours
  /** ISO 3166-2; without it the whole country. */
  region?: string
}
/** No unsolicited call leaves such a line. */
type LineRule = Dated & { kind: 'line'; line: 'mobile' }
/** These lists are asked before calling, each no older than so many days, or anew for every campaign. */
export type ScreeningRule = Dated & {
  kind: 'screening'
  lists: readonly ScreeningList[]
  within: number | 'campaign'
}
/** Only with the person's own prior consent. */
type ConsentRule = Dated & { kind: 'consent' }
/** For how long a dealing with an existing customer is a ground to call. */
type ExistingRule = Dated & { kind: 'existing'; months: number }
/** Somebody who trades alone is a consumer, whatever the list says. */
type SoleTraderRule = Dated & { kind: 'sole_trader' }

export type PolicyRule = HoursRule | LineRule | ScreeningRule | ConsentRule | ExistingRule | SoleTraderRule
export type RuleKind = PolicyRule['kind']

export const PACK_IDS = ['ES', 'GB', 'US', 'FR', 'default'] as const
export type PackId = (typeof PACK_IDS)[number]
export type Pack = readonly PolicyRule[]

const hour = (hours: number) => hours * 60
const NEVER: readonly Span[] = []
export const OWN: Source = { name: 'Own practice', address: null }

/** Monday to Friday but on holidays. */
export const weekdays = (...spans: readonly (readonly [number, number])[]): Hours => ({
  weekdays: spans.map(([from, to]) => [hour(from), hour(to)] as const),
  saturday: NEVER,
  sunday: NEVER,
  holidays: false,
})

/** Every day alike. */
export const daily = (from: number, to: number): Hours => {
  const spans = [[hour(from), hour(to)]] as const
  return { weekdays: spans, saturday: spans, sunday: spans, holidays: true }
}

/** As every day, but never on Sundays, nor on holidays when `holidays` is false. */
export const noSundays = (from: number, to: number, holidays: boolean): Hours => ({
  ...daily(from, to),
  sunday: NEVER,
  holidays,
})
