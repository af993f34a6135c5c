import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { EFFECTS, MAY_CALL_RULES, mayCall, type Asked, type MayCallRule } from '#shared/domain/may-call'
import { FREE, LAW } from '../helpers/may-call.ts'

/** How a rule behaves: blocks all; in time; on paper alone; a word on the card; a note of the queue. */
const KINDS = {
  always: { business: ['block', 'block'], consumers: ['block', 'block'], lifts: false },
  timely: { business: ['warn', 'warn'], consumers: ['block', 'block'], lifts: true },
  paper: { business: ['allow', 'warn'], consumers: ['block', 'block'], lifts: false },
  notice: { business: ['allow', 'warn'], consumers: ['allow', 'warn'], lifts: false },
  note: { business: ['allow', 'allow'], consumers: ['allow', 'allow'], lifts: false },
} as const

type Row = { kind: keyof typeof KINDS; given: (asked: Asked) => Partial<Asked> }
const is = (kind: Row['kind'], given: Partial<Asked> | Row['given']): Row => ({
  kind,
  given: typeof given === 'function' ? given : () => given,
})
const suppressed = (scope: Asked['suppressed'][number]) =>
  is('always', (asked) => ({ suppressed: [...asked.suppressed, scope] }))
const number = (more: Partial<NonNullable<Asked['number']>>) =>
  is('always', { number: { status: 'ok', premium: false, possible: true, ...more } })
const cap = (why: Asked['caps'][number]['why']) =>
  is('timely', (asked) => ({ caps: [...asked.caps, { why, count: 2, most: 2, until: 500 }] }))
const lacking = (lack: 'none' | 'withdrawn' | 'ended') =>
  is('paper', { basis: { holds: false, lack, until: null, consent: false } })
/** A wait that stands already is not taken away for another. */
const waiting = (why: NonNullable<Asked['wait']>['why']) =>
  is(why === 'cool_down' ? 'timely' : 'note', (asked) => ({ wait: asked.wait ?? { why, until: 9 } }))
const pack = (kind: Row['kind'], more: Partial<Asked['policy']>) =>
  is(kind, (asked) => ({ policy: { ...asked.policy, ...more }, line: 'mobile', solicited: false }))

/** Every rule there is, how it is met, and what it does: a new one has no row, and this does not compile. */
const TABLE: Readonly<Record<MayCallRule, Row>> = {
  suppressed_person: suppressed('person'),
  suppressed_company: suppressed('company'),
  suppressed_number: suppressed('number'),
  erased: is('always', { erased: true }),
  no_number: is('always', { number: null }),
  number_invalid: number({ possible: false }),
  number_wrong_person: number({ status: 'wrong_person' }),
  number_opted_out: number({ status: 'opted_out' }),
  number_premium: number({ premium: true }),
  screened: is('always', { screened: { list: 'tps', since: '2026-01-01', consentedSince: false } }),
  mobile_line: pack('always', { mobileLine: LAW }),
  no_rules: is('paper', { hasRules: false }),
  no_consent: pack('paper', { consent: LAW }),
  no_basis: lacking('none'),
  basis_withdrawn: lacking('withdrawn'),
  basis_ended: lacking('ended'),
  screening_missing: is('always', { screening: { kind: 'missing', list: 'tps' } }),
  screening_stale: is('always', { screening: { kind: 'stale', list: 'tps', takenOn: '2026-01-01' } }),
  review_overdue: pack('notice', { overdue: { source: LAW, reviewBy: '2026-01-01' } }),
  holidays_missing: is('notice', { holidays: { year: 2031, known: 'missing' } }),
  holidays_provisional: is('notice', { holidays: { year: 2027, known: 'provisional' } }),
  zone_unknown: is('paper', { zones: [] }),
  window: is('timely', { window: { open: false, changesAt: 900 } }),
  cap_person: cap('cap_person'),
  cap_company: cap('cap_company'),
  cap_number: cap('cap_number'),
  cool_down: waiting('cool_down'),
  other_list: is('timely', { other: { until: 9, list: 'Metal', promisedAt: null } }),
  other_promise: is('timely', { other: { until: 9, list: 'Metal', promisedAt: 9 } }),
  promise: waiting('promise'),
  follow_up: waiting('follow_up'),
  nurture: waiting('nurture'),
  review: waiting('review'),
  stage: is('note', { closed: 'sql' }),
  held: is('note', { held: { by: 'Ana', until: 9 } }),
}

const AUDIENCES = ['business', 'consumers'] as const
const cases = MAY_CALL_RULES.flatMap((rule) =>
  AUDIENCES.flatMap((audience) => [false, true].map((lifted) => [rule, audience, lifted] as const)),
)

describe('every rule, for business and consumers, away from a promise and near one', () => {
  it.each(cases)('%s, %s, lifted: %s', (rule, audience, lifted) => {
    const { kind, given } = TABLE[rule]
    const around = { ...FREE, business: audience === 'business', lifted }
    const { effect, conditions } = mayCall({ ...around, ...given(around) })
    const isGone = lifted && KINDS[kind].lifts
    expect([effect, conditions.find((each) => each.rule === rule)?.effect]).toEqual(
      isGone ? ['allow', undefined] : KINDS[kind][audience],
    )
  })
})

const added = fc.constantFrom(...MAY_CALL_RULES)
/** Somebody of whom any of it may hold already. */
const somebody: fc.Arbitrary<Asked> = fc
  .tuple(fc.subarray([...MAY_CALL_RULES]), fc.boolean(), fc.boolean(), fc.boolean())
  .map(([rules, business, solicited, lifted]) =>
    rules.reduce((asked, rule) => ({ ...asked, ...TABLE[rule].given(asked) }), {
      ...FREE,
      business,
      solicited,
      lifted,
    }),
  )
const rank = (asked: Asked) => EFFECTS.indexOf(mayCall(asked).effect)

describe('one thing more in the way', () => {
  it('law: a wish, a cap, a shut window, or any rule of all never makes a call allowed', () => {
    fc.assert(
      fc.property(somebody, added, (asked, rule) => {
        expect(rank({ ...asked, ...TABLE[rule].given(asked) })).toBeGreaterThanOrEqual(rank(asked))
      }),
      { numRuns: 2000 },
    )
  })

  it('law: nor that they are a consumer, asked for no call, or were promised none', () => {
    const stricter = fc.constantFrom<Partial<Asked>>(
      { business: false },
      { solicited: false },
      { lifted: false },
    )
    fc.assert(
      fc.property(somebody, stricter, (asked, more) => rank({ ...asked, ...more }) >= rank(asked)),
      { numRuns: 1000 },
    )
  })

  it('law: what is decided is the strongest that is shown, and paper warnings alone let through', () => {
    fc.assert(
      fc.property(somebody, (asked) => {
        const { effect, conditions } = mayCall(asked)
        const shown = conditions.map((each) => EFFECTS.indexOf(each.effect))
        expect(shown).toEqual(shown.toSorted((a, b) => b - a))
        const strongest = EFFECTS[shown[0] ?? 0]
        if (strongest === 'block') expect(effect).toBe('block')
        else if (effect !== strongest)
          expect(conditions.every(({ rule }) => TABLE[rule].kind !== 'timely')).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
