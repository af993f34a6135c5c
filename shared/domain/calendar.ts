import { DAY, MINUTE } from '../lib/time.ts'
import { offsetAt } from './offset.ts'

/** Days where somebody is. A day is `YYYY-MM-DD`, an instant epoch ms, minutes are counted from local midnight. */
export type IsHoliday = (day: string) => boolean

const DAY_MINUTES = 1440
/** No zone is further from UTC (14:00 at most), so one of these two is on either side of a change of clocks. */
const WIDEST = 15 * 60 * MINUTE

const numberOf = (day: string): number => Date.parse(day) / DAY
const textOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10)

/** The calendar day there at an instant. */
export const dayOf = (zone: string, at: number): string => textOf(Math.floor((at + offsetAt(zone, at)) / DAY))

/** 0-1439. */
export const minutesOf = (zone: string, at: number): number =>
  Math.floor((at + offsetAt(zone, at)) / MINUTE) - numberOf(dayOf(zone, at)) * DAY_MINUTES

/** 1 = Monday ... 7 = Sunday. */
export const weekdayOf = (day: string): number => ((numberOf(day) + 3) % 7) + 1

export const addDays = (day: string, days: number): string => textOf(numberOf(day) + days)

/** So many calendar months later, or earlier; of a day that the month does not have, its last. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return addDays(first, Math.min(date, last) - 1)
}

/** The instant at which clocks there show it; the later one when they are put back, the jump when they skip it. */
export function instantOf(zone: string, day: string, minutes: number): number {
  const local = numberOf(day) * DAY + minutes * MINUTE
  const first = local - offsetAt(zone, local - WIDEST)
  const second = local - offsetAt(zone, local + WIDEST)
  const fits = (at: number) => at + offsetAt(zone, at) === local
  return fits(first) ? first : fits(second) ? second : Math.max(first, second)
}

/** The instant at which a day begins there. */
export const dayStart = (zone: string, day: string): number => instantOf(zone, day, 0)

/** Monday to Friday and no public holiday (PRODUCT.md section 1). */
export const isBusinessDay = (day: string, isHoliday: IsHoliday): boolean =>
  weekdayOf(day) <= 5 && !isHoliday(day)

/** The nth business day after this day, which itself does not count. */
export function addBusinessDays(day: string, n: number, isHoliday: IsHoliday): string {
  let left = n
  let found = day
  while (left > 0) {
    found = addDays(found, 1)
    if (isBusinessDay(found, isHoliday)) left--
  }
  return found
}

/** The nth business day after the day on which an instant falls there. */
export const businessDayAfter = (at: number, zone: string, n: number, isHoliday: IsHoliday): string =>
  addBusinessDays(dayOf(zone, at), n, isHoliday)

const MONTHS = 3

/** First day of this day's quarter. `startMonth` (1-12) is the month a year of quarters begins with. */
export const quarterStartOf = (day: string, startMonth = 1): string => quarterFrom(day, startMonth, 0)

/** First day of the quarter after this day's. */
export const nextQuarterStart = (day: string, startMonth = 1): string => quarterFrom(day, startMonth, MONTHS)

function quarterFrom(day: string, startMonth: number, ahead: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const into = (((month - startMonth) % MONTHS) + MONTHS) % MONTHS
  return new Date(Date.UTC(year, month - 1 - into + ahead, 1)).toISOString().slice(0, 10)
}
