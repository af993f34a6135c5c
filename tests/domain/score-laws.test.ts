import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { ANSWER_STATES, BANT, PRESETS, type Answer, type Definition } from '#shared/domain/bant'
import { boardOf } from '#shared/domain/board'
import { BUILT_IN, NOBODY, type BuiltIn, type FitFacts } from '#shared/domain/fit'
import { DEFAULT_PROFILE, SIGNAL_KINDS, type ScoreProfile, type Signal } from '#shared/domain/profile'
import { behaviourOf, behaviourReceipt, fitOf, fitReceipt, isMql } from '#shared/domain/score'
import { DAY } from '#shared/lib/time'

const NOW = Date.UTC(2026, 2, 10, 9)
const ZONE = 'Europe/Madrid'

/** Every field a rule may ask of its own accord: what matches there, and what does not. A new one does not compile. */
const VALUES: Readonly<
  Record<BuiltIn, { target: string; match: Partial<FitFacts>; other: Partial<FitFacts> }>
> = {
  industry: { target: 'metal', match: { industry: 'Metal' }, other: { industry: 'Banca' } },
  companySize: { target: '50-249', match: { employees: 100 }, other: { employees: 5 } },
  role: { target: 'compras', match: { title: 'Jefa de compras' }, other: { title: 'CEO' } },
  place: { target: 'ES', match: { country: 'ES' }, other: { country: 'PT' } },
  source: { target: 'web', match: { source: 'Web' }, other: { source: 'Feria' } },
  campaign: { target: 'q4', match: { campaign: 'Q4' }, other: { campaign: 'Q1' } },
  emailDomain: { target: 'a.es', match: { emails: 'x@a.es' }, other: { emails: 'x@b.es' } },
}
const known = fc.constantFrom('match', 'other', 'unknown')
type Known = Readonly<Record<BuiltIn, 'match' | 'other' | 'unknown'>>
const facts = (is: Known): FitFacts =>
  BUILT_IN.reduce(
    (all, field) => ({ ...all, ...(is[field] === 'unknown' ? {} : VALUES[field][is[field]]) }),
    NOBODY,
  )
const somebody = fc.record(Object.fromEntries(BUILT_IN.map((field) => [field, known]))) as fc.Arbitrary<Known>
const rule = (field: BuiltIn) =>
  fc.record({
    rule: fc.constant(field),
    points: fc.integer({ min: 0, max: 40 }),
    targets: fc.constantFrom(null, [VALUES[field].target]),
    group: fc.constantFrom('company', 'person', 'none'),
  })
const profile: fc.Arbitrary<ScoreProfile> = fc
  .tuple(fc.tuple(...BUILT_IN.map(rule)), fc.nat(60), fc.nat(60))
  .map(([fit, company, person]) => ({
    ...DEFAULT_PROFILE,
    fit: fit.map(({ group, ...one }) => (group === 'none' ? one : { ...one, group })),
    caps: { company, person },
  }))
const field = fc.constantFrom(...BUILT_IN)
/** Some long ago, many of late: so that what is capped comes about. */
const signals = fc.array(
  fc.record({
    kind: fc.constantFrom(...SIGNAL_KINDS),
    at: fc.oneof(
      fc.integer({ min: NOW - 200 * DAY, max: NOW }),
      fc.integer({ min: NOW - 3 * DAY, max: NOW }),
    ),
  }),
  { maxLength: 24, size: 'max' },
)
const sum = (lines: readonly { points: number }[]) => lines.reduce((total, { points }) => total + points, 0)

describe('fit', () => {
  it('law: equals its receipt, whatever the rules, groups and caps', () => {
    fc.assert(
      fc.property(profile, somebody, (rules, is) => {
        const { total, lines, wouldRaise } = fitReceipt(facts(is), rules, 'l')
        expect([sum(lines), fitOf(facts(is), rules, 'l')]).toEqual([total, total])
        expect(total).toBeGreaterThanOrEqual(0)
        // What is said to raise it does, by so much.
        for (const { rule, points } of wouldRaise)
          expect(fitOf(facts({ ...is, [rule]: 'match' }), rules, 'l')).toBe(total + points)
      }),
      { numRuns: 500 },
    )
  })

  it('law: never falls when something turns out to match, nor rises when it turns out not to', () => {
    fc.assert(
      fc.property(profile, somebody, field, (rules, is, what) => {
        const of = (how: Known[BuiltIn]) => fitOf(facts({ ...is, [what]: how }), rules, 'l')
        expect(of('match')).toBeGreaterThanOrEqual(of('unknown'))
        expect(of('unknown')).toBeGreaterThanOrEqual(of('other'))
      }),
      { numRuns: 500 },
    )
  })

  it('law: never falls when a rule is worth more, or a cap is raised', () => {
    fc.assert(
      fc.property(profile, somebody, field, fc.nat(30), (rules, is, what, more) => {
        const richer = {
          ...rules,
          fit: rules.fit.map((one) => (one.rule === what ? { ...one, points: one.points + more } : one)),
        }
        const wider = { ...rules, caps: { ...rules.caps, company: (rules.caps?.['company'] ?? 0) + more } }
        const before = fitOf(facts(is), rules, 'l')
        expect(fitOf(facts(is), richer, 'l')).toBeGreaterThanOrEqual(before)
        expect(fitOf(facts(is), wider, 'l')).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 500 },
    )
  })
})

describe('behaviour', () => {
  const of = (done: readonly Signal[], now = NOW) => behaviourOf(done, DEFAULT_PROFILE, now)

  it('law: equals its receipt, never falls when something is done later or more, and only decays with time', () => {
    const capped = new Set<string>()
    const later = fc.tuple(fc.nat(50), fc.integer({ min: 0, max: 30 * DAY }))
    fc.assert(
      fc.property(signals, fc.constantFrom(...SIGNAL_KINDS), later, (done, kind, [n, by]) => {
        const { total, lines } = behaviourReceipt(done, DEFAULT_PROFILE, NOW)
        expect([sum(lines), of(done)]).toEqual([total, total])
        expect([total >= 0, total <= 100_00]).toEqual([true, true])
        for (const { rule } of lines) capped.add(rule)
        expect(of([...done, { kind, at: NOW - by }])).toBeGreaterThanOrEqual(total)
        const moved = done.map((one, at) =>
          at === n % done.length ? { ...one, at: Math.min(NOW, one.at + by) } : one,
        )
        expect(of(moved)).toBeGreaterThanOrEqual(total)
        expect(of(done, NOW + by)).toBeLessThanOrEqual(total)
      }),
      { numRuns: 500 },
    )
    expect([...capped]).toEqual(expect.arrayContaining(['readingCap', 'cap']))
  })
})

describe('BANT', () => {
  const answer = (criterion: (typeof BANT.criteria)[number]): fc.Arbitrary<Answer> =>
    fc.record({
      criterion: fc.constant(criterion.id),
      state: fc.constantFrom(...ANSWER_STATES),
      grade: fc.constantFrom(...criterion.grades.map(({ id }) => id)),
      at: fc.constantFrom(NOW, NOW - 100 * DAY, NOW - 400 * DAY),
      date: fc.constant(null),
      borrowed: fc.boolean(),
    })
  const answers = fc.tuple(...BANT.criteria.map(answer))
  const preset = fc.constantFrom(...PRESETS).map((weights): Definition => ({ ...BANT, weights }))

  it('law: a better grade never lowers it, an answer never raises what is possible, now is never over possible', () => {
    fc.assert(
      fc.property(preset, answers, fc.nat(3), (definition, given, which) => {
        const board = (some: readonly Answer[]) => boardOf(definition, some, NOW, ZONE)
        const { now, possible, lines } = board(given)
        expect(now).toBeLessThanOrEqual(possible)
        expect([sum(lines.map((line) => ({ points: line.now }))), now >= 0, possible <= 100_00]).toEqual([
          now,
          true,
          true,
        ])
        const [grades, one] = [BANT.criteria[which]?.grades ?? [], given[which]]
        const at = grades.findIndex(({ id }) => id === one?.grade)
        for (const better of grades.slice(0, at + 1)) {
          const raised = board(given.map((each) => (each === one ? { ...each, grade: better.id } : each)))
          expect(raised.now).toBeGreaterThanOrEqual(now)
          expect(raised.possible).toBeGreaterThanOrEqual(possible)
        }
        const without = board(given.filter((each) => each !== one))
        expect(possible).toBeLessThanOrEqual(without.possible)
      }),
      { numRuns: 500 },
    )
  })
})

it('an MQL is a fit of 50 and what shows intent, to the hundredth', () => {
  fc.assert(
    fc.property(
      fc.nat(100_00),
      fc.boolean(),
      (fit, intent) => isMql(fit, intent) === (fit >= 50_00 && intent),
    ),
  )
})
