import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { becauseOf } from '#shared/domain/change'
import { reasonProblems } from '#shared/domain/reason-check'
import { EXITS, REASON_IDS, reasonKind, REASONS, reasonsFor } from '#shared/domain/reason'
import {
  daysRange,
  exitsOf,
  isGiven,
  offeredWith,
  rulesOf,
  SHIPPED_REASONS,
  SHIPPED_RULES,
  type ReasonEntry,
} from '#shared/domain/reason-set'
import { AROUND } from '../helpers/outcome.ts'

const OWN: ReasonEntry = {
  code: 'no_need/makes_it',
  label: { es: 'Lo fabrican ellos', en: 'They make it' },
  on: true,
  exit: 'keep',
  days: 400,
}
const set = (changes: Record<string, Partial<ReasonEntry>> = {}, ...own: ReasonEntry[]): ReasonEntry[] => [
  ...SHIPPED_REASONS.map((entry) => ({ ...entry, ...changes[entry.code] })),
  ...own,
]
const found = (changes: Record<string, Partial<ReasonEntry>>, ...own: ReasonEntry[]) =>
  reasonProblems(set(changes, ...own)).map(({ reason, subject }) => [subject, reason])

describe('a version of the reasons', () => {
  it('as shipped is whole, and says what the table says', () => {
    expect(reasonProblems(SHIPPED_REASONS)).toEqual([])
    for (const id of REASON_IDS) expect(SHIPPED_RULES.get(id)).toMatchObject(REASONS[id])
  })
  it('may rename, switch off, lengthen, send elsewhere and add', () => {
    const changes = {
      competitor: { label: { es: 'Rival', en: 'Rival' }, on: false },
      no_need: { days: 90 },
      outside_profile: { exit: 'review', days: 365 },
      student: { exit: 'nurture', days: 120 },
      refused: { again: 180 },
    } as const
    expect(found(changes, OWN)).toEqual([])
  })
  it.each<[string, Record<string, Partial<ReasonEntry>>, ReasonEntry[], [string | null, string]]>([
    ['a wish given an end', { do_not_call: { days: 30 } }, [], ['do_not_call', 'days-fixed']],
    [
      'a wish that is looked at again',
      { do_not_call: { exit: 'review' } },
      [],
      ['do_not_call', 'exit-fixed'],
    ],
    ['a wish switched off', { do_not_call: { on: false } }, [], ['do_not_call', 'must-stay']],
    ['another wish', {}, [{ ...OWN, code: 'do_not_call/soft' }], ['do_not_call/soft', 'code-unusable']],
    ['a refusal asked again next week', { refused: { days: 7 } }, [], ['refused', 'days-out-of-range']],
    [
      'a second refusal asked again next week',
      { refused: { again: 7 } },
      [],
      ['refused', 'days-out-of-range'],
    ],
    ['a second time where it is as the first', { no_need: { again: 90 } }, [], ['no_need', 'days-fixed']],
    ['something that holds for ever', { no_need: { days: null } }, [], ['no_need', 'days-missing']],
    ['a review of nobody knows when', { competitor: { exit: 'review' } }, [], ['competitor', 'days-missing']],
    ['a rival that time forgives', { competitor: { days: 90 } }, [], ['competitor', 'days-fixed']],
    ['parts of days', { no_need: { days: 90.5 } }, [], ['no_need', 'days-out-of-range']],
    ['a kind of its own', {}, [{ ...OWN, code: 'rain/today' }], ['rain/today', 'code-unusable']],
    ['no name', {}, [{ ...OWN, label: null }], [OWN.code, 'label-missing']],
    ['a name in one language', {}, [{ ...OWN, label: { es: '', en: 'x' } }], [OWN.code, 'label-missing']],
    ['the same twice', {}, [OWN, { ...OWN, label: { es: 'a', en: 'b' } }], [OWN.code, 'code-twice']],
    [
      'a name that another has',
      {},
      [OWN, { ...OWN, code: 'no_need/x', label: { es: ' lo FABRICAN ellos', en: 'b' } }],
      ['no_need/x', 'label-twice'],
    ],
  ])('refuses %s', (_, changes, own, problem) => {
    expect(found(changes, ...own)).toContainEqual(problem)
  })
  it('refuses to leave out ours, or an outcome without any reason', () => {
    expect(reasonProblems(SHIPPED_REASONS.slice(1))).toMatchObject([{ reason: 'ours-missing' }])
    const off = Object.fromEntries(reasonsFor('nurture').map((id) => [id, { on: false }]))
    expect(found(off)).toEqual([['nurture', 'none-left']])
  })
})

const entry = fc
  .record({
    kind: fc.constantFrom(...REASON_IDS),
    own: fc.boolean(),
    exit: fc.constantFrom(...EXITS),
    days: fc.option(fc.integer({ min: 0, max: 3000 })),
    on: fc.boolean(),
  })
  .map(({ kind, own, ...rest }): ReasonEntry => {
    const label = own ? { es: `${kind} propio`, en: `own ${kind}` } : null
    return { code: own ? `${kind}/own` : kind, label, ...rest }
  })
/** Any set whatever, ours each once. */
const anySet = fc.array(entry, { maxLength: 12 }).map((given) => {
  const ours = SHIPPED_REASONS.map((each) => given.find(({ code }) => code === each.code) ?? each)
  const own = REASON_IDS.flatMap((kind) => given.find(({ code }) => code === `${kind}/own`) ?? [])
  return [...ours, ...own]
})

describe('whatever version is let in', () => {
  it('leaves a wish whole, keeps every reason within its bounds and offers each only where its kind is', () => {
    fc.assert(
      fc.property(anySet, (given) => {
        if (reasonProblems(given).length > 0) return
        const rules = rulesOf(given)
        expect(rules.get('do_not_call')).toMatchObject({ on: true, exit: 'keep', days: null })
        for (const rule of rules.values()) {
          const range = daysRange(rule.kind, rule.exit)
          expect(exitsOf(rule.kind)).toContain(rule.exit)
          expect(rule.days === null || (range !== null && rule.days >= range[0])).toBe(true)
          expect(!isGiven(rule.kind) || (rule.on && rule.code === rule.kind)).toBe(true)
        }
        for (const outcome of ['nurture', 'not_interested', 'disqualified'] as const) {
          const offered = offeredWith(rules.values(), outcome)
          expect(offered.length).toBeGreaterThan(0)
          for (const { code } of offered) expect(reasonsFor(outcome)).toContain(reasonKind(code))
        }
      }),
      { numRuns: 300 },
    )
  })
  it('moves a lead where its exit says, and to nurture only with a day to wake up', () => {
    fc.assert(
      fc.property(anySet, fc.boolean(), (given, refusedBefore) => {
        if (reasonProblems(given).length > 0) return
        const around = { ...AROUND, refusedBefore, reasons: rulesOf(given) }
        for (const { code, exit } of given) {
          const isSecond = reasonKind(code) === 'refused' && refusedBefore
          const change = becauseOf(code, '2026-12-01', around)
          expect(change.to).toBe(exit === 'nurture' && !isSecond ? 'nurture' : 'disqualified')
          if (change.to === 'nurture') expect(change.wakesAt).toBeGreaterThan(AROUND.now)
        }
      }),
      { numRuns: 200 },
    )
  })
})
