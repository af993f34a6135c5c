import { describe, expect, it } from 'vitest'

import { judge } from '#shared/domain/import/judge'
import { isSample } from '#shared/domain/import/returning'
import { DAY } from '#shared/lib/time'
import { ended, ground, NOW, row, verdictOf } from '../../helpers/known-person.ts'

describe('somebody who was disqualified comes back', () => {
  const back = { externalId: 'x1', fullName: 'Ana Roa' }
  it('and what was against them still holds: no call is spent', () => {
    expect(verdictOf({ ...back, company: 'FORJAS SL' }, ended('competitor'))).toMatchObject({
      verdict: 're_disqualified',
      isNewLead: true,
      ended: { leadId: 'l1', reason: 'competitor', at: NOW - 30 * DAY, why: null },
    })
  })
  it.each([
    ['another employer', 'competitor', { company: 'Aceros' }],
    ['another title', 'student', { title: 'Directora' }],
    ['another size of company', 'company_too_small', { employees: '300' }],
    ['a demo asked for since', 'no_need', { demo: '01/03/2026' }],
    ['a number that was missing', 'bad_data', { phone: '600111333' }],
  ] as const)('and has %s: a second look', (_, reason, cells) => {
    const found = verdictOf({ ...back, ...cells }, ended(reason))
    const why = 'demo' in cells ? 'acted' : 'difference'
    expect(found).toMatchObject({ verdict: 'second_look', isNewLead: true, ended: { reason, why } })
  })
  it('the second look shows the difference, and changes nothing that its rule leaves alone', () => {
    const found = verdictOf({ ...back, company: 'Aceros' }, ended('competitor'))
    expect(found.shown).toContainEqual({
      field: 'company',
      header: null,
      before: 'Forjas S.L.',
      after: 'Aceros',
    })
    expect(found.changes).toEqual([])
  })
  it.each([
    ['a blank that was filled', 'no_need', { employees: '40' }],
    ['spelling', 'no_need', { company: 'FORJAS, S.L.', title: 'GERENTE' }],
    ['a size in the same band', 'company_too_small', { employees: '49' }],
    ['a demo asked for before', 'no_need', { demo: '01/01/2026' }],
  ] as const)('%s is no change', (_, reason, cells) => {
    expect(verdictOf({ ...back, ...cells }, ended(reason)).verdict).toBe('re_disqualified')
  })
  it('time brings back what expires, and competitors and suppliers never', () => {
    const since = NOW - 400 * DAY
    expect(verdictOf(back, ended('no_need', { since }))).toMatchObject({
      verdict: 'second_look',
      ended: { why: 'expired' },
    })
    expect(verdictOf(back, ended('competitor', { since })).verdict).toBe('re_disqualified')
  })
  it('a reason about the person holds in every list, any other where one qualifies by the same definition', () => {
    const isSameDefinition = (listId: string) => listId !== 'there'
    const verdict = (reason: string, isSame = isSameDefinition) =>
      judge(row(back), ended(reason), { ...ground(), isSameDefinition: isSame }).verdict
    for (const reason of ['competitor', 'supplier', 'student', 'job_seeker', 'bad_data'])
      expect([reason, verdict(reason)]).toEqual([reason, 're_disqualified'])
    for (const reason of ['no_need', 'company_too_small', 'outside_profile', 'already_customer', 'other'])
      expect([reason, verdict(reason)]).toEqual([reason, 'create'])
    expect(verdict('no_need', () => true)).toBe('re_disqualified')
  })
  it('an older end that still holds here is found behind a newer one that does not', () => {
    const person = ended('competitor')
    const newer = { ...person.leads[0]!, id: 'l2', listId: 'elsewhere', reason: 'no_need', since: NOW - DAY }
    const both = { ...person, leads: [...person.leads, newer] }
    const found = judge(row(back), both, { ...ground(), isSameDefinition: () => false })
    expect(found).toMatchObject({ verdict: 're_disqualified', ended: { leadId: 'l1' } })
  })
  it('who was outside the profile is looked at again under another one', () => {
    const under = (profileSince: number) =>
      judge(row(back), ended('outside_profile'), { ...ground(), profileSince }).verdict
    expect([under(NOW - 31 * DAY), under(NOW - 29 * DAY)]).toEqual(['re_disqualified', 'second_look'])
    expect(judge(row(back), ended('student'), { ...ground(), profileSince: NOW }).verdict).toBe(
      're_disqualified',
    )
  })
  it('a wish not to be called comes before all that', () => {
    expect(
      verdictOf({ ...back, company: 'Aceros' }, { ...ended('competitor'), suppressed: true }).verdict,
    ).toBe('suppressed')
  })
  it('one in twenty of those who still hold is looked at all the same, always the same ones', () => {
    const ids = Array.from({ length: 4000 }, (_, n) => `0197-${n}-person`)
    const sampled = ids.filter((id) => {
      const found = verdictOf(back, { ...ended('competitor'), id })
      return found.verdict === 'second_look' && found.ended?.why === 'sample'
    })
    expect(sampled.length).toBeGreaterThan(140)
    expect(sampled.length).toBeLessThan(260)
    expect(sampled).toEqual(ids.filter((id) => isSample(id, 'here')))
  })
})
