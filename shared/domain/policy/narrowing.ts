import { DAY } from '../../lib/time.ts'
import { PACK_IDS, type Span } from './pack.ts'
import { STATE_NAMES } from './us-states.ts'

/** What an admin takes off a pack. It is only ever laid over the pack's own hours, so it never opens a minute. */
export type Narrowing = {
  /** Minutes from local midnight; null = as the pack. */
  earliest: number | null
  latest: number | null
  /** 1 = Monday ... 7 = Sunday: no calls on these. */
  weekdays: readonly number[]
  /** `YYYY-MM-DD`: no calls on these. */
  days: readonly string[]
}
/** By pack, and by state of the United States as `US-FL`. */
export type Narrowings = Readonly<Record<string, Narrowing>>

const NO_NARROWING: Narrowing = { earliest: null, latest: null, weekdays: [], days: [] }
export const isNothing = ({ earliest, latest, weekdays, days }: Narrowing): boolean =>
  earliest === null && latest === null && weekdays.length === 0 && days.length === 0

/** What may be narrowed. */
export const isNarrowable = (subject: string): boolean =>
  PACK_IDS.some((id) => id === subject) ||
  (subject.startsWith('US-') && Object.hasOwn(STATE_NAMES, subject.slice(3)))

/** Both at once. */
const both = (a: Narrowing, b: Narrowing): Narrowing => ({
  earliest:
    a.earliest === null || b.earliest === null
      ? (a.earliest ?? b.earliest)
      : Math.max(a.earliest, b.earliest),
  latest: a.latest === null || b.latest === null ? (a.latest ?? b.latest) : Math.min(a.latest, b.latest),
  weekdays: [...new Set([...a.weekdays, ...b.weekdays])].toSorted((x, y) => x - y),
  days: [...new Set([...a.days, ...b.days])].toSorted(),
})

/** What is taken off for a pack in a region, as text short enough for the key of a calendar; '' = nothing. */
export function narrowingKey(all: Narrowings, pack: string, region: string): string {
  const found = both(all[pack] ?? NO_NARROWING, (region !== pack && all[region]) || NO_NARROWING)
  if (isNothing(found)) return ''
  const days = found.days.map((day) => (Date.parse(day) / DAY).toString(36))
  return [found.earliest ?? '', found.latest ?? '', found.weekdays.join(''), days.join('.')].join('-')
}

/** Back from the key of a calendar; minutes from midnight, days `YYYY-MM-DD`, Monday = 1. */
export function narrowingOf(key: string): Narrowing {
  const [earliest = '', latest = '', weekdays = '', days = ''] = key.split('-')
  return {
    earliest: earliest === '' ? null : Number(earliest),
    latest: latest === '' ? null : Number(latest),
    weekdays: [...weekdays].map(Number),
    days:
      days === ''
        ? []
        : days.split('.').map((day) => new Date(parseInt(day, 36) * DAY).toISOString().slice(0, 10)),
  }
}

/** The spans of a day that are left. */
export function narrowed(
  spans: readonly Span[],
  by: Narrowing,
  day: string,
  weekday: number,
): readonly Span[] {
  if (by.weekdays.includes(weekday) || by.days.includes(day)) return []
  return overlap(spans, [[by.earliest ?? 0, by.latest ?? DAY_MINUTES]])
}

/** What lies in both. */
export const overlap = (a: readonly Span[], b: readonly Span[]): readonly Span[] =>
  a.flatMap(([from, to]) =>
    b.flatMap(([start, end]): Span[] => {
      const span = [Math.max(from, start), Math.min(to, end)] as const
      return span[0] < span[1] ? [span] : []
    }),
  )

const DAY_MINUTES = 1440
