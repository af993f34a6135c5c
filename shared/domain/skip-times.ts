import { HOUR } from '../lib/time.ts'
import { addDays, dayOf, instantOf, minutesOf, weekdayOf } from './calendar.ts'

/** Times that are often meant by "not now". */
const SKIP_TIMES = ['hour', 'afternoon', 'tomorrow', 'monday'] as const
export type SkipTime = (typeof SKIP_TIMES)[number]

const [MORNING, AFTERNOON] = [9 * 60, 16 * 60]
const MONDAY = 1

/** Each with its instant, by the desk's clock; the afternoon only while it is more than an hour ahead. */
export function skipTimes(now: number, zone: string): { id: SkipTime; at: number }[] {
  const today = dayOf(zone, now)
  const toMonday = 7 - ((weekdayOf(today) - MONDAY) % 7)
  const times: Readonly<Record<SkipTime, number>> = {
    hour: now + HOUR,
    afternoon: instantOf(zone, today, AFTERNOON),
    tomorrow: instantOf(zone, addDays(today, 1), MORNING),
    monday: instantOf(zone, addDays(today, toMonday), MORNING),
  }
  const isOver = minutesOf(zone, now) >= AFTERNOON - 60
  return SKIP_TIMES.filter((id) => !(id === 'afternoon' && isOver)).map((id) => ({ id, at: times[id] }))
}
