import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { forecast, paceOf, type Today } from '#shared/domain/forecast'
import { BUCKETS } from '#shared/domain/queue'

const NOBODY = { promise: 0, hot: 0, retry: 0, new: 0, review: 0 }
const today = (more: Partial<Today>): Today => ({ ready: NOBODY, later: 0, place: 0, left: null, ...more })

describe('how today ends', () => {
  it.each([
    ['nobody knows the pace', { ready: { ...NOBODY, retry: 3, new: 9 }, later: 2 }, [5, null, null]],
    ['there is time for all', { ready: { ...NOBODY, promise: 1, new: 2 }, left: 3 }, [1, 0, 0]],
    ['promises and hot go first', { ready: { ...NOBODY, promise: 2, hot: 2, new: 5 }, left: 3 }, [4, 1, 5]],
    [
      'retry, retry, new, retry, retry, new, review',
      { ready: { ...NOBODY, retry: 9, new: 9, review: 9 }, left: 7 },
      [18, 13, 7],
    ],
    ['an empty bucket passes its turn', { ready: { ...NOBODY, new: 9 }, left: 4 }, [0, 0, 5]],
    [
      'it goes on where the rep stands',
      { ready: { ...NOBODY, retry: 9, new: 9 }, left: 1, place: 2 },
      [9, 9, 8],
    ],
    ['who comes later today is a retry', { ready: { ...NOBODY, new: 2 }, later: 4, left: 3 }, [4, 2, 1]],
    ['the day is over', { ready: { ...NOBODY, hot: 1, new: 2 }, left: 0 }, [1, 1, 2]],
  ] as const)('%s', (_, given, [due, dueLeft, newLeft]) => {
    expect(forecast(today(given))).toEqual({ due, dueLeft, newLeft })
  })

  it('every dial reaches somebody as long as there is anybody', () => {
    const n = fc.nat(40)
    fc.assert(
      fc.property(fc.tuple(n, n, n, n, n), n, fc.nat(6), fc.nat(250), (counts, later, place, left) => {
        const ready = Object.fromEntries(
          BUCKETS.map((bucket, at) => [bucket, counts[at] ?? 0]),
        ) as Today['ready']
        const all = counts.reduce((sum, each) => sum + each, later)
        const { dueLeft, newLeft } = forecast({ ready, later, place, left })
        expect((dueLeft ?? NaN) + (newLeft ?? NaN)).toBe(Math.max(0, all - left))
      }),
    )
  })

  it('goes by the days on which somebody dialled, never by today', () => {
    expect(paceOf([], '2026-03-10')).toBeNull()
    expect(paceOf(['2026-03-10'], '2026-03-10')).toBeNull()
    expect(paceOf(['2026-03-05', '2026-03-05', '2026-03-09', '2026-03-10'], '2026-03-10')).toBe(2)
  })
})
