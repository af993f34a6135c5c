import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { BANT, PRESETS, type Criterion, type Definition } from '#shared/domain/bant'
import { definitionProblems, effectOf } from '#shared/domain/definition'
import { MEDDIC } from '#shared/domain/meddic'

const even: Definition = { ...BANT, weights: PRESETS[0] }
const money: Definition = { ...BANT, weights: PRESETS[1] }
const changed = (id: string, change: Partial<Criterion>): Definition => ({
  ...BANT,
  criteria: BANT.criteria.map((criterion) => (criterion.id === id ? { ...criterion, ...change } : criterion)),
})
const reasons = (definition: Definition) => definitionProblems(definition).map(({ reason }) => reason)

describe('a qualification definition', () => {
  it.each([BANT, MEDDIC, money])('is sound as shipped', (definition) =>
    expect(definitionProblems(definition)).toEqual([]),
  )

  it.each<[string, Definition, string[]]>([
    ['weights under 100', { ...BANT, weights: { ...BANT.weights, need: 24 } }, ['weights-not-100']],
    ['weight of nothing', { ...BANT, weights: { ...BANT.weights, need: 0, other: 25 } }, ['weights-not-100']],
    [
      'half a weight',
      { ...BANT, weights: { ...BANT.weights, need: 25.5, budget: 24.5 } },
      ['weight-wrong', 'weight-wrong'],
    ],
    ['a threshold over 100', { ...BANT, threshold: 101 }, ['threshold-out-of-range']],
    ['no criteria', { ...BANT, criteria: [], weights: {} }, ['no-criteria', 'weights-not-100']],
    ['an outcome’s key', changed('need', { key: 'x' }), ['key-taken']],
    ['the same key twice', changed('need', { key: 'b' }), ['key-twice']],
    [
      'a gate that all pass',
      changed('budget', { gate: ['will_buy', 'can_buy', 'may_buy', 'none_committed'] }),
      ['gate-opens-for-all'],
    ],
    ['a gate that none passes', changed('budget', { gate: [] }), ['gate-opens-for-all']],
    ['a gate of another’s grade', changed('budget', { gate: ['decides'] }), ['gate-unknown-grade']],
    ['one grade', changed('need', { grades: [{ id: 'none', worth: 0 }], gate: null }), ['grades-too-few']],
    [
      'grades that rise',
      changed('need', {
        grades: [
          { id: 'a', worth: 50 },
          { id: 'b', worth: 60 },
          { id: 'c', worth: 0 },
        ],
        gate: null,
      }),
      ['grades-not-falling'],
    ],
    [
      'a last grade worth something',
      changed('need', {
        grades: [
          { id: 'a', worth: 50 },
          { id: 'b', worth: 10 },
        ],
        gate: null,
      }),
      ['last-grade-not-zero'],
    ],
    ['an answer that never ages', changed('need', { staleMonths: null }), ['dated-grades-fixed']],
    [
      'fewer grades for a date',
      changed('timeline', {
        grades: [
          { id: 'now', worth: 100 },
          { id: 'no_date', worth: 0 },
        ],
      }),
      ['dated-grades-fixed'],
    ],
    ['no name', { ...BANT, framework: '' }, ['name-missing']],
  ])('refuses %s', (_, definition, expected) => expect(reasons(definition)).toEqual(expected))
})

describe('what weights come to', () => {
  it('of even ones any three of four pass', () => expect(effectOf(even)).toEqual({ any: 3, vetoes: [] }))

  it('of 30, 25, 30, 15 the sums that fail are named', () => {
    expect(effectOf(money)).toEqual({
      any: null,
      vetoes: [
        { criterion: 'budget', others: ['authority', 'need', 'timeline'], points: 70 },
        { criterion: 'need', others: ['budget', 'authority', 'timeline'], points: 70 },
      ],
    })
  })

  it('is what trying every yes and no says', () => {
    const weights = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50)).filter(([a, b, c]) => a + b + c <= 100)
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 100 }), ([budget, authority, need], threshold) => {
        const all = { budget, authority, need, timeline: 100 - budget - authority - need }
        const { any, vetoes } = effectOf({ ...BANT, weights: all, threshold })
        const points = Object.values(all)
        const subsets = Array.from({ length: 16 }, (_, bits) => points.filter((_, at) => bits & (1 << at)))
        const passes = (subset: number[]) => subset.reduce((total, each) => total + each, 0) >= threshold
        const least = [1, 2, 3].find((n) => subsets.filter((set) => set.length === n).every(passes))
        expect(any).toBe(least ?? null)
        const alone = Object.entries(all).filter(([, weight]) => 100 - weight < threshold && weight > 0)
        expect(vetoes.map(({ criterion }) => criterion)).toEqual(alone.map(([id]) => id))
      }),
    )
  })
})
