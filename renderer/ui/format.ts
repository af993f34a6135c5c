import { useLocale } from 'react-aria-components'

import { dates as datesIn, dayKey, numbers, pasts, present } from './intl.ts'

export type Format = ReturnType<typeof formatOf>

/** Numbers, dates and money as the reader writes them. */
export function useFormat(): Format {
  const { locale } = useLocale()
  const known = formats.get(locale) ?? formatOf(locale)
  formats.set(locale, known)
  return known
}
const formats = new Map<string, Format>()

const DAY = 86_400_000

/** `zone` of an instant is an IANA name; without it, that of this desk. */
export function formatOf(locale: string) {
  const decimals = (most: number) => numbers(locale, { maximumFractionDigits: most })
  const dates = (options: Intl.DateTimeFormatOptions) => datesIn(locale, options)
  const inZone = (zone?: string) => (zone ? { timeZone: zone } : {})
  const time = (at: number, zone?: string) =>
    dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...inZone(zone) }).format(at)
  const moment = (at: number, zone?: string) => {
    const date = dates({ weekday: 'short', day: 'numeric', month: 'short', ...inZone(zone) }).format(at)
    return `${date.replaceAll(',', '')} ${time(at, zone)}`
  }

  const day = (at: number, zone?: string, now = Date.now()) =>
    dates({
      day: 'numeric',
      month: 'short',
      ...(dayKey(at, zone).slice(0, 4) === dayKey(now, zone).slice(0, 4) ? {} : { year: 'numeric' }),
      ...inZone(zone),
    }).format(at)

  return {
    locale,
    /** Somebody's own words between the marks of the language. */
    quote: (words: string) => (locale.startsWith('es') ? `«${words}»` : `“${words}”`),
    /** Sorts days of the week (1 Monday to 7 Sunday) as weeks begin there. */
    byWeek: (a: number, b: number) => fromFirst(a, locale) - fromFirst(b, locale),
    number: (value: number) => decimals(0).format(value),
    decimal: (value: number) => decimals(1).format(value),
    /** For a column, where the marks stand under each other. */
    tenths: (value: number) =>
      numbers(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value),
    /** Whole hundredths of a point: one decimal when not whole, cut and never rounded up (PRODUCT.md section 5). */
    points: (hundredths: number) => decimals(1).format(Math.trunc(hundredths / 10) / 10),
    /** Whole hundredths of a point, all of them, so that lines add up as they read. */
    exactPoints: (hundredths: number) => decimals(2).format(hundredths / 100),
    /** A share of 1. */
    percent: (share: number) => numbers(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share),
    /** Integer minor units. */
    money: (minor: number, currency: string) => {
      const format = numbers(locale, { style: 'currency', currency })
      const digits = format.resolvedOptions().maximumFractionDigits ?? 2
      const value = minor / 10 ** digits
      return numbers(locale, {
        style: 'currency',
        currency,
        minimumFractionDigits: Number.isInteger(value) ? 0 : digits,
      }).format(value)
    },
    time,
    /** `3 Nov`, with the year when it is not this one. */
    day,
    /** `Thu 26 Nov 10:00`. */
    moment,
    /** `10:41` today, `Tue 17:05` within six days, else `3 Nov`. `today` is the word for it. */
    recent: (at: number, today: string, now = Date.now()) => {
      if (dayKey(at) === dayKey(now)) return `${today} ${time(at)}`
      if (Math.abs(now - at) < 6 * DAY) return `${dates({ weekday: 'short' }).format(at)} ${time(at)}`
      return dates({ day: 'numeric', month: 'short' }).format(at)
    },
    /** `10:30` on the same day, `Tue 10:30` within six days, else `Thu 26 Nov 10:30`. */
    near: (at: number, now: number) => {
      if (dayKey(at) === dayKey(now)) return time(at)
      const week = Math.abs(now - at) < 6 * DAY
      // What wakes at midnight wakes on that day.
      if (!week && time(at) === '00:00') return day(at)
      return week ? `${dates({ weekday: 'short' }).format(at)} ${time(at)}` : moment(at)
    },
    sameDay: (a: number, b: number) => dayKey(a) === dayKey(b),
    /** `now`, `3 min ago`, `2 h ago`, `5 days ago`. */
    ago: (at: number, now: number) => {
      const minutes = Math.max(0, Math.round((now - at) / 60_000))
      const past = pasts(locale)
      if (minutes === 0) return present(locale)
      if (minutes < 60) return past.format(-minutes, 'minute')
      if (minutes < 24 * 60) return past.format(-Math.floor(minutes / 60), 'hour')
      return past.format(-Math.floor(minutes / (24 * 60)), 'day')
    },
    /** A day `YYYY-MM-DD`, which has no zone. */
    date: (day: string) =>
      dates({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(day)),
    /** A month, 1-12, by its name. */
    month: (month: number) => dates({ month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, month - 1)),
    /** `Tuesday 24 Nov`, of a day `YYYY-MM-DD`. */
    weekday: (day: string) => {
      const date = dates({ weekday: 'long', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
        Date.parse(day),
      )
      const words = date.replaceAll(',', '')
      return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1)
    },
    /** Whole seconds as `02:14`, or `1:02:14`. */
    clock: (seconds: number) => {
      const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
      const hours = Math.floor(seconds / 3600)
      return `${hours ? `${hours}:` : ''}${two((seconds % 3600) / 60)}:${two(seconds % 60)}`
    },
  }
}

type WithWeek = { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } }

/** How many days after the week's first; engines that can't say begin on Monday. */
function fromFirst(day: number, locale: string): number {
  const week = new Intl.Locale(locale) as unknown as WithWeek
  const first = (week.getWeekInfo?.() ?? week.weekInfo)?.firstDay ?? 1
  return (day - first + 7) % 7
}
