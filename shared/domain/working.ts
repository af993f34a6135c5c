import { MINUTE } from '../lib/time.ts'
import { addDays, dayOf, instantOf, isBusinessDay } from './calendar.ts'
import type { Place } from './ladder.ts'
import { END, START } from './working-time.ts'

/** The instant before `now` since which that many working minutes of the team have passed (PRODUCT.md section 1). */
export function workingAgo(now: number, minutes: number, team: Place): number {
  let left = minutes * MINUTE
  for (let day = dayOf(team.zone, now); ; day = addDays(day, -1)) {
    const [opens, closes] = hoursOf(day, team)
    const until = Math.min(now, closes)
    if (until - opens >= left) return until - left
    left -= Math.max(0, until - opens)
  }
}

const hoursOf = (day: string, { zone, isHoliday }: Place): readonly [opens: number, closes: number] =>
  isBusinessDay(day, isHoliday) ? [instantOf(zone, day, START), instantOf(zone, day, END)] : [0, 0]
