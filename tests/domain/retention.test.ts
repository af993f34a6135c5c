import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { closed, isInOrder, limitsOf, retained, type Keeping, type Lasting } from '#shared/domain/retention'
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
type Rules = Record<string, number>
const rules = fc.dictionary(fc.constantFrom('a', 'b'), months)
const limits = (by: Rules, what: keyof Keeping = 'erase') => {
  const lists = Object.entries(by).map(([id, count]) => [id, { close: null, erase: null, [what]: count }])
  return limitsOf({ standard: null, lists: Object.fromEntries(lists) as never }, LISTS, what, NOW)
}
const isDue = (of: readonly Lasting[], by: Rules) => retained(of, limits(by)).kind === 'due'

describe('keeping for so many months', () => {
  it.each([
    [1, Date.UTC(2026, 1, 28, 10)],
    [13, Date.UTC(2025, 1, 28, 10)],
    [12, Date.UTC(2025, 2, 31, 10)],
  ])('%s months before the last of March is the last day there is', (count, at) => {
    expect(limits({ a: count }).get('a')).toBe(at)
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
        const longer = Object.fromEntries(Object.entries(by).map(([id, rule]) => [id, rule + more]))
        if (isDue(all, longer)) expect(isDue(all, by)).toBe(true)
        const livelier = all.map((lead) => ({ ...lead, lastAt: Math.max(lead.lastAt, later) }))
        if (isDue(livelier, by)) expect(isDue(all, by)).toBe(true)
      }),
    )
  })

  it('does nothing where nobody chose', () => {
    fc.assert(
      fc.property(leads, (all) => {
        expect(retained(all, limits({})).kind).toBe('kept')
      }),
    )
  })
})

describe('closing after so many months', () => {
  const lead = leads.map(([first]) => first as Lasting)
  it('never closes what was handed over, is closed already, or was promised something', () => {
    fc.assert(
      fc.property(lead, rules, (one, by) => {
        if (closed(one, limits(by, 'close')) !== 'due') return
        expect(['inquiry', 'lead', 'mql', 'nurture']).toContain(one.stage)
        expect(one.promised).toBe(false)
        expect(one.listId in by).toBe(true)
      }),
    )
  })
  it('closes no more for longer, nor whoever was active later', () => {
    fc.assert(
      fc.property(lead, rules, months, fc.nat(NOW), (one, by, more, later) => {
        const longer = Object.fromEntries(Object.entries(by).map(([id, rule]) => [id, rule + more]))
        const now = closed(one, limits(by, 'close'))
        if (closed(one, limits(longer, 'close')) === 'due') expect(now).toBe('due')
        const livelier = { ...one, lastAt: Math.max(one.lastAt, later) }
        if (closed(livelier, limits(by, 'close')) === 'due') expect(now).toBe('due')
      }),
    )
  })
  it('comes before erasing, and the standard holds where a list says nothing', () => {
    expect([
      isInOrder({ close: 12, erase: 24 }),
      isInOrder({ close: 24, erase: 24 }),
      isInOrder({ close: 24, erase: null }),
    ]).toEqual([true, false, true])
    const own = { close: null, erase: null }
    const by = { standard: { close: 6, erase: 12 }, lists: { a: own } }
    expect([...limitsOf(by, ['a', 'b'], 'close', NOW).keys()]).toEqual(['b'])
  })
})
