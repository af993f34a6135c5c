import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { NOBODY, type FitFacts } from '#shared/domain/fit'
import { hasShape, type FitTest } from '#shared/domain/fit-test'
import { DEFAULT_PROFILE, type FitRule, type ScoreProfile } from '#shared/domain/profile'
import { fitOf, fitReceipt, GROUP_CAP } from '#shared/domain/score'

const withRules = (fit: FitRule[], caps?: ScoreProfile['caps']): ScoreProfile => ({
  ...DEFAULT_PROFILE,
  fit,
  ...(caps ? { caps } : {}),
})
const asked = (test: FitTest, targets: string[], cell: string | null) =>
  fitOf(
    { ...NOBODY, extra: cell === null ? {} : { Norma: cell } },
    withRules([{ rule: 'Norma', points: 100, targets, test }]),
    '',
  ) === 100_00

describe('a rule on where somebody came from', () => {
  it.each<[string, string, Partial<FitFacts>, boolean]>([
    ['source', 'Web form', { source: 'web form' }, true],
    ['source', 'Fair', { source: 'web form' }, false],
    ['campaign', 'Spring', { campaign: 'SPRING' }, true],
    ['campaign', 'Spring', {}, false],
    ['emailDomain', 'norte.es', { emails: 'ana@gmail.com ana@NORTE.es' }, true],
    ['emailDomain', 'norte.es', { emails: 'ana@sur-norte.es.example' }, false],
    ['emailDomain', 'norte.es', { emails: 'norte.es' }, false],
  ])('%s: %s', (rule, target, facts, holds) => {
    const profile = withRules([{ rule, points: 100, targets: [target] }])
    expect(fitOf({ ...NOBODY, ...facts }, profile, '') === 100_00).toBe(holds)
  })
})

describe('a rule on a kept column', () => {
  const table: [FitTest, string[], string, boolean][] = [
    ['equals', ['Sí, siempre'], 'si, SIEMPRE', true],
    ['equals', ['ISO'], 'ISO 9001', false],
    ['in', ['A', 'b'], ' B ', true],
    ['in', ['A'], 'AB', false],
    ['contains', ['9001'], 'ISO-9001:2015', true],
    ['contains', ['9001', '14001'], 'iso 14001', true],
    ['contains', ['9001'], 'ISO 14001', false],
    ['between', ['10..49'], '10', true],
    ['between', ['10..49'], '49,0', true],
    ['between', ['10..49'], '49,01', false],
    ['between', ['1000..'], '1.234 €', true],
    ['between', ['..5', '20..'], '4', true],
    ['between', ['..5', '20..'], '12', false],
    ['between', ['10..49'], 'many', false],
    ['between', ['2026-01-01..2026-06-30'], '2026-06-30', true],
    ['between', ['2026-01-01..2026-06-30'], '2026-07-01', false],
    ['between', ['2026-01-01..'], '30', false],
    ['matches', ['iso*9001*'], 'ISO / IEC 9001:2015', true],
    ['matches', ['iso*9001'], 'ISO 9001:2015', false],
    ['matches', ['ES-????'], 'es-1234', true],
    ['matches', ['ES-????'], 'es-12345', false],
    ['matches', ['a.c'], 'abc', false],
    ['known', [], 'anything', true],
  ]
  it.each(table)('%s %j of "%s" is %s', (test, targets, cell, holds) =>
    expect(asked(test, targets, cell)).toBe(holds),
  )

  it('gives nothing for a blank, and says that it would raise it', () => {
    for (const test of ['equals', 'between', 'matches', 'known'] as const)
      for (const cell of [null, '  ']) {
        const profile = withRules([{ rule: 'Norma', points: 100, targets: ['a'], test }])
        const facts = { ...NOBODY, extra: cell === null ? null : { Norma: cell } }
        const raise = [{ rule: 'Norma', points: 100_00 }]
        expect(fitReceipt(facts, profile, '')).toMatchObject({ total: 0, wouldRaise: raise })
      }
  })

  it('can be asked of the built-in fields too, whose lists then name no other target', () => {
    const rule: FitRule = { rule: 'role', points: 100, targets: ['*compra*'], test: 'matches' }
    const profile = { ...withRules([rule]), lists: { metal: { role: ['ventas'] } } }
    expect(fitOf({ ...NOBODY, title: 'Recompras' }, profile, 'metal')).toBe(100_00)
  })
})

describe('a pattern', () => {
  it('is what a regular expression of it says', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 })
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '?'), maxLength: 6 })
    fc.assert(
      fc.property(text, pattern, (value, shape) => {
        const source = shape.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.')
        expect(hasShape(value, shape)).toBe(new RegExp(`^${source}$`, 's').test(value))
      }),
      { numRuns: 500 },
    )
  })

  it('never takes long, however it is made', () => {
    // Two million steps at most; backtracking would take more than the age of the world.
    expect(hasShape('a'.repeat(20_000), `${'*a'.repeat(49)}*b`)).toBe(false)
  })
})

const GROUPED = withRules(
  [
    { rule: 'industry', points: 30, targets: ['metal'], group: 'market' },
    { rule: 'Norma', points: 20, targets: ['9001'], test: 'contains', group: 'market' },
    { rule: 'Norma', points: 10, targets: null, test: 'known', group: 'market' },
    { rule: 'role', points: 60, targets: ['compras'] },
  ],
  { market: 40 },
)

describe('a group', () => {
  it('gives its cap at most; what is over is a line of its own', () => {
    const ana = { ...NOBODY, industry: 'Metal', title: 'Compras', extra: { Norma: 'ISO 9001' } }
    const { total, lines } = fitReceipt(ana, GROUPED, '')
    expect(total).toBe(100_00)
    expect(lines.map(({ rule, points }) => [rule, points])).toEqual([
      ['industry', 30_00],
      ['Norma', 20_00],
      ['Norma', 10_00],
      ['role', 60_00],
      [GROUP_CAP, -20_00],
    ])
    expect(lines.at(-1)?.value).toBe('market')
  })

  it('says of what is unknown only what the cap leaves', () => {
    const { wouldRaise } = fitReceipt({ ...NOBODY, industry: 'metal' }, GROUPED, '')
    expect(wouldRaise).toEqual([
      { rule: 'role', points: 60_00 },
      { rule: 'Norma', points: 10_00 },
    ])
  })
})

const rule: fc.Arbitrary<FitRule> = fc.record({
  rule: fc.constantFrom('industry', 'companySize', 'role', 'Norma', 'Sector'),
  points: fc.nat(40),
  targets: fc.constantFrom(null, ['a'], ['10..49'], ['*b*'], ['10-49']),
  test: fc.constantFrom('equals', 'in', 'between', 'contains', 'matches', 'known'),
  group: fc.constantFrom('g', 'h'),
})
const who = fc.record({
  industry: fc.constantFrom(null, 'a', 'abc'),
  employees: fc.constantFrom(null, 12, 300),
  title: fc.constantFrom(null, 'a b'),
  Norma: fc.constantFrom('', 'b', '20', 'a'),
})
const factsOf = ({ Norma, ...rest }: { Norma: string } & Partial<FitFacts>): FitFacts => ({
  ...NOBODY,
  ...rest,
  extra: { Norma },
})

describe('whatever the rules', () => {
  const profiles = fc
    .tuple(fc.array(rule, { maxLength: 8 }), fc.nat(40), fc.nat(40))
    .map(([fit, g, h]) => withRules(fit, { g, h }))

  it('the receipt adds up to the score, and no line is hidden', () => {
    fc.assert(
      fc.property(profiles, who, (profile, given) => {
        const facts = factsOf(given)
        const { total, lines } = fitReceipt(facts, profile, '')
        expect(lines.reduce((sum, { points }) => sum + points, 0)).toBe(total)
        expect(lines.filter(({ points }) => points < 0).every(({ rule }) => rule === GROUP_CAP)).toBe(true)
        expect(fitOf(facts, profile, '')).toBe(total)
        expect(total).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('more points, a higher cap or a rule that holds never lower a score', () => {
    fc.assert(
      fc.property(profiles, who, fc.nat(7), fc.nat(20), (profile, given, at, more) => {
        const facts = factsOf(given)
        const before = fitOf(facts, profile, '')
        const richer = profile.fit.map((one, index) =>
          index === at ? { ...one, points: one.points + more } : one,
        )
        const wider = { g: (profile.caps?.['g'] ?? 0) + more, h: profile.caps?.['h'] ?? 0 }
        const holds: FitRule = { rule: 'industry', points: more, targets: null, test: 'known' }
        for (const other of [
          { ...profile, fit: richer },
          { ...profile, caps: wider },
          { ...profile, fit: [...profile.fit, holds] },
        ])
          expect(fitOf(facts, other, '')).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  it('what would raise it is never less than the answer gives', () => {
    fc.assert(
      fc.property(profiles, who, fc.constantFrom('a', 'abc'), (profile, given, answer) => {
        const unknown = factsOf({ ...given, industry: null })
        const { total, wouldRaise } = fitReceipt(unknown, profile, '')
        const gain = fitOf({ ...unknown, industry: answer }, profile, '') - total
        const promised = wouldRaise.find((raise) => raise.rule === 'industry')?.points ?? 0
        expect(gain).toBeLessThanOrEqual(promised)
      }),
    )
  })
})
