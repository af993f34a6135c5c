import { addDays, dayOf, instantOf, minutesOf, weekdayOf, type IsHoliday } from './calendar.ts'
import { holidaysOf } from './holidays.ts'

/** Minutes from local midnight. */
type Span = readonly [from: number, to: number]
type Hours = {
  weekdays: readonly Span[]
  saturday: readonly Span[]
  sunday: readonly Span[]
  holidays: boolean
}
type Pack = {
  source: string
  /** Day from which somebody should read the source again. */
  reviewBy: string | null
  business: Hours
  /** Null: no rules for this country, so consumers are not called there. */
  consumers: Hours | null
}

const hour = (hours: number) => hours * 60
const weekdays = (...spans: Span[]): Hours => ({ weekdays: spans, saturday: [], sunday: [], holidays: false })

/** When a phone may ring, by country (PRODUCT.md sections 7 and 9). */
const PACKS = {
  ES: {
    source: 'Business: own practice. Consumers: Real Decreto Legislativo 1/2007, artículo 96.2',
    reviewBy: '2026-12-31',
    business: weekdays([hour(9), hour(14)], [hour(16), hour(19)]),
    consumers: weekdays([hour(9), hour(21)]),
  },
  default: {
    source: 'Own practice',
    reviewBy: null,
    business: weekdays([hour(9), hour(19)]),
    consumers: null,
  },
} as const satisfies Record<string, Pack>
type PackId = keyof typeof PACKS

export const hasRules = (country: string | null): country is Exclude<PackId, 'default'> =>
  country !== null && country !== 'default' && Object.hasOwn(PACKS, country)

/**
 * The calendar a lead's calls follow, as one text, so that a thousand leads are opened and closed as one:
 * policy | business (b), consumers (c) or never (x) | zones | region of the holidays. `home` stands in for no zone.
 */
export function calendarKey(who: {
  country: string | null
  business: boolean
  /** The list names its lawful basis; without one no consumer is called. */
  basis: boolean
  zones: readonly string[]
  home: string
}): string {
  const pack = hasRules(who.country) ? who.country : 'default'
  const zones = who.zones.length > 0 ? who.zones.join('&') : `?${who.home}`
  const kind = who.business ? 'b' : who.basis ? 'c' : 'x'
  return [pack, kind, zones, who.country ?? ''].join('|')
}

export type WindowNow = {
  open: boolean
  /** When it closes (open) or opens (closed); null when it never does. */
  changesAt: number | null
}

/** Is the window of this calendar open? With several zones, only while it is open in all of them. */
export function windowAt(key: string, now: number): WindowNow {
  const kept = windows.get(key)
  if (kept && kept.from <= now && now < (kept.changesAt ?? Infinity)) return kept
  const found = look(key, now)
  if (windows.size >= MOST_KEPT) windows.clear()
  windows.set(key, { ...found, from: now })
  return found
}

/** The zones of a calendar; empty when they are unknown. */
export const zonesOfKey = (key: string): readonly string[] => {
  const { zones, known } = readKey(key)
  return known ? zones : []
}

/** Whose day it is: the first zone of a calendar, or the desk's own when the person's is unknown. */
export const clockOfKey = (key: string): string => readKey(key).zones[0] ?? 'UTC'

export const isHolidayOfKey = (key: string): IsHoliday => holidaysOf(readKey(key).region)

const MOST_KEPT = 5000
const FAR_DAYS = 20
const windows = new Map<string, WindowNow & { from: number }>()

function readKey(key: string) {
  const [pack = 'default', kind, zones = '', region = ''] = key.split('|')
  const known = !zones.startsWith('?')
  const list = (known ? zones : zones.slice(1)).split('&')
  const { business, consumers } = PACKS[Object.hasOwn(PACKS, pack) ? (pack as PackId) : 'default']
  // Consumers whose zone nobody knows are not called at all.
  const hours = kind === 'b' ? business : kind === 'c' && known ? consumers : null
  return { hours, zones: list, known, region }
}

function look(key: string, now: number): WindowNow {
  const { hours, zones, region } = readKey(key)
  if (hours === null) return { open: false, changesAt: null }
  const isHoliday = holidaysOf(region)
  const inZones = (at: number) => zones.map((zone) => inZone(hours, zone, isHoliday, at))
  const present = inZones(now)
  if (present.every(({ open }) => open)) return { open: true, changesAt: Math.min(...present.map(changeOf)) }

  let at = now
  while (at < now + FAR_DAYS * 86_400_000) {
    const closed = inZones(at).filter(({ open }) => !open)
    if (closed.length === 0) return { open: false, changesAt: at }
    at = Math.max(...closed.map(changeOf))
  }
  return { open: false, changesAt: null }
}

const changeOf = ({ changesAt }: WindowNow) => changesAt ?? Infinity

function inZone(hours: Hours, zone: string, isHoliday: IsHoliday, at: number): WindowNow {
  const today = dayOf(zone, at)
  const minutes = minutesOf(zone, at)
  const spans = spansOn(hours, today, isHoliday)
  const inside = spans.find(([from, to]) => from <= minutes && minutes < to)
  if (inside) return { open: true, changesAt: instantOf(zone, today, inside[1]) }
  const later = spans.find(([from]) => from > minutes)
  if (later) return { open: false, changesAt: instantOf(zone, today, later[0]) }
  for (let days = 1; days <= FAR_DAYS; days++) {
    const day = addDays(today, days)
    const [first] = spansOn(hours, day, isHoliday)
    if (first) return { open: false, changesAt: instantOf(zone, day, first[0]) }
  }
  return { open: false, changesAt: null }
}

function spansOn(hours: Hours, day: string, isHoliday: IsHoliday): readonly Span[] {
  if (!hours.holidays && isHoliday(day)) return []
  const weekday = weekdayOf(day)
  return weekday === 7 ? hours.sunday : weekday === 6 ? hours.saturday : hours.weekdays
}
