import { parseDecimal, type DecimalMark } from './decimal.ts'

export type Money = { minor: number; currency: string }

/** Signs and words that say a currency; a bare `$` is that of the country. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [/€|\beur(?:os?)?\b/i, 'EUR'],
  [/£|\bgbp\b|\blibras?\b/i, 'GBP'],
  [/r\$|\bbrl\b|\breais\b/i, 'BRL'],
  [/us\$|u\$s|\busd\b|\bdolares\b/i, 'USD'],
  [/\bmxn\b|mx\$/i, 'MXN'],
  [/\bchf\b|\bsfr\b/i, 'CHF'],
]
const OF_COUNTRY: Readonly<Record<string, string>> = {
  GB: 'GBP',
  US: 'USD',
  MX: 'MXN',
  BR: 'BRL',
  CH: 'CHF',
  CO: 'COP',
  AR: 'ARS',
  CL: 'CLP',
  PE: 'PEN',
}
/** Money that is written with a `$` where it is used. */
const DOLLARS: ReadonlySet<string> = new Set(['USD', 'MXN', 'COP', 'ARS', 'CLP'])

/** Of a cell that names no currency by itself: that of the country, and of a `$` where that has none, dollars. */
export function currencyOfCountry(country: string, cell: string): string {
  const own = OF_COUNTRY[country] ?? 'EUR'
  return cell.includes('$') && !DOLLARS.has(own) ? 'USD' : own
}

/** ISO 4217 of what a cell says; null when it says none. */
export function currencyIn(cell: string): string | null {
  const said = SAID.find(([sign]) => sign.test(cell))
  return said?.[1] ?? (/^\s*([A-Z]{3})\s*$/i.exec(cell)?.[1]?.toUpperCase() || null)
}

/** An amount by its column's decimal mark, in whole hundredths of its currency or as many as that has; null for no amount. */
export function moneyOf(cell: string, mark: DecimalMark | null, currency: string): Money | null {
  const value = parseDecimal(cell.replace(/[A-Za-z$€£]+\.?/g, ''), mark)
  if (value === null) return null
  const minor = Math.round(value * 10 ** digitsOf(currency))
  return Number.isSafeInteger(minor) ? { minor, currency } : null
}

function digitsOf(currency: string): number {
  const style = { style: 'currency', currency } as const
  return new Intl.NumberFormat('en', style).resolvedOptions().maximumFractionDigits ?? 2
}
