/** Making one of these costs more than using it a hundred times, so each is made once. */
const made = new Map<string, unknown>()

function once<T>(kind: string, locale: string, options: object, make: () => T): T {
  const key = `${kind} ${locale} ${JSON.stringify(options)}`
  const known = made.get(key) as T | undefined
  if (known !== undefined) return known
  const fresh = make()
  made.set(key, fresh)
  return fresh
}

export const dates = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  once('date', locale, options, () => new Intl.DateTimeFormat(locale, options))

export const numbers = (locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  once('number', locale, options, () => new Intl.NumberFormat(locale, options))

export const pasts = (locale: string): Intl.RelativeTimeFormat =>
  once('past', locale, {}, () => new Intl.RelativeTimeFormat(locale, { style: 'short' }))

/** "yesterday", "today", "tomorrow" in their words. */
export const days = (locale: string): Intl.RelativeTimeFormat =>
  once('days', locale, {}, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))

/** "now" in their words. */
export const present = (locale: string): string => days(locale).format(0, 'second')

/** `YYYY-MM-DD` of an instant in a zone; without one, at this desk. */
export const dayKey = (at: number, zone?: string): string =>
  dates('en-CA', zone ? { timeZone: zone } : {}).format(at)
