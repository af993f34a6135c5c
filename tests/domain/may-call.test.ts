import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { EFFECTS, mayCall, type Asked } from '#shared/domain/may-call'
import { FREE, LAW } from '../helpers/may-call.ts'

const ask = (more: Partial<Asked>) => {
  const { effect, conditions } = mayCall({ ...FREE, ...more })
  return [effect, ...conditions.map((each) => `${each.effect}:${each.rule}`)]
}
const policy = (more: Partial<Asked['policy']>) => ({ policy: { ...FREE.policy, ...more } })
const lacking = (lack: 'none' | 'withdrawn' | 'ended') => ({
  basis: { holds: false, lack, until: null, consent: false },
})
const CAP = { why: 'cap_person', count: 2, most: 2, until: 500 } as const

describe('whatever happens', () => {
  it('no unsolicited call leaves a mobile line where the pack forbids it', () => {
    const forbidden = policy({ mobileLine: LAW })
    expect(ask({ ...forbidden, line: 'mobile' })).toEqual(['block', 'block:mobile_line'])
    expect(ask({ ...forbidden, line: 'mobile', solicited: true })).toEqual(['allow'])
    expect(ask({ ...forbidden, line: 'fixed' })).toEqual(['allow'])
    expect(ask({ line: 'mobile' })).toEqual(['allow'])
    expect(mayCall({ ...FREE, ...forbidden, line: 'mobile' }).conditions[0]?.source).toBe(LAW.name)
  })

  it('a number on a register blocks, but for their own yes since', () => {
    const on = (consentedSince: boolean) =>
      ({ screened: { list: 'ctps', since: '2026-02-01', consentedSince } }) as const
    expect(ask(on(false))).toEqual(['block', 'block:screened'])
    expect(ask(on(true))).toEqual(['allow'])
    expect(mayCall({ ...FREE, ...on(false) }).conditions[0]?.evidence).toBe('ctps 2026-02-01')
  })

  it('a wish not to be called blocks', () => {
    expect(ask({ suppressed: ['person'] })).toEqual(['block', 'block:suppressed_person'])
    expect(ask({ suppressed: ['number'], lifted: true })[0]).toBe('block')
    expect(
      mayCall({ ...FREE, suppressed: ['company'], wishUntil: '2026-03-17' }).conditions[0],
    ).toMatchObject({
      rule: 'suppressed_company',
      evidence: '2026-03-17',
    })
    expect(ask({ erased: true })[0]).toBe('block')
  })

  it('and so does a number that is none, dead, wrong or dear', () => {
    const number = (more: Partial<NonNullable<Asked['number']>>) =>
      ask({ number: { status: 'ok', premium: false, possible: true, ...more } })
    expect(ask({ number: null })).toEqual(['block', 'block:no_number'])
    expect(number({ status: 'invalid', possible: false })).toEqual(['block', 'block:number_invalid'])
    expect(number({ status: 'wrong_person' })).toEqual(['block', 'block:number_wrong_person'])
    expect(number({ status: 'opted_out' })).toEqual(['block', 'block:number_opted_out'])
    expect(number({ premium: true })).toEqual(['block', 'block:number_premium'])
    expect(number({ status: 'switchboard' })).toEqual(['allow'])
  })
})

describe('time', () => {
  const closed = { window: { open: false, changesAt: 900 }, caps: [CAP] }

  it('warns in business and blocks for consumers, with when it ends', () => {
    expect(ask(closed)).toEqual(['warn', 'warn:window', 'warn:cap_person'])
    expect(ask({ ...closed, business: false })).toEqual(['block', 'block:window', 'block:cap_person'])
    const [window, cap] = mayCall({ ...FREE, ...closed }).conditions
    expect([window?.until, cap?.until, cap?.evidence]).toEqual([900, 500, '2/2'])
  })

  it('is lifted near a promise', () => {
    expect(ask({ ...closed, lifted: true, wait: { why: 'cool_down', until: 9 } })).toEqual(['allow'])
  })

  it('counts the cool-down and the other list', () => {
    expect(ask({ wait: { why: 'cool_down', until: 9 } })).toEqual(['warn', 'warn:cool_down'])
    expect(ask({ other: { until: 9, list: 'Metal', promisedAt: null } })).toEqual(['warn', 'warn:other_list'])
    expect(ask({ other: { until: 9, list: 'Metal', promisedAt: 9 } })).toEqual(['warn', 'warn:other_promise'])
  })
})

describe('what no paper proves', () => {
  it('is shown in business and asks for no override', () => {
    expect(ask({ hasRules: false, country: 'DE', zones: [] })).toEqual([
      'allow',
      'warn:no_rules',
      'warn:zone_unknown',
    ])
  })

  it('blocks for consumers', () => {
    const business = false
    expect(ask({ ...lacking('none'), business })).toEqual(['block', 'block:no_basis'])
    expect(ask({ ...lacking('withdrawn'), business })).toEqual(['block', 'block:basis_withdrawn'])
    expect(ask({ ...lacking('ended'), business })).toEqual(['block', 'block:basis_ended'])
    expect(ask({ ...policy({ consent: LAW }), business })).toEqual(['block', 'block:no_consent'])
    expect(ask({ ...lacking('ended') })).toEqual(['allow', 'warn:basis_ended'])
  })

  it('blocks everybody where a register had to be asked and was not', () => {
    const missing = { screening: { kind: 'missing', list: 'ctps' } } as const
    const stale = { screening: { kind: 'stale', list: 'dnc', takenOn: '2026-01-01' } } as const
    expect(ask(missing)).toEqual(['block', 'block:screening_missing'])
    expect(ask({ ...stale, business: false })).toEqual(['block', 'block:screening_stale'])
  })

  it('only warns of a source to be read again and of holidays that are not known', () => {
    const old = policy({ overdue: { source: LAW, reviewBy: '2026-01-01' } })
    expect(ask({ ...old, business: false })).toEqual(['allow', 'warn:review_overdue'])
    expect(ask({ holidays: { year: 2031, known: 'missing' }, business: false })).toEqual([
      'allow',
      'warn:holidays_missing',
    ])
  })
})

it('says why the queue does not bring somebody whom nothing forbids to call', () => {
  expect(ask({ wait: { why: 'promise', until: 9 } })).toEqual(['allow', 'allow:promise'])
  expect(ask({ closed: 'sql' })).toEqual(['allow', 'allow:stage'])
  expect(ask({ held: { by: 'Ana', until: 9 } })).toEqual(['allow', 'allow:held'])
})

it('only ever gets stricter when one more thing stands in the way', () => {
  const asked: fc.Arbitrary<Partial<Asked>> = fc.record({
    business: fc.boolean(),
    hasRules: fc.boolean(),
    basis: fc.constantFrom(FREE.basis, lacking('none').basis),
    line: fc.constantFrom('fixed', 'mobile'),
    lifted: fc.boolean(),
    window: fc.record({ open: fc.boolean(), changesAt: fc.constant(9) }),
    caps: fc.subarray([CAP]),
  })
  const worse: fc.Arbitrary<Partial<Asked>> = fc.constantFrom(
    { suppressed: ['person'] as const },
    { erased: true },
    { number: null },
    { hasRules: false },
    { caps: [CAP] },
    { zones: [] },
    lacking('withdrawn'),
    policy({ consent: LAW, mobileLine: LAW }),
    { screened: { list: 'tps', since: '2026-01-01', consentedSince: false } as const },
    { screening: { kind: 'missing', list: 'tps' } as const },
  )
  const rank = (asked: Partial<Asked>) => EFFECTS.indexOf(mayCall({ ...FREE, ...asked }).effect)
  fc.assert(fc.property(asked, worse, (asked, more) => rank({ ...asked, ...more }) >= rank(asked)))
})
