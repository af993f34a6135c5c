import { businessDayAfter, dayOf, type IsHoliday } from './calendar.ts'

/** Business days in which a team lead confirms what was asked for a whole company (PRODUCT.md section 9). */
const CONFIRM_DAYS = 5

/** Where a day is reckoned: the clock and the holidays of whoever said it. */
export type Place = { zone: string; isHoliday: IsHoliday }

/** The last day, `YYYY-MM-DD`, on which it can be confirmed: after it the wish is only that of who said it. */
export const confirmBy = (at: number, { zone, isHoliday }: Place): string =>
  businessDayAfter(at, zone, CONFIRM_DAYS, isHoliday)

/** The last day to confirm it is over where whoever said it is. */
export const isLapsed = (at: number, place: Place, now: number): boolean =>
  dayOf(place.zone, now) > confirmBy(at, place)
