import { dayOf, instantOf, minutesOf, weekdayOf } from './calendar.ts'

/** Minutes from midnight, the end not included. */
export type Span = readonly [from: number, to: number]

/** When somebody works: PRODUCT.md section 1. Where the desk stands. */
export type RepHours = {
  /** Monday to Sunday; a day has no span, one, or several with breaks between, in order. */
  week: readonly (readonly Span[])[]
  /** Days off, first and last included, `YYYY-MM-DD`. */
  off: readonly { from: string; to: string }[]
}

const USUAL_DAY: readonly Span[] = [[9 * 60, 18 * 60]]
export const USUAL_HOURS: RepHours = {
  week: [USUAL_DAY, USUAL_DAY, USUAL_DAY, USUAL_DAY, USUAL_DAY, [], []],
  off: [],
}

export const DAYS_A_WEEK = 7
/** Most stretches of days off that are kept; those that are over go first. */
export const MOST_OFF = 60

/** When they work that day; nothing on a day off. */
const spansOf = ({ week, off }: RepHours, day: string): readonly Span[] =>
  off.some(({ from, to }) => from <= day && day <= to) ? [] : (week[weekdayOf(day) - 1] ?? [])

/** Not at work at that moment: what they promised is the team's at once. Public holidays are asked elsewhere. */
export function isAway(hours: RepHours, zone: string, at: number): boolean {
  const minutes = minutesOf(zone, at)
  return !spansOf(hours, dayOf(zone, at)).some(([from, to]) => from <= minutes && minutes < to)
}

type Rest = {
  /** The part of today's hours that is to come, 0-1; 0 on a day off. */
  share: number
  /** When they end; null on a day off. */
  endsAt: number | null
}

/** What is left of somebody's day. */
export function restOf(hours: RepHours, zone: string, at: number): Rest {
  const day = dayOf(zone, at)
  const minutes = minutesOf(zone, at)
  const spans = spansOf(hours, day)
  const sum = (since: number) =>
    spans.reduce((all, [from, to]) => all + Math.max(0, to - Math.max(from, since)), 0)
  const end = spans.at(-1)?.[1]
  return {
    share: spans.length === 0 ? 0 : sum(minutes) / sum(0),
    endsAt: end === undefined ? null : instantOf(zone, day, end),
  }
}

/** Somebody works on some day, ends come after starts and breaks between, and no days off end before they begin. */
export function areHours({ week, off }: RepHours): boolean {
  const isInOrder = (spans: readonly Span[]) =>
    spans.every(([from, to], at) => from < to && (at === 0 || (spans[at - 1]?.[1] ?? 0) < from))
  return (
    week.length === DAYS_A_WEEK &&
    week.some((spans) => spans.length > 0) &&
    week.every(isInOrder) &&
    off.every(({ from, to }) => from <= to)
  )
}

/** As hours were kept before every day had its own: days 1 = Monday ... 7. */
type SameHours = Pick<RepHours, 'off'> & { days: readonly number[]; from: number; to: number }

export const byDay = ({ days, from, to, off }: SameHours): RepHours => ({
  week: Array.from({ length: DAYS_A_WEEK }, (_, at) => (days.includes(at + 1) ? [[from, to]] : [])),
  off,
})
