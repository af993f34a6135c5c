import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { ENOUGH, LIMITS, limitOf } from '#shared/domain/ageing'

const monday = { day: '2026-03-09', isHoliday: () => false }

describe('how long a stage should take', () => {
  it('is what it is shipped with until thirty have gone on', () => {
    expect(limitOf('mql', Array(29).fill(3), monday)).toEqual({ days: 14, wentOn: 29 })
    expect(limitOf('mql', Array(30).fill(3), monday)).toEqual({ days: 3, wentOn: 30 })
  })

  it('counts business days for an inquiry: a weekend and a holiday make no one late', () => {
    const limit = (day: string, holiday = '') =>
      limitOf('inquiry', [], { day, isHoliday: (one) => one === holiday }).days
    expect(limit('2026-03-13')).toBe(2)
    expect(limit('2026-03-09')).toBe(4)
    expect(limit('2026-03-09', '2026-03-06')).toBe(5)
  })

  it('then leaves at least three in four of those that went on within it, and never less than a day', () => {
    const took = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { minLength: ENOUGH, maxLength: 90 })
    fc.assert(
      fc.property(took, fc.constantFrom('lead', 'sql', 'nurture' as const), (days, stage) => {
        const limit = limitOf(stage, days, monday)
        const within = days.filter((one) => one <= limit.days).length
        expect(limit.days).toBeGreaterThanOrEqual(1)
        expect(within / days.length).toBeGreaterThanOrEqual(0.75)
      }),
    )
    expect(LIMITS.inquiry).toBe(2)
  })
})
