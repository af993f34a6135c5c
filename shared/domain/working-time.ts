import { DAY } from '../lib/time.ts'
import { addDays, dayOf, isBusinessDay, minutesOf, type IsHoliday } from './calendar.ts'

/** The team's working time: Monday to Friday, 9 to 18, no holiday (PRODUCT.md section 1). Minutes from midnight. */
export const START = 9 * 60
export const END = 18 * 60

/**
 * A clock that only runs in working time: minutes worked from the start of the day `since` until an instant.
 * The difference of two readings is the working time between them. What lies before `since` reads 0.
 */
export function workingClock(zone: string, isHoliday: IsHoliday, since: string): (at: number) => number {
  /** Minutes worked before each day, by its place after `since`. */
  const before = [0]
  const workedOn = (day: string) => (isBusinessDay(day, isHoliday) ? END - START : 0)

  return (at) => {
    const day = dayOf(zone, at)
    if (day < since) return 0
    const place = Math.round((Date.parse(day) - Date.parse(since)) / DAY)
    for (let done = before.length; done <= place; done++)
      before.push((before[done - 1] ?? 0) + workedOn(addDays(since, done - 1)))
    const today = Math.min(Math.max(minutesOf(zone, at) - START, 0), workedOn(day))
    return (before[place] ?? 0) + today
  }
}
