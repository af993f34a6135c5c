import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { isNothing, narrowingKey, narrowingOf, type Narrowing } from '#shared/domain/policy/narrowing'
import { windowAt, type CalendarOf } from '#shared/domain/window'
import { of, open, US } from '../helpers/calendar.ts'

const narrowing: fc.Arbitrary<Narrowing> = fc.record({
  earliest: fc.option(fc.integer({ min: 0, max: 1439 })),
  latest: fc.option(fc.integer({ min: 1, max: 1440 })),
  weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
  days: fc.subarray(['2026-03-10', '2026-12-24', '2026-12-31']),
})

describe('a narrower pack', () => {
  it('reads back from the key of a calendar as it was', () => {
    fc.assert(
      fc.property(narrowing, (each) => {
        const key = narrowingKey({ ES: each }, 'ES', 'ES-MD')
        if (isNothing(each)) expect(key).toBe('')
        else expect(narrowingOf(key)).toEqual(each)
      }),
    )
  })

  it('never opens a minute that the pack has shut, for anybody, anywhere', () => {
    const who = fc.record({
      country: fc.constantFrom('ES', 'GB', 'US', 'FR', 'DE'),
      business: fc.boolean(),
      consented: fc.boolean(),
    })
    const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) })
    fc.assert(
      fc.property(who, narrowing, narrowing, instant, (who, a, b, now) => {
        const isOpen = (narrowings: CalendarOf['narrowings'] = {}) =>
          windowAt(of({ ...who, region: who.country, narrowings }), now).open
        const [wide, narrow] = [{ [who.country]: a }, { [who.country]: a, 'US-FL': b, default: b }]
        if (!isOpen()) expect(isOpen(wide)).toBe(false)
        if (!isOpen(wide)) expect(isOpen(narrow)).toBe(false)
      }),
    )
  })

  it('takes hours and days off, of a state alone too', () => {
    const narrowings = {
      ES: { earliest: 600, latest: 1080, weekdays: [5], days: ['2026-03-11'] },
      'US-NY': { earliest: null, latest: 1080, weekdays: [], days: [] },
    }
    expect(open('2026-03-10T08:30Z', { narrowings })).toBe(false)
    expect(open('2026-03-10T09:30Z', { narrowings })).toBe(true)
    expect(open('2026-03-10T17:30Z', { narrowings })).toBe(false)
    expect(open('2026-03-11T10:00Z', { narrowings })).toBe(false)
    expect(open('2026-03-13T10:00Z', { narrowings })).toBe(false)
    expect(open('2026-03-10T22:30Z', { ...US('US-NY', 'America/New_York'), narrowings })).toBe(false)
    expect(open('2026-03-10T22:30Z', { ...US('US-NJ', 'America/New_York'), narrowings })).toBe(true)
  })
})
