import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { rateOf } from '#shared/domain/metrics'
import { wilson } from '#shared/domain/wilson'

const rows = (file: string) =>
  readFileSync(`../shared/data/${file}`, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','))

const close = (found: number | undefined, wanted: number) =>
  expect(Math.abs((found ?? Number.NaN) - wanted)).toBeLessThan(1e-4)

describe('a Wilson interval', () => {
  it('is that of R to 1e-4', () => {
    const cases = rows('stats/wilson-R-binom.csv')
    expect(cases.length).toBe(8)
    for (const [k, n, low, high] of cases) {
      const found = wilson(Number(k) / Number(n), Number(n))
      close(found?.low, Number(low))
      close(found?.high, Number(high))
    }
  })

  it('is that of twelve cases worked out elsewhere', () => {
    const cases = rows('stats/wilson-z1.96-codegolf105389.csv')
    expect(cases.length).toBe(12)
    for (const [k, misses, low, high] of cases) {
      const n = Number(k) + Number(misses)
      const found = wilson(Number(k) / n, n)
      close(found?.low, Number(low))
      close(found?.high, Number(high))
    }
  })

  it('says 9.87-11.22 % of the 842 deals won from 8,000 real MQLs', () => {
    const mqls = rows('olist-mql/olist_marketing_qualified_leads_dataset.csv').length
    const won = rows('olist-mql/olist_closed_deals_dataset.csv').length
    expect([won, mqls]).toEqual([842, 8000])
    const rate = rateOf(won, mqls, mqls)
    expect((100 * (rate?.value ?? 0)).toFixed(3)).toBe('10.525')
    expect((100 * (rate?.interval?.low ?? 0)).toFixed(2)).toBe('9.87')
    expect((100 * (rate?.interval?.high ?? 0)).toFixed(2)).toBe('11.22')
  })

  it('holds the share, stays within 0 and 1, and narrows with more people', () => {
    const shares = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
    fc.assert(
      fc.property(shares, ([k, n]) => {
        const one = wilson(k / n, n) ?? { low: Number.NaN, high: Number.NaN }
        const ten = wilson(k / n, 10 * n) ?? one
        expect(one.low).toBeGreaterThanOrEqual(0)
        expect(one.low).toBeLessThanOrEqual(k / n + 1e-12)
        expect(one.high).toBeGreaterThanOrEqual(k / n - 1e-12)
        expect(one.high).toBeLessThanOrEqual(1)
        expect(ten.high - ten.low).toBeLessThan(one.high - one.low)
      }),
    )
  })
})

describe('a rate', () => {
  it('of nothing is no data', () => expect(rateOf(0, 0, 0)).toBeNull())
  it('of fewer than 30 people is thin', () => {
    expect(rateOf(3, 40, 29)?.thin).toBe(true)
    expect(rateOf(3, 40, 30)?.thin).toBe(false)
  })
  it('of other people has no interval', () => {
    expect(rateOf(7, 5, 5, true)).toMatchObject({ value: 1.4, interval: null })
  })
  it('of calls is as sure as its people are many', () => {
    expect(rateOf(20, 200, 40)?.interval).toEqual(wilson(0.1, 40))
  })
})
