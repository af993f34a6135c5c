import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { NOBODY, type FitFacts } from '#shared/domain/fit'
import { DEFAULT_PROFILE, SIGNAL_KINDS, type ScoreProfile, type Signal } from '#shared/domain/profile'
import {
  behaviourOf,
  behaviourReceipt,
  fitOf,
  fitReceipt,
  hasIntent,
  isMql,
  lastIntent,
} from '#shared/domain/score'
import { DAY } from '#shared/lib/time'

const NOW = Date.UTC(2026, 2, 10, 9)
const ago = (kind: Signal['kind'], days: number): Signal => ({ kind, at: NOW - days * DAY })

const ANA: FitFacts = {
  industry: 'Metalurgia',
  employees: 120,
  title: 'Directora de Operaciones',
  country: 'ES',
  province: 'Álava',
  city: 'Vitoria',
  source: null,
  campaign: null,
  emails: null,
  extra: { Sector: 'B' },
}
const TARGETS: Record<string, string[]> = {
  industry: ['metalúrgia', 'Plásticos'],
  companySize: ['50-249'],
  role: ['operaciones', 'compras'],
  place: ['alava', 'PT'],
}
const PROFILE: ScoreProfile = {
  ...DEFAULT_PROFILE,
  fit: DEFAULT_PROFILE.fit.map((rule) => ({ ...rule, targets: TARGETS[rule.rule] ?? null })),
}
const fit = (facts: FitFacts, profile = PROFILE, list = 'l') => fitReceipt(facts, profile, list)
const points = (facts: Partial<FitFacts>) => fit({ ...ANA, ...facts }).lines.map((line) => line.points)

describe('fit', () => {
  it('gives all for a match, however it is spelt', () => {
    expect(fit(ANA).total).toBe(100_00)
    expect(points({})).toEqual([30_00, 25_00, 25_00, 20_00])
  })

  it('gives nothing for what is known and other', () => {
    expect(points({ industry: 'Banca', employees: 250, title: 'CEO', province: 'Madrid' })).toEqual([
      0, 0, 0, 0,
    ])
  })

  it('finds whole words of a title only', () => {
    expect(points({ title: 'Jefe de compras' })[2]).toBe(25_00)
    expect(points({ title: 'Recompras' })[2]).toBe(0)
  })

  it('gives nothing for the unknown, and names what would raise it, the most first', () => {
    const { total, wouldRaise } = fit(NOBODY)
    expect(total).toBe(0)
    expect(wouldRaise.map(({ rule }) => rule)).toEqual(['industry', 'companySize', 'role', 'place'])
    expect(fit({ ...ANA, title: ' ' }).wouldRaise).toEqual([{ rule: 'role', points: 25_00 }])
  })

  it('gives half where no target is set, and says so', () => {
    const { total, lines, wouldRaise } = fit(ANA, DEFAULT_PROFILE)
    expect(total).toBe(50_00)
    expect(lines.map(({ value }) => value)).toEqual(['noTarget', 'noTarget', 'noTarget', 'noTarget'])
    expect(wouldRaise).toEqual([])
  })

  it('takes the targets of the list before those of the workspace, and rules on kept columns', () => {
    const listed = { ...PROFILE, lists: { metal: { industry: ['banca'] } } }
    expect(['l', 'metal', 'l'].map((list) => fit(ANA, listed, list).total)).toEqual([100_00, 70_00, 100_00])
    const column = { ...PROFILE, fit: [{ rule: 'Sector', points: 100, targets: ['b'] }] }
    expect(fit(ANA, column).total).toBe(100_00)
    expect(fit({ ...ANA, extra: null }, column).wouldRaise).toEqual([{ rule: 'Sector', points: 100_00 }])
  })

  it('reads bands of company size', () => {
    const band = (employees: number, target: string) =>
      fitOf(
        { ...NOBODY, employees },
        { ...PROFILE, fit: [{ rule: 'companySize', points: 100, targets: [target] }] },
        '',
      )
    expect([10, 49, 50].map((n) => band(n, '10-49'))).toEqual([100_00, 100_00, 0])
    expect([249, 250, 9999].map((n) => band(n, '250+'))).toEqual([0, 100_00, 100_00])
    expect(band(5, 'small')).toBe(0)
  })
})

describe('behaviour', () => {
  it('halves with every half-life', () => {
    expect(behaviourOf([ago('demo', 0)], PROFILE, NOW)).toBe(50_00)
    expect(behaviourOf([ago('demo', 30)], PROFILE, NOW)).toBe(25_00)
    expect(behaviourOf([ago('fair_chat', 60)], PROFILE, NOW)).toBe(12_50)
    expect(behaviourOf([ago('open', 0)], PROFILE, NOW)).toBe(0)
  })

  it('rounds half up to a hundredth, each line for itself', () => {
    // 12.5, 13.13 and 3908.65 hundredths.
    expect(behaviourOf([ago('visit', 56)], PROFILE, NOW)).toBe(13)
    expect(behaviourOf([ago('visit', 55)], PROFILE, NOW)).toBe(13)
    expect(behaviourOf([ago('price', 1)], PROFILE, NOW)).toBe(39_09)
    expect(behaviourOf([ago('visit', 56), ago('visit', 56)], PROFILE, NOW)).toBe(26)
  })

  it('caps reading at 40 and the sum at 100, each on a negative line of its own', () => {
    const reading = Array.from({ length: 6 }, () => ago('pricing_page', 0))
    const read = behaviourReceipt(reading, PROFILE, NOW)
    expect(read.total).toBe(40_00)
    expect(read.lines.at(-1)).toMatchObject({ rule: 'readingCap', points: -20_00 })
    const all = behaviourReceipt([...reading, ago('demo', 0), ago('price', 0)], PROFILE, NOW)
    expect(all.total).toBe(100_00)
    expect(all.lines.at(-1)).toMatchObject({ rule: 'cap', points: -30_00 })
  })

  it('does not count what has not happened yet', () => {
    expect(behaviourOf([ago('demo', -1)], PROFILE, NOW)).toBe(0)
    expect(lastIntent([ago('demo', -1), ago('price', 3)], PROFILE, NOW)).toEqual(ago('price', 3))
    expect(lastIntent([ago('demo', 9), ago('price', 3), ago('trial', 5)], PROFILE, NOW)).toEqual(
      ago('price', 3),
    )
  })
})

describe('an MQL', () => {
  it('fits and did something that shows intent', () => {
    expect(hasIntent([ago('demo', 89)], PROFILE, NOW)).toBe(true)
    expect(hasIntent([ago('demo', 90)], PROFILE, NOW)).toBe(true)
    expect(hasIntent([ago('demo', 91)], PROFILE, NOW)).toBe(false)
    // 50 to the hundredth, and none of it intent; without the visit it is 48.
    const fifty = (['reply', 'fair_chat', 'click', 'visit'] as const).map((kind) => ago(kind, 0))
    expect([fifty, fifty.slice(0, 3)].map((done) => hasIntent(done, PROFILE, NOW))).toEqual([true, false])
    expect(hasIntent([ago('reply', 0), ago('fair_chat', 0), ago('webinar', 0)], PROFILE, NOW)).toBe(true)
    expect([isMql(50_00, true), isMql(49_99, true), isMql(100_00, false)]).toEqual([true, false, false])
  })

  it('never comes of reading alone', () => {
    const reading = fc.array(
      fc.record({
        kind: fc.constantFrom('pricing_page', 'webinar', 'download', 'click', 'visit', 'open'),
        at: fc.integer({ min: NOW - 100 * DAY, max: NOW }),
      }),
    )
    fc.assert(fc.property(reading, (signals) => !hasIntent(signals as Signal[], PROFILE, NOW)))
  })
})

const signals = fc.array(
  fc.record({
    kind: fc.constantFrom(...SIGNAL_KINDS),
    at: fc.integer({ min: NOW - 200 * DAY, max: NOW }),
  }),
)
const facts = fc.record({
  industry: fc.constantFrom('Metalurgia', 'Banca', null),
  employees: fc.option(fc.nat(2000)),
  title: fc.constantFrom('Operaciones', 'CEO', null),
  country: fc.constantFrom('ES', 'PT', null),
  province: fc.constantFrom('Álava', null),
  city: fc.constant(null),
  source: fc.constant(null),
  campaign: fc.constant(null),
  emails: fc.constant(null),
  extra: fc.constant(null),
})

describe('a receipt', () => {
  it('adds up to its total, in whole hundredths from 0 to 100', () => {
    fc.assert(
      fc.property(signals, facts, fc.integer({ min: NOW, max: NOW + 100 * DAY }), (signals, facts, now) => {
        for (const { total, lines } of [behaviourReceipt(signals, PROFILE, now), fit(facts)]) {
          expect(lines.reduce((sum, line) => sum + line.points, 0)).toBe(total)
          expect(lines.every(({ points }) => Number.isInteger(points))).toBe(true)
          expect(total).toBeGreaterThanOrEqual(0)
          expect(total).toBeLessThanOrEqual(100_00)
        }
        expect(fitOf(facts, PROFILE, 'l')).toBe(fit(facts).total)
      }),
    )
  })

  it('never falls when something more is done', () => {
    fc.assert(
      fc.property(signals, fc.constantFrom(...SIGNAL_KINDS), (before, kind) => {
        const after = behaviourOf([...before, { kind, at: NOW }], PROFILE, NOW)
        expect(after).toBeGreaterThanOrEqual(behaviourOf(before, PROFILE, NOW))
      }),
    )
  })
})
