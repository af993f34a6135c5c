import { dates, days } from './intl.ts'

/** Said along with a day and no part of it. */
const NOISE = new Set(['de', 'del', 'el', 'of', 'the', 'on', 'st', 'nd', 'rd', 'th'])
const AROUND = [-1, 0, 1]

/**
 * A day as somebody writes it: `24/11/2026`, `24 nov`, `Nov 24, 2026`, `2026-11-24`, "ayer". Figures stand in the order
 * of the locale, the other way round only where that is no month; a year left out is the nearest. `today` and what
 * comes back are `YYYY-MM-DD`; undefined when it is no day. With `isWhole` a year of four figures must be said.
 */
export function readDay(text: string, locale: string, today: string, isWhole = false): string | undefined {
  const said = fold(text)
  const ahead = AROUND.find((step) => fold(days(locale).format(step, 'day')) === said)
  if (ahead !== undefined) return isoOf(new Date(Date.parse(today) + ahead * 86_400_000))
  const parts = (said.match(/\d+|\p{L}+/gu) ?? []).filter((part) => !NOISE.has(part))
  const words = parts.filter((part) => !isFigure(part))
  const figures = parts.filter(isFigure)
  const months = words.map((word) => monthOf(word, locale))
  const [named] = months
  if (months.length > 1 || named === 0 || figures.length > (named ? 2 : 3)) return undefined
  const { day, month, year } = named
    ? { month: named, day: figures[0], year: figures[1] }
    : inOrder(figures, locale)
  if (isWhole && year?.length !== 4) return undefined
  if (day === undefined || month === undefined) return undefined
  return real(yearOf(Number(year ?? 0)), Number(month), Number(day), today)
}

/**
 * Days one after the other, each once and the earliest first; undefined when one of them is none. A year stands with its
 * day though a comma parts them (`Dec 24, 2026`).
 */
export function readDays(
  text: string,
  locale: string,
  today: string,
  isWhole = false,
): readonly string[] | undefined {
  const said = text
    .replaceAll(/(\p{L}+\.? \d{1,2}), *(\d{4})\b(?![-/])/gu, '$1 $2')
    .split(/[,;\n]/)
    .filter((part) => part.trim() !== '')
  const days = said.map((part) => readDay(part, locale, today, isWhole))
  return days.every((day) => day !== undefined) ? [...new Set(days)].toSorted() : undefined
}

/** `dd/mm/yyyy` as the locale orders it, with its letter for a year. */
export const dayPattern = (locale: string, year: string): string =>
  partsOf(locale)
    .map(({ type, value }) => ({ day: 'dd', month: 'mm', year: year.repeat(4) })[type as string] ?? value)
    .join('')

const partsOf = (locale: string) =>
  dates(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }).formatToParts(0)

const isFigure = (part: string) => /^\d/.test(part)
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
/** 26 is 2026; 0 is none. */
const yearOf = (said: number) => (said > 0 && said < 100 ? 2000 + said : said)

/** 0 when it is the name of none. */
function monthOf(word: string, locale: string): number {
  const month = dates(locale, { month: 'long', timeZone: 'UTC' })
  const names = Array.from({ length: 12 }, (_, index) => fold(month.format(Date.UTC(2000, index, 1))))
  return word.length < 3 ? 0 : names.findIndex((name) => name.startsWith(word)) + 1
}

function inOrder(figures: readonly string[], locale: string) {
  const [first = '', second, third] = figures
  if (first.length === 4) return { year: first, month: second, day: third }
  const isMonthFirst = partsOf(locale).find(({ type }) => type !== 'literal')?.type === 'month'
  const [day, month] = isMonthFirst ? [second, first] : [first, second]
  return Number(month) > 12 ? { day: month, month: day, year: third } : { day, month, year: third }
}

/** Without a year (0), the nearest such day; undefined when there is none. */
function real(year: number, month: number, day: number, today: string): string | undefined {
  const years = year ? [year] : AROUND.map((step) => Number(today.slice(0, 4)) + step)
  const found = years
    .map((each) => new Date(Date.UTC(each, month - 1, day)))
    .filter((date) => date.getUTCMonth() === month - 1 && date.getUTCDate() === day)
  const far = (date: Date) => Math.abs(date.getTime() - Date.parse(today))
  const [nearest] = found.toSorted((one, other) => far(one) - far(other))
  return nearest && isoOf(nearest)
}

const isoOf = (date: Date) => date.toISOString().slice(0, 10)
