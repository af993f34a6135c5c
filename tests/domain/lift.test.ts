import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { byar, liftOf, suggestPoints, type Judged } from '#shared/domain/lift'
import { THIN } from '#shared/domain/metrics'

describe('the lift of a value', () => {
  it('has the interval of Byar, whose ends are those of the tables', () => {
    // Exact Poisson limits of 10 observed are 4.80 and 18.39; Byar's are within a hundredth or two.
    const { low, high } = byar(10, 1) ?? { low: 0, high: 0 }
    expect(low).toBeCloseTo(4.79, 1)
    expect(high).toBeCloseTo(18.39, 1)
    expect(byar(0, 2)?.low).toBe(0)
    expect(byar(3, 0)).toBeNull()
  })

  it('says above or below only when 1 is outside, and nothing of fewer than 30', () => {
    const all = { good: 100, n: 400 }
    expect(liftOf({ good: 60, n: 100 }, all)).toMatchObject({ lift: 2.4, verdict: 'above', thin: false })
    expect(liftOf({ good: 5, n: 100 }, all)).toMatchObject({ verdict: 'below' })
    expect(liftOf({ good: 27, n: 100 }, all)).toMatchObject({ verdict: null, thin: false })
    expect(liftOf({ good: 29, n: THIN - 1 }, all)).toMatchObject({ verdict: null, thin: true })
    expect(liftOf({ good: 0, n: 0 }, { good: 0, n: 0 })).toMatchObject({ lift: null, interval: null })
  })
})

const ended = (good: number, n: number) => ({ good, n })
const CLEAR: Judged = { points: 30, match: ended(60, 100), other: ended(20, 200) }
const CLEARER: Judged = { points: 10, match: ended(90, 100), other: ended(20, 200) }
const THIN_ONE: Judged = { points: 25, match: ended(20, 29), other: ended(20, 200) }
const SAME: Judged = { points: 35, match: ended(30, 100), other: ended(60, 200) }

describe('suggested points', () => {
  it('move what the clear ones have among them towards what tells more', () => {
    const [a, b, thin, same] = suggestPoints([CLEAR, CLEARER, THIN_ONE, SAME])
    expect([thin, same]).toEqual([null, null])
    expect((a ?? 0) + (b ?? 0)).toBe(40)
    expect(b).toBeGreaterThan(a ?? 0)
  })

  it('need enough on either side', () => {
    const few: Judged = { points: 10, match: ended(30, THIN), other: ended(2, THIN - 1) }
    expect(suggestPoints([CLEAR, CLEARER, few])[2]).toBeNull()
    expect(suggestPoints([CLEAR, CLEARER, { ...few, other: ended(2, THIN) }])[2]).not.toBeNull()
  })

  it('are none where fewer than two say something', () => {
    expect(suggestPoints([CLEAR, THIN_ONE, SAME])).toEqual([null, null, null])
    expect(suggestPoints([])).toEqual([])
  })

  it('are whole and keep the sum, whatever the leads say', () => {
    const side = fc.tuple(fc.nat(300), fc.nat(300)).map(([good, bad]) => ended(good, good + bad))
    const judged = fc.record({ points: fc.nat(60), match: side, other: side })
    fc.assert(
      fc.property(fc.array(judged, { maxLength: 6 }), (rules) => {
        const after = suggestPoints(rules).map((points, at) => points ?? rules[at]?.points ?? 0)
        const sum = (all: number[]) => all.reduce((total, each) => total + each, 0)
        expect(sum(after)).toBe(sum(rules.map(({ points }) => points)))
        expect(after.every((points) => Number.isInteger(points) && points >= 0)).toBe(true)
      }),
    )
  })
})
