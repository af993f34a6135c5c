import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { EFFECTS, mayCall, type Asked } from '#shared/domain/may-call'

const FREE: Asked = {
  business: true,
  suppressed: [],
  erased: false,
  number: { status: 'ok', premium: false, possible: true },
  line: 'fixed',
  solicited: false,
  country: 'ES',
  hasRules: true,
  hasBasis: true,
  zones: ['Europe/Madrid'],
  window: { open: true, changesAt: 100 },
  caps: [],
  wait: null,
  other: null,
  lifted: false,
  closed: null,
  held: null,
}
const ask = (more: Partial<Asked>) => {
  const { effect, conditions } = mayCall({ ...FREE, ...more })
  return [effect, ...conditions.map((each) => `${each.effect}:${each.rule}`)]
}
const CAP = { why: 'cap_person', count: 2, most: 2, until: 500 } as const

describe('whatever happens', () => {
  it('no unsolicited call leaves a mobile line where the pack forbids it', () => {
    expect(ask({ line: 'mobile' })).toEqual(['block', 'block:mobile_line'])
    expect(ask({ line: 'mobile', solicited: true })).toEqual(['allow'])
    expect(ask({ line: 'mobile', country: 'GB' })).toEqual(['allow'])
  })

  it('a wish not to be called blocks', () => {
    expect(ask({ suppressed: ['person'] })).toEqual(['block', 'block:suppressed_person'])
    expect(ask({ suppressed: ['number'], lifted: true })[0]).toBe('block')
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
    expect(ask({ other: { until: 9, list: 'Metal' } })).toEqual(['warn', 'warn:other_list'])
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
    expect(ask({ hasBasis: false, business: false })).toEqual(['block', 'block:no_basis'])
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
    hasBasis: fc.boolean(),
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
  )
  const rank = (asked: Partial<Asked>) => EFFECTS.indexOf(mayCall({ ...FREE, ...asked }).effect)
  fc.assert(fc.property(asked, worse, (asked, more) => rank({ ...asked, ...more }) >= rank(asked)))
})
