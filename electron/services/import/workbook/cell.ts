import { DAY } from '#shared/lib/time'
import type { CellFormat } from './styles.ts'

/** The day 0 of serial dates. Until 1 March 1900 they are one ahead, since they count a 29 February that never was. */
const DAY_0 = Date.UTC(1899, 11, 30)
const DAY_0_EARLY = Date.UTC(1899, 11, 31)
const DAY_0_OF_1904 = Date.UTC(1904, 0, 1)
const FIRST_RIGHT_DAY = 61
/** 31 December 9999. */
const LAST_DAY = 2_958_465

/**
 * A cell's number as a person would type it: dates as `YYYY-MM-DD`, with their time when they have one; digits without
 * exponent and without the noise of binary fractions; the leading zeros, the prefix, the percent and the currency that
 * its format shows.
 */
export function numberText(written: string, format: CellFormat, is1904: boolean): string {
  const value = Number(written)
  if (written.trim() === '' || !Number.isFinite(value)) return written
  const isDated = value >= 0 && value <= LAST_DAY
  if (format.kind === 'date' && isDated) return dateText(value, is1904)
  if (format.kind === 'time' && isDated) return value < 1 ? timeText(value) : dateText(value, is1904)
  if (format.kind === 'duration' && isDated) return timeText(value)
  if (format.kind === 'percent') return `${plainText(value * 100)}%`
  const text = plainText(value)
  if (format.kind === 'money') return format.isBefore ? `${format.sign} ${text}` : `${text} ${format.sign}`
  return format.kind === 'digits' && /^\d+$/.test(text)
    ? format.prefix + text.padStart(format.digits, '0')
    : text
}

function plainText(value: number): string {
  // Binary fractions hold 15 digits; what follows them is noise.
  const text = String(Number.isInteger(value) ? value : Number(value.toPrecision(15)))
  const [, sign = '', whole = '', part = '', exponent] = /^(-?)(\d+)\.?(\d*)e([+-]\d+)$/.exec(text) ?? []
  if (exponent === undefined) return text
  const shift = Number(exponent)
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - 1)}${whole}${part}`
  return `${sign}${whole}${part.padEnd(shift, '0')}`
}

function dateText(serial: number, is1904: boolean): string {
  const [days, seconds] = inSeconds(serial)
  const start = is1904 ? DAY_0_OF_1904 : days < FIRST_RIGHT_DAY ? DAY_0_EARLY : DAY_0
  const day = new Date(start + days * DAY).toISOString().slice(0, 10)
  return seconds === 0 ? day : `${day} ${clockOf(seconds)}`
}

function timeText(serial: number): string {
  const [days, seconds] = inSeconds(serial)
  return clockOf(days * 86_400 + seconds)
}

function inSeconds(serial: number): [days: number, seconds: number] {
  const all = Math.round(serial * 86_400)
  const days = Math.floor(all / 86_400)
  return [days, all - days * 86_400]
}

function clockOf(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return (parts[2] === 0 ? parts.slice(0, 2) : parts).map((part) => String(part).padStart(2, '0')).join(':')
}

/** `_x000D_` is how a workbook writes what XML cannot hold. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
