import { expect, it } from 'vitest'

import { amountOf } from '../../renderer/features/call/amount.ts'

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
