import { describe, expect, it } from 'vitest'

import type { CallCounts, StepCounts } from '#electron/db/metrics'
import { figuresOf } from '#electron/services/metrics-figures'
import { STEPS, type Basis, type Step, type Unit } from '#shared/domain/metrics'
import { wilson } from '#shared/domain/wilson'
import { recordOf } from '#shared/lib/table'

// No two of these are alike, so that nothing can stand in another's place.
const CALLS: CallCounts = {
  key: '',
  dials: 97,
  connects: 53,
  conversations: 41,
  interestedCalls: 23,
  peopleDialled: 61,
  withPerson: 43,
  unknownTalk: 11,
  dialsElsewhere: 19,
  interestedElsewhere: 7,
}
const counted = (...counts: number[]): Record<Step, number> =>
  recordOf(STEPS, (step) => counts[STEPS.indexOf(step)] ?? 0)
const COUNTED: StepCounts = {
  key: '',
  people: counted(59, 37, 29, 17, 13, 5),
  events: counted(89, 47, 31, 20, 14, 6),
  elsewhere: { people: counted(18, 12, 10, 8, 4, 2), events: counted(21, 16, 9, 3, 1, 22) },
}
const figures = (unit: Unit, basis: Basis = 'cohort') => figuresOf(unit, basis, COUNTED, CALLS)
/** Of people of whom each counts once, unless said otherwise; `null` has no interval. */
const rate = (n: number, of: number, people: number | null = of) => ({
  n,
  of,
  people: people ?? of,
  value: n / of,
  interval: people === null ? null : wilson(n / of, people),
  thin: (people ?? of) < 30,
})

describe('steps', () => {
  const PEOPLE = [
    ['called', 59, 18, null],
    ['interested', 37, 12, 59],
    ['sql', 29, 10, 37],
    ['accepted', 17, 8, 29],
    ['opportunity', 13, 4, 37],
    ['contract', 5, 2, 13],
  ] as const
  it.each(PEOPLE)('of people: %s', (step, n, elsewhere, of) => {
    const shown = (basis: Basis) => figures('people', basis).steps.find((each) => each.step === step)
    expect(shown('cohort')).toEqual({ step, n, elsewhere, rate: of && rate(n, of) })
    // Not the same people: a ratio, and no interval.
    expect(shown('period')?.rate).toEqual(of && { ...rate(n, of, null), thin: of < 30 })
  })

  const OF_CALLS = [
    ['called', 97, 19, null],
    ['interested', 23, 7, rate(23, 97, 61)],
    ['sql', 31, 9, null],
    ['accepted', 20, 3, null],
    ['opportunity', 14, 1, null],
    ['contract', 6, 22, null],
  ] as const
  it.each(OF_CALLS)('of calls: %s', (step, n, elsewhere, share) => {
    const shown = figures('calls', 'period').steps.find((each) => each.step === step)
    expect(shown).toEqual({ step, n, elsewhere, rate: share })
  })
})

it('calls are as many as were counted, and as sure as their distinct people are many', () => {
  const { steps, ...rest } = figures('people')
  expect(steps.map(({ step }) => step)).toEqual(STEPS)
  const { key, withPerson, unknownTalk, dialsElsewhere, interestedElsewhere, ...plain } = CALLS
  expect(rest).toEqual({
    ...plain,
    connectRate: rate(53, 97, 61),
    conversationRate: rate(41, 97, 61),
    interestedRate: rate(23, 97, 61),
    unknownTalk: rate(11, 43, null),
  })
  expect([key, withPerson, unknownTalk, dialsElsewhere, interestedElsewhere]).toEqual(['', 43, 11, 19, 7])
})

it('what nobody counted is zero, and no data instead of a share', () => {
  for (const unit of ['people', 'calls'] as const) {
    const { steps, ...rest } = figuresOf(unit, 'period', undefined, undefined)
    expect(steps).toEqual(STEPS.map((step) => ({ step, n: 0, elsewhere: 0, rate: null })))
    expect(new Set(Object.values(rest))).toEqual(new Set([0, null]))
    expect(rest).toMatchObject({
      connectRate: null,
      conversationRate: null,
      interestedRate: null,
      unknownTalk: null,
    })
  }
})
