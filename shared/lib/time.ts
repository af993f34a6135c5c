/** Milliseconds. A day of the calendar where clocks change is not this long: `calendar.ts` counts those. */
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
