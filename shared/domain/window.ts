import { DAY } from '../lib/time.ts'
import { addDays, dayOf, instantOf, minutesOf, weekdayOf, type IsHoliday } from './calendar.ts'
import { holidaysOf } from './holidays.ts'
import {
  narrowed,
  narrowingKey,
  narrowingOf,
  overlap,
  type Narrowing,
  type Narrowings,
} from './policy/narrowing.ts'
import type { Hours, HoursRule, PackId, Source, Span } from './policy/pack.ts'
import { inForce, packOf } from './policy/packs.ts'

/** What a calendar is made of; all that is not here holds for everybody. */
export type CalendarOf = {
  country: string | null
  /** ISO 3166-2 of the days and hours they live by; the country without it. */
  region?: string
  business: boolean
  /** There is a lawful basis; without one no consumer is called. */
  basis: boolean
  /** They themselves said yes, for countries that ask for it. */
  consented?: boolean
  /** First day (`YYYY-MM-DD`) on which a screening or a basis no longer holds; null = none is known. */
  until?: string | null
  /** What blocks on paper: the window never opens. */
  closed?: boolean
  zones: readonly string[]
  home: string
  narrowings?: Narrowings
  /** The territories that it lies in: whom it is served to hangs on them as when hangs on the rest. */
  patch?: string
}

/**
 * The calendar a lead's calls follow, as one text, so that a thousand leads are opened and closed as one:
 * pack~narrowing^until | business (b), consumers (c), consumers who never agreed (u) or never (x) | zones | region, and
 * | territories where it lies in any. `home` stands in for no zone.
 */
export function calendarKey(who: CalendarOf): string {
  const { country, business, until = null, narrowings } = who
  const pack = packOf(country)
  const region = who.region || country || ''
  const narrowing = narrowings ? narrowingKey(narrowings, pack, region) : ''
  const zones = who.zones.length > 0 ? who.zones.join('&') : `?${who.home}`
  const policy = `${pack}${narrowing && `~${narrowing}`}${until === null ? '' : `^${until}`}`
  const kind = business ? 'b' : who.consented || !ASKS_CONSENT.has(pack) ? 'c' : 'u'
  const isClosed = who.closed === true || (!business && !who.basis)
  return withPatch([policy, isClosed ? 'x' : kind, zones, region].join('|'), who.patch ?? '')
}
const PARTS = 4

/** The same calendar in other territories. */
export const withPatch = (key: string, patch: string): string =>
  [...key.split('|').slice(0, PARTS), ...(patch === '' ? [] : [patch])].join('|')

/** The territories of a calendar, as `patches` names them; '' = nobody's. */
export const patchOfKey = (key: string): string => key.split('|')[PARTS] ?? ''
const ASKS_CONSENT: ReadonlySet<PackId> = new Set(['FR'])

type WindowNow = {
  open: boolean
  /** When it closes (open) or opens (closed); null when it never does. */
  changesAt: number | null
}

/** Is the window of this calendar open? With several zones, only while it is open in all of them. */
export function windowAt(key: string, now: number): WindowNow {
  const kept = windows.get(key)
  if (kept && kept.from <= now && now < (kept.changesAt ?? kept.looked)) return kept
  const found = look(key, now)
  if (windows.size >= MOST_KEPT) windows.clear()
  // "Never" was only looked up so far.
  windows.set(key, { ...found, from: now, looked: now + DAY })
  return found
}

/** The zones of a calendar; empty when they are unknown. */
export const zonesOfKey = (key: string): readonly string[] => {
  const { zones, known } = readKey(key)
  return known ? zones : []
}

/** Whose day it is: the first zone of a calendar, or the desk's own when the person's is unknown. */
export const clockOfKey = (key: string): string => readKey(key).zones[0] ?? 'UTC'

/** The country or its part, `ES` or `US-FL`, that a calendar is of. */
export const regionOfKey = (key: string): string => readKey(key).region
/** Public holidays where the calendar is of. */
export const isHolidayOfKey = (key: string): IsHoliday => holidaysOf(readKey(key).region)

/** The same place by its hours alone: what is missing on paper is said for itself. */
export const hoursKey = (key: string, business: boolean): string => {
  const [policy = '', , ...rest] = key.split('|')
  return [policy.replace(/\^.*/, ''), business ? 'b' : 'c', ...rest].join('|')
}

/** What the hours of this calendar rest on, the narrowest last. */
export const sourcesOfKey = (key: string, now: number): readonly Source[] => {
  const read = readKey(key)
  return hourRules(read, dayOf(clockOfKey(key), now)).map(({ source }) => source)
}

const MOST_KEPT = 5000
const FAR_DAYS = 20
const windows = new Map<string, WindowNow & { from: number; looked: number }>()

type Read = {
  pack: PackId
  kind: string
  zones: readonly string[]
  known: boolean
  region: string
  narrowing: Narrowing | null
  until: string
}

function readKey(key: string): Read {
  const [policy = '', kind = '', zones = '', region = ''] = key.split('|')
  const [whole = '', until = ''] = policy.split('^')
  const [pack = '', narrowing = ''] = whole.split('~')
  const known = !zones.startsWith('?')
  return {
    pack: packOf(pack),
    kind,
    zones: (known ? zones : zones.slice(1)).split('&'),
    known,
    region,
    narrowing: narrowing === '' ? null : narrowingOf(narrowing),
    until,
  }
}

function look(key: string, now: number): WindowNow {
  const read = readKey(key)
  // Consumers whose zone nobody knows are not called at all.
  if (read.kind === 'x' || (read.kind !== 'b' && !read.known)) return { open: false, changesAt: null }
  const { zones } = read
  const isHoliday = holidaysOf(read.region)
  const inZones = (at: number) => zones.map((zone) => inZone(read, zone, isHoliday, at))
  const present = inZones(now)
  if (present.every(({ open }) => open)) return { open: true, changesAt: Math.min(...present.map(changeOf)) }

  let at = now
  while (at < now + FAR_DAYS * DAY) {
    const closed = inZones(at).filter(({ open }) => !open)
    if (closed.length === 0) return { open: false, changesAt: at }
    at = Math.max(...closed.map(changeOf))
  }
  return { open: false, changesAt: null }
}

const changeOf = ({ changesAt }: WindowNow) => changesAt ?? Infinity

function inZone(read: Read, zone: string, isHoliday: IsHoliday, at: number): WindowNow {
  const today = dayOf(zone, at)
  const minutes = minutesOf(zone, at)
  const spans = spansOn(read, today, isHoliday)
  const inside = spans.find(([from, to]) => from <= minutes && minutes < to)
  if (inside) return { open: true, changesAt: instantOf(zone, today, inside[1]) }
  const later = spans.find(([from]) => from > minutes)
  if (later) return { open: false, changesAt: instantOf(zone, today, later[0]) }
  for (let days = 1; days <= FAR_DAYS; days++) {
    const day = addDays(today, days)
    const [first] = spansOn(read, day, isHoliday)
    if (first) return { open: false, changesAt: instantOf(zone, day, first[0]) }
  }
  return { open: false, changesAt: null }
}

function spansOn(read: Read, day: string, isHoliday: IsHoliday): readonly Span[] {
  if (read.until !== '' && day >= read.until) return []
  if (read.kind === 'u' && inForce(read.pack, 'consent', 'consumers', day).length > 0) return []
  const weekday = weekdayOf(day)
  const [first, ...others] = hourRules(read, day).map(({ hours }) => ofDay(hours, weekday, isHoliday(day)))
  const spans = others.reduce<readonly Span[]>(overlap, first ?? [])
  return read.narrowing ? narrowed(spans, read.narrowing, day, weekday) : spans
}

/** Where the region is not known, those of all its country's regions hold at once. */
function hourRules({ pack, kind, region }: Read, day: string): HoursRule[] {
  return inForce(pack, 'hours', kind === 'b' ? 'business' : 'consumers', day).filter(
    (rule) => rule.region === undefined || rule.region === region || region === pack,
  )
}

function ofDay(hours: Hours, weekday: number, isHoliday: boolean): readonly Span[] {
  if (!hours.holidays && isHoliday) return []
  return weekday === 7 ? hours.sunday : weekday === 6 ? hours.saturday : hours.weekdays
}
