import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { limitsOf, retained, type Lasting } from '#shared/domain/retention'
import { STAGES } from '#shared/domain/stage'

const NOW = Date.UTC(2026, 2, 31, 10)
const LISTS = ['a', 'b', 'c']
const leads = fc.array(
  fc.record({
    listId: fc.constantFrom(...LISTS),
    stage: fc.constantFrom(...STAGES),
    lastAt: fc.integer({ min: 0, max: NOW }),
    promised: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5 },
)
const months = fc.integer({ min: 1, max: 60 })
const rules = fc.dictionary(fc.constantFrom('a', 'b'), fc.record({ months }))
const isDue = (of: readonly Lasting[], by: Parameters<typeof limitsOf>[0]) =>
  retained(of, limitsOf(by, NOW)).kind === 'due'

describe('keeping for so many months', () => {
  it.each([
    [1, Date.UTC(2026, 1, 28, 10)],
    [13, Date.UTC(2025, 1, 28, 10)],
    [12, Date.UTC(2025, 2, 31, 10)],
  ])('%s months before the last of March is the last day there is', (count, at) => {
    expect(limitsOf({ a: { months: count } }, NOW).get('a')).toBe(at)
  })

  it('never erases who is at work, a customer, promised something, or on a list that keeps everything', () => {
    fc.assert(
      fc.property(leads, rules, (all, by) => {
        if (!isDue(all, by)) return
        expect(all.some(({ stage }) => ['customer', 'opportunity', 'sql'].includes(stage))).toBe(false)
        expect(all.some(({ promised }) => promised)).toBe(false)
        expect(all.every(({ listId }) => listId in by)).toBe(true)
      }),
    )
  })

  it('keeps at least as many for longer, and whoever was active later', () => {
    fc.assert(
      fc.property(leads, rules, months, fc.nat(NOW), (all, by, more, later) => {
        const longer = Object.fromEntries(
          Object.entries(by).map(([id, rule]) => [id, { months: rule.months + more }]),
        )
        if (isDue(all, longer)) expect(isDue(all, by)).toBe(true)
        const livelier = all.map((lead) => ({ ...lead, lastAt: Math.max(lead.lastAt, later) }))
        if (isDue(livelier, by)) expect(isDue(all, by)).toBe(true)
      }),
    )
  })

  it('does nothing where nobody chose', () => {
    fc.assert(
      fc.property(leads, (all) => {
        expect(retained(all, limitsOf({}, NOW)).kind).toBe('kept')
      }),
    )
  })
})
