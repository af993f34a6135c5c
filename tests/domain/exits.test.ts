import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { drawn, exitFigures, type ClosedOnList } from '#shared/domain/exits'
import { REASON_IDS } from '#shared/domain/reason'

const row: fc.Arbitrary<ClosedOnList> = fc.record({
  listId: fc.constantFrom('a', 'b', 'c'),
  reason: fc.constantFrom(...REASON_IDS.slice(0, 4)),
  closed: fc.nat(20),
  dials: fc.nat(60),
  returned: fc.nat(10),
  waking: fc.nat(5),
})

describe('what an exit saved', () => {
  it('is what came back on each list, times what that list spends on such a lead', () => {
    const lists: ClosedOnList[] = [
      { listId: 'a', reason: 'competitor', closed: 4, dials: 10, returned: 2, waking: 1 },
      { listId: 'b', reason: 'competitor', closed: 1, dials: 1, returned: 3, waking: 0 },
      // Nobody was ever dialled for it here: nothing is known to be saved.
      { listId: 'c', reason: 'competitor', closed: 0, dials: 0, returned: 5, waking: 0 },
    ]
    expect(exitFigures(lists, [{ reason: 'competitor', looked: 10, agreed: 9 }])).toMatchObject([
      {
        reason: 'competitor',
        exit: 'keep',
        closed: 5,
        mean: 2.2,
        returned: 10,
        saved: 8,
        looked: 10,
        agreed: 9,
      },
    ])
  })

  it('law: adds up over lists, is never below nought, and nothing that came back is lost', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const found = exitFigures(rows, [])
        const sum = (of: (one: (typeof found)[number]) => number) =>
          found.reduce((all, one) => all + of(one), 0)
        expect(sum(({ returned }) => returned)).toBe(rows.reduce((all, one) => all + one.returned, 0))
        for (const one of found) {
          expect(one.saved).toBeGreaterThanOrEqual(0)
          if (one.returned === 0) expect(one.saved).toBe(0)
          expect(one.interval).toBeNull()
        }
      }),
    )
  })
})

describe('a sample by lot', () => {
  const ids = fc.uniqueArray(fc.uuid(), { maxLength: 40 })
  it('law: is the same for its seed in whatever order, and keeps who was drawn when others go', () => {
    fc.assert(
      fc.property(ids, fc.string(), fc.nat(6), (all, seed, most) => {
        const one = drawn(all, (id) => id, seed, most)
        expect(one).toHaveLength(Math.min(most, all.length))
        expect(drawn(all.toReversed(), (id) => id, seed, most)).toEqual(one)
        const others = new Set(all.filter((id) => !one.includes(id)).slice(0, 3))
        expect(
          drawn(
            all.filter((id) => !others.has(id)),
            (id) => id,
            seed,
            most,
          ),
        ).toEqual(one)
      }),
    )
  })

  it('draws everybody about as often', () => {
    const all = Array.from({ length: 20 }, (_, n) => `lead-${n}`)
    const times = new Map(all.map((id) => [id, 0]))
    for (let week = 0; week < 400; week++)
      for (const id of drawn(all, (each) => each, `w${week}`, 5)) times.set(id, (times.get(id) ?? 0) + 1)
    // A hundred each are expected; five standard deviations are 43.
    for (const n of times.values()) expect(Math.abs(n - 100)).toBeLessThan(43)
  })
})
