import { describe, expect, it } from 'vitest'

import { changedBy, isCarried, sameEpisodes, worseStatus, type Merging } from '#shared/domain/identity/merge'
import { mergedCompany } from '#shared/domain/identity/merge-company'
import { PHONE_STATUSES } from '#shared/domain/phone-kind'
import type { PromiseFact } from '#shared/domain/facts'
import type { Stage } from '#shared/domain/stage'

const ANA: Merging = {
  name: 'Ana Roa',
  givenName: 'Ana',
  familyName: 'Roa',
  title: 'CEO',
  companyId: null,
  country: 'ES',
  province: null,
  postalCode: null,
  city: null,
  language: null,
  zone: null,
  named: true,
}

describe('what a merge changes of who stays', () => {
  const columns = (kept: Partial<Merging>, other: Partial<Merging>, choices = {}) =>
    changedBy({ ...ANA, ...kept }, { ...ANA, ...other }, choices).map(
      ({ column, after }) => `${column} ${after}`,
    )
  it('is what they did not say, and what somebody chose', () => {
    expect(columns({}, { title: 'CFO', city: 'Vic' })).toEqual(['city Vic'])
    expect(columns({}, { title: 'CFO', city: 'Vic' }, { title: 'other', city: 'kept' })).toEqual([
      'title CFO',
    ])
    expect(columns({ city: 'Vic' }, {})).toEqual([])
  })
  it('a name comes where an id stood for it, with its parts', () => {
    const bare = { name: 'x1', givenName: null, familyName: null, named: false }
    expect(columns(bare, {})).toEqual(['name Ana Roa', 'givenName Ana', 'familyName Roa'])
    expect(columns({}, bare)).toEqual([])
    expect(columns({}, { name: 'Ana María Roa', givenName: 'Ana María' })).toEqual([])
  })
})

describe('one open lead a person and list', () => {
  const lead = (id: string, stage: Stage, createdAt = 0, listId = 'here') => ({
    id,
    listId,
    stage,
    createdAt,
  })
  it.each<[string, Stage, Stage, string]>([
    ['an MQL stays before a lead', 'lead', 'mql', 'b'],
    ['a "not now" before an MQL', 'nurture', 'mql', 'a'],
    ['an SQL before a "not now"', 'nurture', 'sql', 'b'],
    ['a lead before an inquiry', 'inquiry', 'lead', 'b'],
    ['an opportunity before an SQL', 'sql', 'opportunity', 'b'],
  ])('%s', (_, a, b, stays) =>
    expect(sameEpisodes([lead('a', a), lead('b', b)])).toEqual([
      { stays, closes: stays === 'a' ? 'b' : 'a' },
    ]),
  )
  it('of equals the older stays, then the first by id; closed ones and other lists are no rivals', () => {
    expect(sameEpisodes([lead('a', 'lead', 2), lead('b', 'lead', 1)])).toEqual([{ stays: 'b', closes: 'a' }])
    expect(sameEpisodes([lead('b', 'lead'), lead('a', 'lead')])).toEqual([{ stays: 'a', closes: 'b' }])
    for (const stage of ['customer', 'disqualified', 'lost'] as const)
      expect(sameEpisodes([lead('a', 'lead'), lead('b', stage)])).toEqual([])
    expect(sameEpisodes([lead('a', 'lead'), lead('b', 'mql', 0, 'there')])).toEqual([])
  })
})

it('of two dates the earlier stays open, and a promise goes before any other', () => {
  const date = (dueAt: number, agreed: boolean) => ({ kind: 'call', dueAt, agreed }) as PromiseFact
  const [early, late] = [date(1, true), date(2, true)]
  expect([
    isCarried(early, late),
    isCarried(late, early),
    isCarried(null, late),
    isCarried(late, null),
  ]).toEqual([true, false, false, true])
  expect([isCarried(late, date(1, false)), isCarried(date(1, false), late)]).toEqual([true, false])
})

it('what is known against a number is known of both', () => {
  const [ok, switchboard, , , out] = PHONE_STATUSES
  expect([worseStatus(ok, switchboard), worseStatus(out, switchboard), worseStatus(ok, ok)]).toEqual([
    switchboard,
    out,
    ok,
  ])
})

it('a company keeps what it says, takes what it lacks, and is called as somebody chose', () => {
  const kept = { name: 'Forjas SL', key: 'forjas', domain: null, industry: 'metal', employees: null }
  const other = {
    name: 'Forjas Sur',
    key: 'forjas sur',
    domain: 'forjas.example',
    industry: 'acero',
    employees: 9,
  }
  expect(mergedCompany(kept, other, {})).toEqual({ ...kept, domain: 'forjas.example', employees: 9 })
  expect(mergedCompany(kept, other, { companyName: 'other', industry: 'other', employees: 'kept' })).toEqual({
    ...other,
    employees: null,
  })
})
