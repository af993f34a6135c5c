/** Tuesday 24 November 2026, 10:42 in Madrid: windows are open, and nothing about the day is special. */
export const DAY = '2026-11-24T09:42:00Z'
export const ZONE = 'Europe/Madrid'

/** The engine lives this day, wherever and whenever it runs. */
export const DAY_ENV = { TZ: ZONE, CALLWRIGHT_CLOCK: DAY }
