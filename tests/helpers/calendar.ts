import { calendarKey, windowAt, type CalendarOf } from '#shared/domain/window'

/** The key of a calendar: a Spaniard's who is called at home, unless said otherwise. */
export const of = (more: Partial<CalendarOf>) =>
  calendarKey({
    country: 'ES',
    business: false,
    basis: true,
    consented: false,
    zones: ['Europe/Madrid'],
    home: 'Europe/Madrid',
    ...more,
  })
/** Is the window open at an instant (ISO)? */
export const open = (instant: string, more: Partial<CalendarOf>) =>
  windowAt(of(more), Date.parse(instant)).open
export const US = (region: string, zone: string) => ({ country: 'US', region, zones: [zone] })
