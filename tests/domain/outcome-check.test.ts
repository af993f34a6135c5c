import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { LADDER, type Delay } from '#shared/domain/delay'
import { EFFECTS, FLAGS, NEEDS, OUTCOME_IDS, OUTCOMES } from '#shared/domain/outcome'
import { deskKeys } from '#shared/domain/command'
import { outcomeProblems } from '#shared/domain/outcome-check'
import { mayNeed, ruleOf, SHIPPED_OUTCOMES, type OutcomeEntry } from '#shared/domain/outcome-set'

const AROUND = { kinds: new Map(), taken: new Map(deskKeys()) }
const OWN: OutcomeEntry = {
  code: 'own_retired',
  kind: 'disqualified',
  label: { es: 'Jubilado', en: 'Retired' },
  key: 'U',
  on: true,
  needs: [],
  delay: null,
  reason: 'student',
}
const set = (changes: Record<string, Partial<OutcomeEntry>>, ...own: OutcomeEntry[]) => [
  ...SHIPPED_OUTCOMES.map((entry) => ({ ...entry, ...changes[entry.code] })),
  ...own,
]
const told = (entries: readonly OutcomeEntry[], around = AROUND) =>
  outcomeProblems(entries, around).map(({ reason, subject, field, by }) => [reason, subject, field, by])

describe('what ships', () => {
  it('is without fault, and as it is done it is the table of PRODUCT.md section 4', () => {
    expect(told(SHIPPED_OUTCOMES)).toEqual([])
    for (const entry of SHIPPED_OUTCOMES) {
      const { key, needs, atOnce, delay } = OUTCOMES[entry.kind]
      expect(ruleOf(entry)).toMatchObject({ code: entry.kind, key, needs: [...needs], atOnce, delay })
    }
  })
})

describe('a version is refused by field, with who is in the way', () => {
  it.each<[string, readonly OutcomeEntry[], unknown[]]>([
    ['one of ours is left out', SHIPPED_OUTCOMES.slice(1), ['ours-missing', 'no_answer', 'code', null]],
    ['a wish is switched off', set({ do_not_call: { on: false } }), ['must-stay', 'do_not_call', 'on', null]],
    ['a wrong number too', set({ wrong_number: { on: false } }), ['must-stay', 'wrong_number', 'on', null]],
    [
      'a wish waits for a note',
      set({ do_not_call: { needs: ['note'] } }),
      ['need-not-here', 'do_not_call', 'needs', null],
    ],
    [
      'a wish is called something milder',
      set({ do_not_call: { kind: 'no_answer' } }),
      ['kind-fixed', 'do_not_call', 'kind', null],
    ],
    ['two have one key', set({ busy: { key: '1' } }), ['key-twice', 'busy', 'key', 'no_answer']],
    ['the desk has the key', set({ busy: { key: 'B' } }), ['key-taken', 'busy', 'key', 'open.budget']],
    ['no key at all is meant', set({ busy: { key: 'AB' } }), ['key-unusable', 'busy', 'key', null]],
    [
      'a name in one language',
      set({ busy: { label: { es: '', en: 'Engaged' } } }),
      ['label-missing', 'busy', 'label', null],
    ],
    [
      'an own one has no name',
      set({}, { ...OWN, label: null }),
      ['label-missing', 'own_retired', 'label', null],
    ],
    [
      'two of one name',
      set({ busy: { label: { es: 'x', en: 'retired ' } } }, OWN),
      ['label-twice', 'busy', 'label', 'own_retired'],
    ],
    ['a code twice', set({}, OWN, { ...OWN, key: null }), ['code-twice', 'own_retired', 'code', null]],
    ['a code of no form', set({}, { ...OWN, code: 'retired' }), ['code-unusable', 'retired', 'code', null]],
    [
      'a delay after a talk',
      set({ interested: { delay: LADDER } }),
      ['delay-not-here', 'interested', 'delay', null],
    ],
    [
      'a delay of no length',
      set({ no_answer: { delay: { by: 'hours', hours: 0 } } }),
      ['delay-out-of-range', 'no_answer', 'delay', null],
    ],
    [
      'what only a busy line does',
      set({ no_answer: { delay: { by: 'once', minutes: 30 } } }),
      ['delay-way-not-here', 'no_answer', 'delay', null],
    ],
    [
      'a line that failed is tried by the ladder',
      set({ technical_failure: { delay: LADDER } }),
      ['delay-way-not-here', 'technical_failure', 'delay', null],
    ],
    [
      'nobody there, and at once again',
      set({ no_answer: { delay: { by: 'now' } } }),
      ['delay-way-not-here', 'no_answer', 'delay', null],
    ],
    [
      'a reason that is another’s',
      set({}, { ...OWN, reason: 'timing' }),
      ['reason-not-here', 'own_retired', 'reason', null],
    ],
    [
      'a reason for one of ours',
      set({ disqualified: { reason: 'student' } }),
      ['reason-not-here', 'disqualified', 'reason', null],
    ],
  ])('%s', (_, entries, problem) => {
    expect(told(entries)).toContainEqual(problem)
  })

  it('an own code stays the kind it once was', () => {
    const around = { ...AROUND, kinds: new Map([['own_retired', 'nurture' as const]]) }
    expect(told(set({}, OWN), around)).toContainEqual(['kind-fixed', 'own_retired', 'kind', null])
  })

  it('what is off has no key to be in the way', () => {
    expect(told(set({ gatekeeper: { on: false, key: '1' } }))).toEqual([])
  })
})

const delays: fc.Arbitrary<Delay | null> = fc.oneof(
  fc.constant(null),
  fc.record({ by: fc.constant('ladder' as const), sameDay: fc.boolean() }),
  fc.constantFrom({ by: 'now' as const }, { by: 'minutes' as const, minutes: 20 }),
  fc.record({ by: fc.constant('hours' as const), hours: fc.integer({ min: -5, max: 100 }) }),
  fc.record({
    by: fc.constant('days' as const),
    days: fc.integer({ min: -5, max: 50 }),
    part: fc.constantFrom('least_tried', 'morning', 'midday', 'afternoon'),
  }),
)

describe('whatever a team writes that is let in', () => {
  it('asks for all that its kind asks for, and means what its kind means', () => {
    const own = fc.record({
      code: fc.constant('own_any'),
      kind: fc.constantFrom(...OUTCOME_IDS),
      label: fc.constant({ es: 'Propio', en: 'Own' }),
      key: fc.constantFrom(null, 'U', '1'),
      on: fc.boolean(),
      needs: fc.subarray([...NEEDS]),
      delay: delays,
      reason: fc.constant(null),
    })
    fc.assert(
      fc.property(own, (entry) => {
        fc.pre(outcomeProblems(set({}, entry), AROUND).length === 0)
        const { needs, flags, effects } = OUTCOMES[entry.kind]
        const rule = ruleOf(entry)
        expect(rule.needs).toEqual(expect.arrayContaining([...needs]))
        expect(entry.needs.every((need) => mayNeed(entry.kind).includes(need))).toBe(true)
        expect(flags.every((flag) => FLAGS.includes(flag))).toBe(true)
        expect(effects.every((effect) => EFFECTS.includes(effect))).toBe(true)
        // Nothing may stand between a wish and its exclusion.
        if (entry.kind === 'do_not_call') expect(rule.needs).toEqual([...needs])
      }),
    )
  })
})
