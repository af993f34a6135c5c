import { dayOf, minutesOf, weekdayOf } from './calendar.ts'

/** When somebody works: PRODUCT.md section 1. Days 1 = Monday ... 7, minutes from midnight where the desk stands. */
export type RepHours = {
  days: readonly number[]
  from: number
  to: number
  /** Days off, first and last included, `YYYY-MM-DD`. */
  off: readonly { from: string; to: string }[]
}

export const USUAL_HOURS: RepHours = { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 18 * 60, off: [] }

/** Most stretches of days off that are kept; those that are over go first. */
export const MOST_OFF = 60

/** Not at work at that moment: what they promised is the team's at once. Public holidays are asked elsewhere. */
export function isAway({ days, from, to, off }: RepHours, zone: string, at: number): boolean {
  const day = dayOf(zone, at)
  const minutes = minutesOf(zone, at)
  const isOff = off.some((stretch) => stretch.from <= day && day <= stretch.to)
  return isOff || !days.includes(weekdayOf(day)) || minutes < from || minutes >= to
}

/** Somebody works on some day, the end comes after the start, and no stretch of days off ends before it begins. */
export const areHours = ({ days, from, to, off }: RepHours): boolean =>
  days.length > 0 && from < to && off.every((stretch) => stretch.from <= stretch.to)
