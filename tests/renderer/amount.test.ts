import { expect, it } from 'vitest'

import { amountOf, moneyOf } from '../../renderer/features/call/amount.ts'

it.each([
  ['40000', 4_000_000],
  ['40.000', 4_000_000],
  ['40,000', 4_000_000],
  ['40 000', 4_000_000],
  ['40.000,50', 4_000_050],
  ['40,000.5', 4_000_050],
  ['1.234.567', 123_456_700],
  ['40k', 4_000_000],
  ['40 mil', 4_000_000],
  ['1,5 m', 150_000_000],
  ['1,5 M €', 150_000_000],
  ['0,99', 99],
])('%s', (text, minor) => {
  expect(amountOf(text)).toBe(minor)
})

it.each(['', 'unos', 'k', '40 x', '-5', '€'])('%s is no amount', (text) => {
  expect(amountOf(text)).toBeNull()
})

it.each([
  ['40.000', 'EUR', 4_000_000, 'EUR'],
  ['€40k', 'USD', 4_000_000, 'EUR'],
  ['40.000 euros', 'USD', 4_000_000, 'EUR'],
  ['USD 1.5 m', 'EUR', 150_000_000, 'USD'],
  ['$ 40,000', 'EUR', 4_000_000, 'USD'],
  ['$ 40,000', 'MXN', 4_000_000, 'MXN'],
  ['40 mil dólares', 'EUR', 4_000_000, 'USD'],
  ['40 mil pesos', 'MXN', 4_000_000, 'MXN'],
  ['£500', 'EUR', 50_000, 'GBP'],
  // A Chilean peso has no hundredths.
  ['40.000', 'CLP', 40_000, 'CLP'],
  ['40.000 CLP', 'EUR', 40_000, 'CLP'],
])('%s, where %s is usual', (text, usual, minor, currency) => {
  expect(moneyOf(text, usual)).toEqual({ minor, currency })
})

it.each(['', 'dólares', 'unos 40', '€'])('%s is no money', (text) => {
  expect(moneyOf(text, 'EUR')).toBeNull()
})
