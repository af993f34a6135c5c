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
