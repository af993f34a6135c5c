import { fold } from '#shared/lib/fold'
import { perMajor } from '#shared/lib/money'
import { currencyIn } from '#shared/domain/import/money'

/**
 * An amount of money as people say or write it: "40.000", "40,000.50", "40k", "40 mil". Minor units; null when it is
 * none. A separator followed by one or two last digits is a decimal mark, any other groups thousands.
 */
export function amountOf(text: string, minorPerMajor = 100): number | null {
  const [, figure = '', unit = ''] = /^([\d.,'\s\u00a0]*\d)\s*(k|mil|m)?\s*\p{Sc}?$/iu.exec(text.trim()) ?? []
  if (figure === '') return null
  const compact = figure.replaceAll(/['\s\u00a0]/g, '')
  const [, whole = '', decimals = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(compact) ?? []
  const major = Number(`${whole.replaceAll(/[.,]/g, '')}.${decimals || '0'}`)
  const minor = Math.round(major * (UNITS[unit.toLowerCase()] ?? 1) * minorPerMajor)
  return Number.isSafeInteger(minor) ? minor : null
}

const UNITS: Readonly<Record<string, number>> = { k: 1000, mil: 1000, m: 1_000_000 }

export const CURRENCIES = ['EUR', 'USD', 'GBP', 'MXN', 'COP', 'CLP', 'CHF'] as const
/** Where a bare `$` is the money of the place. */
const DOLLARS: readonly string[] = ['USD', 'MXN', 'COP', 'CLP', 'ARS']
const WORDS =
  /\b(?:us|mx|r)(?=\$)|\b(?!mil\b)(?:[a-z]{3}|euros?|dolares|dollars?|libras?|pounds?|pesos?|francos?|francs?)\b|\p{Sc}/gu

/** What somebody says with its currency: "€40k", "40.000 dólares", "USD 1.5 m"; without one, in the one given. Null when it is none. */
export function moneyOf(text: string, usual: string): { minor: number; currency: string } | null {
  const words = fold(text)
  const named = CURRENCIES.find((id) => new RegExp(`\\b${id}\\b`, 'i').test(words))
  const dollars = words.includes('$') && !DOLLARS.includes(usual) ? 'USD' : null
  const currency = currencyIn(words) ?? named ?? dollars ?? usual
  const minor = amountOf(words.replaceAll(WORDS, ' '), perMajor(currency))
  return minor === null ? null : { minor, currency }
}
