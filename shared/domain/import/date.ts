import { fold } from '../../lib/fold.ts'
import type { DateOrder } from './field.ts'

/** A day (`YYYY-MM-DD`) and minutes of it; null = the cell names no time. */
export type DayTime = { day: string; minutes: number | null }

const MONTHS = new Map(
  [
    'jan january ene enero janeiro',
    'feb february febrero fev fevereiro',
    'mar march marzo marco',
    'apr april abr abril',
    'may mayo mai maio',
    'jun june junio junho',
    'jul july julio julho',
    'aug august ago agosto',
    'sep sept september septiembre setiembre setembro set',
    'oct october octubre out outubro',
    'nov november noviembre novembro',
    'dec december dic diciembre dez dezembro',
  ].flatMap((names, month) => names.split(' ').map((name) => [name, month + 1] as const)),
)
const NUMBERS = /^(\d{1,4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,4})(?=$|[T\s,])/
const WORDS =
  /^(?:\p{L}+,?\s+)?(\d{1,2})(?:\s*de)?[\s-]+(\p{L}{3,})\.?,?(?:\s*de)?[\s-]+(\d{4}|\d{2})(?=$|[T\s,])/u
const WORDS_FIRST = /^(\p{L}{3,})\.?\s+(\d{1,2}),?\s+(\d{4})(?=$|[T\s,])/u
const TIME =
  /^[T\s,]+(\d{1,2})[:.h](\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap])?\.?\s?m?\.?(?:\s*(?:z|utc|[+-]\d{2}:?\d{2}))?$/i

/**
 * Reads a cell in the order of its column; a year of four digits in front is always year, month, day. Null when it is no
 * date: a 31 February, a third month 13, words.
 */
export function readDate(cell: string, order: DateOrder): DayTime | null {
  const text = cell.trim()
  const found = byNumbers(text, order) ?? byWords(text)
  if (!found) return null
  const { year, month, day, rest } = found
  const time = rest.trim() === '' ? null : timeOf(rest)
  if (time === undefined || !isDay(year, month, day)) return null
  const pad = (n: number, digits: number) => String(n).padStart(digits, '0')
  return { day: `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`, minutes: time }
}

type Parts = { year: number; month: number; day: number; rest: string }

function byNumbers(text: string, order: DateOrder): Parts | null {
  const match = NUMBERS.exec(text)
  if (!match) return null
  const [whole, a = '', b = '', c = ''] = match
  const rest = text.slice(whole.length)
  if (a.length === 4 || order === 'ymd') return { year: fullYear(a), month: +b, day: +c, rest }
  return order === 'dmy'
    ? { year: fullYear(c), month: +b, day: +a, rest }
    : { year: fullYear(c), month: +a, day: +b, rest }
}

function byWords(text: string): Parts | null {
  const match = WORDS.exec(text)
  const other = match ? null : WORDS_FIRST.exec(text)
  const [whole, day, name, year] = match ?? (other ? [other[0], other[2], other[1], other[3]] : [])
  const month = MONTHS.get(fold(name ?? ''))
  if (!whole || !day || !year || !month) return null
  return { year: fullYear(year), month, day: +day, rest: text.slice(whole.length) }
}

/** Two digits are of this century up to 79. */
const fullYear = (digits: string): number =>
  digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 80 ? 2000 : 1900)

/** Minutes of the day; undefined when it is no time. */
function timeOf(rest: string): number | undefined {
  const [, hours, minutes, half] = TIME.exec(rest) ?? []
  if (hours === undefined || minutes === undefined) return undefined
  const shown = Number(hours)
  const hour = half ? (shown % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : shown
  return hour > 23 || Number(minutes) > 59 ? undefined : hour * 60 + Number(minutes)
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
