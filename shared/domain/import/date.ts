import { fold } from '../../lib/fold.ts'
import { DAY, MINUTE } from '../../lib/time.ts'
import { instantOf } from '../calendar.ts'
import type { DateOrder } from './field.ts'

/** A day (`YYYY-MM-DD`) and minutes of it, null = the cell names no time; `offset` in minutes east of UTC, if it is named. */
type DayTime = { day: string; minutes: number | null; offset: number | null }

const MONTHS = new Map(
  [
    'jan january janvier janv januar jaen ene enero janeiro gen gennaio gener',
    'feb february fevrier fevr februar febrero fev fevereiro febbraio febrer',
    'mar march mars marz mrz marzo marco',
    'apr april avr avril abr abril aprile',
    'may mayo mai maio mag maggio maig',
    'jun june juin juni junio junho giu giugno juny',
    'jul july juil juillet juli julio julho lug luglio juliol',
    'aug august aout ago agosto agost',
    'sep sept september septembre septiembre setiembre setembro setembre set sett settembre',
    'oct october octobre octubre out outubro okt oktober ott ottobre',
    'nov november novembre noviembre novembro',
    'dec december decembre diciembre dez dezember dezembro dic dicembre desembre des',
  ].flatMap((names, month) => names.split(' ').map((name) => [name, month + 1] as const)),
)
/** The same sign twice: `2009-07/14` is a slip of the pen. */
const NUMBERS = /^(\d{1,4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,4})(?=$|[T\s,])/
const WORDS =
  /^(?:\p{L}+[.,]?\s+)?(\d{1,2})(?:st|nd|rd|th|er|o|\.)?(?:\s*de)?[\s-]+(\p{L}{3,})\.?,?(?:\s*del?)?[\s-]+(\d{4}|\d{2})(?=$|[T\s,])/u
const WORDS_FIRST = /^(?:\p{L}+[.,]?\s+)?(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?=$|[T\s,])/u
/** In front of a date in figures. */
const WEEKDAY =
  /^(?:lun|mar|mi[eé]|jue|vie|s[aá]b|dom|mon|tue|wed|thu|fri|sat|sun|seg|ter|qua|qui|sex)\p{L}*[.,]?\s+(?=\d{1,4}[-/.])/iu
/** As East Asia writes them. */
const SIGNED = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/
const TIME =
  /^[T\s,]+(?:a las |at |um )?(\d{1,2})[:.h](\d{2})(?::\d{2}(?:[.,]\d+)?)?(?:\s*(?:h|hs|hrs|horas|uhr)\b\.?)?\s*([ap])?\.?\s?m?\.?\s*(z|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?|[a-z]{3,4})?(?:\s*\([^)]*\)|\[[^\]]*\])?$/i
const PACKED = /^((?:19|20)\d{2})([01]\d)([0-3]\d)$/
/** Days as spreadsheets count them, from 1954 to 2064. */
const SERIAL = /^([2-5]\d{4})(?:[.,](\d+))?$/
const SERIAL_START = Date.UTC(1899, 11, 30)
/** Milliseconds as CRMs export them, or seconds, from 2001 to 2033. */
const EPOCH = /^1\d{9}(?:\d{3})?$/

/**
 * Reads a cell in the order of its column; a year of four digits in front is always year, month, day. Null when it is no
 * date: a 31 February, a third month 13, words.
 */
export function readDate(cell: string, order: DateOrder): DayTime | null {
  const text = cell
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(SIGNED, '$1-$2-$3')
    .replace(WEEKDAY, '')
  const counted = byCount(text)
  if (counted) return counted
  const found = byNumbers(text, order) ?? byWords(text)
  if (!found) return null
  const { year, month, day, rest } = found
  const time = rest.trim() === '' ? NO_TIME : timeOf(rest)
  if (!time || !isDay(year, month, day)) return null
  return { day: new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10), ...time }
}

/** Epoch ms; without a zone of its own it was lived in `zone`, and a day without a time begins. */
export const dayTimeAt = ({ day, minutes, offset }: DayTime, zone: string): number =>
  offset === null ? instantOf(zone, day, minutes ?? 0) : Date.parse(day) + ((minutes ?? 0) - offset) * MINUTE

const NO_TIME = { minutes: null, offset: null }

function byCount(text: string): DayTime | null {
  if (EPOCH.test(text)) {
    const at = new Date(Number(text.padEnd(13, '0')))
    return {
      day: at.toISOString().slice(0, 10),
      minutes: at.getUTCHours() * 60 + at.getUTCMinutes(),
      offset: 0,
    }
  }
  const [, days, part] = SERIAL.exec(text) ?? []
  if (!days) return null
  const day = new Date(SERIAL_START + Number(days) * DAY).toISOString().slice(0, 10)
  return { day, minutes: part ? Math.round(Number(`0.${part}`) * 1440) : null, offset: null }
}

type Parts = { year: number; month: number; day: number; rest: string }

function byNumbers(text: string, order: DateOrder): Parts | null {
  const found = NUMBERS.exec(text)
  const match = found ? [found[0], found[1], found[3], found[4]] : PACKED.exec(text)
  if (!match) return null
  const [whole = '', a = '', b = '', c = ''] = match
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

/** Null when it is no time. */
function timeOf(rest: string): Pick<DayTime, 'minutes' | 'offset'> | null {
  const [, hours, minutes, half, zone] = TIME.exec(rest) ?? []
  if (hours === undefined || minutes === undefined) return null
  const shown = Number(hours)
  const hour = half ? (shown % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : shown
  const offset = zone === undefined ? null : offsetOf(zone.toLowerCase())
  if (hour > 23 || Number(minutes) > 59 || offset === undefined) return null
  return { minutes: hour * 60 + Number(minutes), offset }
}

/** Hours. */
const LONGEST_OFFSET = 14

/** Minutes east of UTC; undefined for a zone that nobody knows, or that is two. */
function offsetOf(zone: string): number | undefined {
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d{1,2}?):?(\d{2})?$/.exec(zone) ?? []
  if (sign === undefined) return ZONES[zone]
  if (Number(hours) > LONGEST_OFFSET) return undefined
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  cet: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  brt: -180,
  art: -180,
  edt: -240,
  est: -300,
  cdt: -300,
  mdt: -360,
  pdt: -420,
  mst: -420,
  pst: -480,
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1900 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** `Submit Date (UTC)`: the column says where its times were read off. */
export const saysUtc = (header: string): boolean => /\b(?:utc|gmt)\b(?!\s*[+-])/i.test(header)
