import { expect, it } from 'vitest'

import { decimalMarkOf } from '#shared/domain/import/decimal'
import { currencyIn, currencyOfCountry, moneyOf } from '#shared/domain/import/money'

it.each([
  ['12.500,50 €', ',', 'EUR', 1_250_050],
  ['US$ 1,200.00', '.', 'USD', 120_000],
  ['£99', null, 'GBP', 9900],
  ['1200 eur', null, 'EUR', 120_000],
  ['(30)', null, 'EUR', -3000],
  ['R$ 1.234,56', ',', 'BRL', 123_456],
] as const)('%s is an amount', (cell, mark, currency, minor) => {
  const said = currencyIn(cell) ?? 'EUR'
  expect(said).toBe(currency)
  expect(moneyOf(cell, mark, said)).toEqual({ minor, currency })
})

it('a currency without hundredths has none, and what is no amount is none', () => {
  expect(moneyOf('1500', null, 'JPY')).toEqual({ minor: 1500, currency: 'JPY' })
  expect(moneyOf('mucho', null, 'EUR')).toBeNull()
  expect(currencyIn('MXN')).toBe('MXN')
  expect(currencyIn('')).toBeNull()
  expect(currencyOfCountry('ES', '30')).toBe('EUR')
  expect(currencyOfCountry('ES', '$30')).toBe('USD')
  expect(currencyOfCountry('MX', '$30')).toBe('MXN')
})

it('a column of reais, pesos or dollars shows its decimal mark beside the sign', () => {
  expect(
    ['R$ 10,5', '10,5 R$', 'US$ 10,5', 'MX$10,5', '$ 10,5'].map((cell) => decimalMarkOf([cell])),
  ).toEqual(Array.from({ length: 5 }, () => ','))
})
