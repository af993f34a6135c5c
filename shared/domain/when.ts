import { Temporal } from 'temporal-polyfill'

import { MINUTE } from '../lib/time.ts'
import { nextQuarterStart } from './calendar.ts'
import { RULES, type Piece } from './when-words.ts'

/** One reading of what was typed. `hasTime` is false when only a day was said and the hour is our default. */
export type Understood = {
  /** Epoch ms. */
  at: number
  hasTime: boolean
}

type Kind = Piece['is']
type Said = { readonly [K in Kind]?: Extract<Piece, { is: K }> }
type Minutes = { minutes: number; hasTime: boolean }

const DEFAULT: Minutes = { minutes: 10 * 60, hasTime: false }
const PARTS = { morning: 10 * 60, noon: 12 * 60, afternoon: 16 * 60, night: 20 * 60 } as const
const HALF_A_DAY = 12 * 60
/** A bare number is an hour from 8 to 20. */
const isHour = (n: number) => n >= 8 && n <= 20
const YEARS_AHEAD = 5
/** Nobody says a date in more; two readings of each piece would multiply without end. */
const MOST_PIECES = 6

/**
 * A callback in words, es or en (PRODUCT.md section 13), in the person's zone: every reading that lies in the future,
 * the likeliest first; none when it was not understood or is past. A bare number after a weekday is an hour; where that
 * weekday's date is the same number, the day is offered too. Quarters are read where it is known in which month (1-12) a year
 * of them begins.
 */
export function understand(
  text: string,
  now: number,
  zone: string,
  quarterStart: number | null = null,
): readonly Understood[] {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone)
  const found = readings(fold(text)).flatMap((pieces) =>
    resolve(withQuarter(pieces, here, quarterStart), here),
  )
  return found
    .filter(({ at }) => at > now)
    .filter((one, index, all) => all.findIndex((other) => isSame(one, other)) === index)
}

const isSame = (a: Understood, b: Understood) => a.at === b.at && a.hasTime === b.hasTime

const fold = (text: string): string =>
  text
    .slice(0, 200)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b([ap])\. ?m\b\.?/g, '$1m')
    .replace(/(\p{L})\./gu, '$1')
    .replace(/[,;]|\.$/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Every way to cut the text into pieces, to its end. */
function readings(text: string, most = MOST_PIECES): Piece[][] {
  if (text === '') return [[]]
  if (most === 0) return []
  return RULES.flatMap(([pattern, read]) => {
    const match = pattern.exec(text)
    const pieces = match ? read(match) : []
    if (!match || pieces.length === 0) return []
    return readings(text.slice(match[0].length).trimStart(), most - 1).map((rest) => [...pieces, ...rest])
  })
}

/** A quarter is the first day of its month, from which on; unknown where nobody knows when quarters begin. */
function withQuarter(
  pieces: readonly Piece[],
  now: Temporal.ZonedDateTime,
  quarterStart: number | null,
): readonly Piece[] {
  return pieces.flatMap((piece): Piece[] => {
    if (piece.is !== 'quarter' || quarterStart === null) return [piece]
    const { nth, year } = piece
    const next = nextQuarterStart(now.toPlainDate().toString(), quarterStart)
    const month = nth === 0 ? Number(next.slice(5, 7)) : ((quarterStart - 1 + 3 * (nth - 1)) % 12) + 1
    return [
      { is: 'after', days: 0 },
      { is: 'date', day: 1, month, year },
    ]
  })
}

function resolve(pieces: readonly Piece[], now: Temporal.ZonedDateTime): Understood[] {
  const said: Said = Object.fromEntries(pieces.map((piece) => [piece.is, piece]))
  const isTwice = Object.keys(said).length < pieces.length
  if (isTwice || pieces.length === 0 || said.quarter) return []
  if (said.span)
    return pieces.length > 1
      ? []
      : [{ at: now.epochMilliseconds + said.span.minutes * MINUTE, hasTime: true }]
  if (said.bare) return withBare(pieces, said, said.bare.number, now)
  return onDay(said, timeOf(said), now, pieces)
}

/** The number after "after" is a day; after a weekday an hour, or that weekday's date; after a date an hour. */
function withBare(
  pieces: readonly Piece[],
  said: Said,
  number: number,
  now: Temporal.ZonedDateTime,
): Understood[] {
  const before = pieces[pieces.findIndex((piece) => piece.is === 'bare') - 1]
  const without = pieces.filter((piece) => piece.is !== 'bare')
  const { bare: _, ...rest } = said
  const monthDay = { is: 'monthDay', day: number } as const
  const withDay = pieces.map((piece) => (piece.is === 'bare' ? monthDay : piece))
  const asDay = () => onDay({ ...rest, monthDay }, timeOf(rest), now, withDay)
  if (before?.is === 'after' || (before?.is === 'weekday' && said.time)) return asDay()
  if (!before || said.time || before.is === 'part') return []
  const time = timeOf({ ...rest, time: { is: 'time', minutes: number * 60, open: number <= 12 } })
  const asHour = isHour(number) ? onDay(rest, time, now, without) : []
  if (before.is !== 'weekday') return asHour
  const isThatDay = (one: Understood) => dayOf(one.at, now).day === number
  const day = isHour(number) ? onDay(rest, timeOf(rest), now, without).filter(isThatDay) : asDay()
  return [...asHour, ...day]
}

function timeOf({ time, part }: Said): Minutes {
  if (!time) return part ? { minutes: PARTS[part.part], hasTime: part.part === 'noon' } : DEFAULT
  const isLater = part && part.part !== 'morning' && time.open && time.minutes < HALF_A_DAY
  const isEarlier = part?.part === 'morning' && time.open && time.minutes >= HALF_A_DAY + 60
  const shift = isLater ? HALF_A_DAY : isEarlier ? -HALF_A_DAY : 0
  return { minutes: time.minutes + shift, hasTime: true }
}

function onDay(
  said: Said,
  time: Minutes,
  now: Temporal.ZonedDateTime,
  pieces: readonly Piece[],
): Understood[] {
  const instantOn = (day: Temporal.PlainDate): Understood => ({
    at: day.toZonedDateTime({ timeZone: now.timeZoneId, plainTime: clockAt(time.minutes) }).epochMilliseconds,
    hasTime: time.hasTime,
  })
  const isFuture = (day: Temporal.PlainDate) => instantOn(day).at > now.epochMilliseconds
  const day = daysOf(said, now.toPlainDate(), time.hasTime).find(isFuture)
  if (!day) return []
  const isBound =
    said.after && !['time', 'part'].includes(pieces[pieces.indexOf(said.after) + 1]?.is ?? 'time')
  return [instantOn(said.after && isBound ? workday(day.add({ days: said.after.days })) : day)]
}

/** The days that fit, soonest first; none when what was said contradicts itself ("Monday the 10th" on a Tuesday). */
function daysOf(said: Said, today: Temporal.PlainDate, hasTime: boolean): Temporal.PlainDate[] {
  const { weekday, date, monthDay, ahead, nextMonth, nextYear } = said
  if ([date, monthDay, ahead, nextMonth, nextYear].filter(Boolean).length > 1) return []
  const isNamed = (day: Temporal.PlainDate) => !weekday || day.dayOfWeek === weekday.weekday
  if (date) return yearsOf(date, today).filter(isNamed)
  if (monthDay) return nextOf(monthDay.day, today).filter(isNamed)
  if (ahead) return inDays(ahead, weekday?.weekday, today).filter(isNamed)
  if (nextMonth) return weekday ? [] : [workday(today.with({ day: 1 }).add({ months: 1 }))]
  // Nobody is back at work before.
  if (nextYear) return weekday ? [] : [workday(today.with({ month: 1, day: 7 }).add({ years: 1 }))]
  if (!weekday) return [today]
  const first = hasTime && !weekday.next ? 0 : 1
  return Array.from({ length: 8 - first }, (_, index) => today.add({ days: first + index })).filter(isNamed)
}

function inDays(
  { days = 0, weeks = 0, months = 0 }: Extract<Piece, { is: 'ahead' }>,
  weekday: number | undefined,
  today: Temporal.PlainDate,
): Temporal.PlainDate[] {
  const day = today.add({ days, weeks, months })
  return [weeks > 0 && weekday ? day.add({ days: weekday - day.dayOfWeek }) : day]
}

/** In the year said, else every year from this one that has the day. */
function yearsOf({ day, month, year }: Extract<Piece, { is: 'date' }>, today: Temporal.PlainDate) {
  const years = year === null ? Array.from({ length: YEARS_AHEAD }, (_, index) => today.year + index) : [year]
  return years.flatMap((each) => real(each, month, day)).slice(0, 2)
}

/** The next such day of a month; after today as well when it is today, since its hour may be past. */
function nextOf(day: number, today: Temporal.PlainDate): Temporal.PlainDate[] {
  const months = Array.from({ length: 4 }, (_, index) => today.with({ day: 1 }).add({ months: index }))
  return months
    .flatMap(({ year, month }) => real(year, month, day))
    .filter((each) => Temporal.PlainDate.compare(each, today) >= 0)
    .slice(0, day === today.day ? 2 : 1)
}

function real(year: number, month: number, day: number): Temporal.PlainDate[] {
  if (month < 1 || month > 12 || day < 1 || day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth)
    return []
  return [Temporal.PlainDate.from({ year, month, day })]
}

const workday = (day: Temporal.PlainDate): Temporal.PlainDate =>
  day.dayOfWeek > 5 ? day.add({ days: 8 - day.dayOfWeek }) : day

const clockAt = (minutes: number) =>
  Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
const dayOf = (at: number, near: Temporal.ZonedDateTime) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(near.timeZoneId)
