import { addBusinessDays, dayOf, instantOf, isBusinessDay } from '#shared/domain/calendar'
import { holidaysOf } from '#shared/domain/holidays'
import type { Random } from './random.ts'

const NONE = holidaysOf('')
/** When reps call: how often in each hour, and how often the person is there. */
const HOURS = { 9: 10, 10: 16, 11: 15, 12: 12, 13: 5, 16: 14, 17: 16, 18: 7 } as const
const THERE: Readonly<Record<number, number>> = {
  9: 0.19,
  10: 0.26,
  11: 0.24,
  12: 0.17,
  13: 0.1,
  16: 0.2,
  17: 0.29,
  18: 0.15,
}

export type Slot = { at: number; reach: number }

/** A moment in working hours there, not before `earliest`. */
export function slotAfter(random: Random, earliest: number, zone: string): Slot {
  for (let day = businessDay(dayOf(zone, earliest)); ; day = addBusinessDays(day, 1, NONE)) {
    const hour = Number(random.weighted<string>(HOURS))
    const at = instantOf(zone, day, hour * 60 + random.between(0, 59)) + random.between(0, 59) * 1000
    if (at >= earliest) return { at, reach: THERE[hour] ?? 0 }
  }
}

const businessDay = (day: string) => (isBusinessDay(day, NONE) ? day : addBusinessDays(day, 1, NONE))

/** So many business days later, at some working hour. */
export const daysLater = (random: Random, from: number, days: number, zone: string): number =>
  slotAfter(random, instantOf(zone, addBusinessDays(dayOf(zone, from), days, NONE), 0), zone).at
