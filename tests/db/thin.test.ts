import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'

import { DAY } from '#shared/lib/time'
import { goneBy, toRemove } from '#electron/db/thin'

const NOW = Date.UTC(2026, 2, 10, 9)
const daily = (daysAgo: number) => ({ why: 'daily', at: NOW - daysAgo * DAY })
const kept = (backups: { why: string; at: number }[]) => {
  const gone = new Set(toRemove(backups, NOW))
  return backups.filter((backup) => !gone.has(backup)).map(({ at }) => (NOW - at) / DAY)
}

describe('thinning a year of daily copies', () => {
  const year = Array.from({ length: 365 }, (_, daysAgo) => daily(daysAgo))

  it('keeps 7 days, the newest of 4 weeks and of 6 months', () => {
    // 10 March 2026 is a Tuesday: weeks end 2, 9 and 16 days ago, months 10, 38, 69, 100 and 130 days ago.
    expect(kept(year)).toEqual([0, 1, 2, 3, 4, 5, 6, 9, 10, 16, 38, 69, 100, 130])
  })

  it('leaves the same when it is done again', () => {
    const left = year.filter((backup) => !toRemove(year, NOW).includes(backup))
    expect(toRemove(left, NOW)).toEqual([])
  })
})

describe('thinning', () => {
  it('keeps the newest of a day', () => {
    const early = { why: 'daily', at: NOW - 5000 }
    expect(toRemove([early, daily(0)], NOW)).toEqual([early])
  })

  it('never lets a daily copy replace the one before a migration', () => {
    expect(toRemove([{ why: 'migration', at: NOW - 5000 }, daily(0)], NOW)).toEqual([])
  })

  it('always keeps the newest of each reason that is not older than its spans, and never keeps more than 17 of one', () => {
    const some = array(record({ why: constantFrom('daily', 'import'), at: integer({ min: 0, max: NOW }) }))
    assert(
      property(some, (backups) => {
        const gone = new Set(toRemove(backups, NOW))
        for (const same of Map.groupBy(backups, ({ why }) => why).values()) {
          const newest = same.reduce((a, b) => (b.at > a.at ? b : a))
          expect(gone.has(newest) && newest.at > NOW - 31 * DAY).toBe(false)
          expect(same.filter((backup) => !gone.has(backup)).length).toBeLessThanOrEqual(17)
        }
      }),
    )
  })
})

it('says from when on a copy is kept no longer, whatever others there are', () => {
  assert(
    property(integer({ min: 0, max: 400 }), integer({ min: 0, max: 400 }), (age, later) => {
      const made = daily(age)
      const now = NOW - age * DAY + later * DAY
      const isKept = !toRemove([made], now).includes(made)
      if (now >= goneBy(made.at)) expect(isKept).toBe(false)
    }),
  )
  expect(goneBy(Date.UTC(2026, 7, 31, 23))).toBe(Date.UTC(2027, 1, 1))
})
