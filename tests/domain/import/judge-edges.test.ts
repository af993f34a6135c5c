import { describe, expect, it } from 'vitest'

import { judge, type Ground } from '#shared/domain/import/judge'
import { isSample } from '#shared/domain/import/returning'
import { DAY } from '#shared/lib/time'
import { ANA, ended, ground, LEAD, NOW, row, verdictOf, type Cells } from '../../helpers/known-person.ts'

const judged = (cells: Cells, person: Parameters<typeof judge>[1], more: Partial<Ground> = {}) =>
  judge(row(cells), person, { ...ground(), ...more })
const back = { externalId: 'x1', fullName: 'Ana Roa' }
const here = (reason: string) => ended(reason, { listId: 'here' })
const closed = (since: number) => ({ ...ANA, leads: [{ ...LEAD, stage: 'lost' as const, since }] })

describe('who a row is about', () => {
  it.each<Cells>([
    { externalId: 'x7' },
    { fullName: 'Eva' },
    { phone: '600111333' },
    { email: 'e@e.example' },
  ])('%j says it', (cells) => expect(verdictOf(cells, null).verdict).toBe('create'))
})

describe('suppressed', () => {
  it('of who was erased nothing is told, not even what was wrong with their row', () => {
    for (const person of [null, ANA])
      expect(judged({ ...back, phone: 'abc' }, person, { isErased: () => true })).toMatchObject({
        verdict: 'suppressed',
        isErased: true,
        isNewLead: false,
        problems: [],
        changes: [],
      })
  })
  it('at a company that nobody may call is who is new; who is known is by what is known of them', () => {
    const isAtSilenced = () => true
    expect(judged({ fullName: 'Eva' }, null, { isAtSilenced }).verdict).toBe('suppressed')
    expect(judged(back, ANA, { isAtSilenced }).verdict).toBe('duplicate')
  })
  it('by every number that a person has, and not by one of them', () => {
    const silenced = new Set(['+34600111222'])
    expect(judged(back, ANA, { silenced }).verdict).toBe('suppressed')
    expect(judged({ ...back, phone: '600111333' }, ANA, { silenced }).verdict).toBe('update')
  })
})

describe('a new interest', () => {
  const arrived = Date.UTC(2026, 1, 28, 23)
  it('came after the last lead was closed, not at that very moment', () => {
    const at = (since: number) =>
      verdictOf({ externalId: 'x1', arrivedAt: '01/03/2026' }, closed(since)).verdict
    expect([at(arrived - 1), at(arrived)]).toEqual(['create', 'duplicate'])
  })
  it('is none where only those who are there are brought up to date', () => {
    const cells = { externalId: 'x2', email: 'ana@forjas.example', title: 'CEO' }
    expect(verdictOf(cells, closed(NOW - DAY), ground('update', 'overwrite'))).toMatchObject({
      verdict: 'update',
      isNewLead: false,
      lead: null,
    })
    const changed = { ...back, company: 'Aceros' }
    expect(verdictOf(changed, here('competitor'), ground('update', 'fill')).verdict).toBe('duplicate')
  })
})

describe('who was disqualified in this very list', () => {
  it('is looked at again for a difference that is seen, and for nothing else', () => {
    expect(verdictOf({ ...back, company: 'Aceros' }, here('competitor'))).toMatchObject({
      verdict: 'second_look',
      isNewLead: true,
    })
    expect(verdictOf(back, here('competitor')).verdict).toBe('duplicate')
    expect(verdictOf({ ...back, demo: '09/03/2026' }, here('no_need')).verdict).toBe('duplicate')
  })
  it('is no sample as long as nothing is new', () => {
    const id = Array.from({ length: 200 }, (_, n) => `p${n}`).find((each) => isSample(each, 'here')) ?? ''
    expect(verdictOf(back, { ...here('competitor'), id }).verdict).toBe('duplicate')
    expect(verdictOf(back, { ...ended('competitor'), id }).verdict).toBe('second_look')
  })
  it('the last of their leads here decides', () => {
    const last = here('competitor').leads[0] ?? LEAD
    const first = { ...LEAD, id: 'l0', stage: 'lost' as const, since: NOW - 90 * DAY }
    expect(verdictOf({ ...back, company: 'Aceros' }, { ...ANA, leads: [first, last] }).verdict).toBe(
      'second_look',
    )
  })
  it('without a date ended now', () => {
    const found = verdictOf(back, ended('competitor', { since: null }))
    expect(found.ended).toMatchObject({ leadId: 'l1', at: NOW })
  })
})

describe('who comes back', () => {
  it('and is open elsewhere is no returning lead', () => {
    const person = ended('competitor')
    const open = { ...LEAD, id: 'l2', listId: 'elsewhere' }
    expect(verdictOf(back, { ...person, leads: [...person.leads, open] }).verdict).toBe('create')
  })
  it.each(['same_episode', 'too_old'])('%s says nothing of them', (reason) =>
    expect(verdictOf(back, ended(reason)).verdict).toBe('create'),
  )
  it('the newest end is the one that holds', () => {
    const old = ended('student').leads[0] ?? LEAD
    const newer = { ...old, id: 'l2', reason: 'competitor', since: NOW - DAY }
    for (const leads of [
      [old, newer],
      [newer, old],
    ])
      expect(verdictOf(back, { ...ANA, leads }).ended).toMatchObject({ leadId: 'l2', reason: 'competitor' })
  })
  it.each<[string, string, Cells, string]>([
    ['a new number', 'no_need', { phone: '600111333' }, 're_disqualified'],
    ['a new address', 'bad_data', { email: 'ana@home.example' }, 'second_look'],
    ['an address they had', 'bad_data', { email: 'ANA@forjas.example' }, 're_disqualified'],
  ])('with %s after %s', (_, reason, cells, verdict) =>
    expect(verdictOf({ ...back, ...cells }, ended(reason)).verdict).toBe(verdict),
  )
  it('what they did at that very moment was known', () => {
    const since = Date.UTC(2026, 1, 28, 23)
    const at = (moved: number) =>
      verdictOf({ ...back, demo: '01/03/2026' }, ended('no_need', { since: moved })).verdict
    expect([at(since - 1), at(since)]).toEqual(['second_look', 're_disqualified'])
  })
  it.each([
    [249, '250', 'second_look'],
    [250, '251', 're_disqualified'],
    [249, '248', 're_disqualified'],
    [9, '10', 'second_look'],
    [49, '50', 'second_look'],
    [999, '1000', 'second_look'],
    [4999, '5000', 'second_look'],
  ])('from %i employees to %s: %s', (before, employees, verdict) => {
    const person = ended('company_too_small')
    const company = person.company && { ...person.company, employees: before }
    expect(verdictOf({ ...back, employees }, { ...person, company }).verdict).toBe(verdict)
  })
  it('a day that was given for it goes before how long its reason holds', () => {
    const until = (wakesAt: number) =>
      verdictOf(back, ended('no_need', { since: NOW - 400 * DAY, wakesAt })).verdict
    expect([until(NOW), until(NOW + 1)]).toEqual(['second_look', 're_disqualified'])
  })
  it('a profile that was changed at that very moment is the one they were judged by', () => {
    const under = (profileSince: number) => judged(back, ended('outside_profile'), { profileSince }).verdict
    expect([under(NOW - 30 * DAY), under(NOW - 30 * DAY + 1)]).toEqual(['re_disqualified', 'second_look'])
  })
  it('sees what came new and what differs, and nothing that was blank', () => {
    const cells = { ...back, title: 'CEO', phone: '600111333', employees: '300' }
    const { shown } = judged(cells, { ...ended('student'), company: null }, { ruleOf: () => 'append' })
    expect(shown.map(({ field, after }) => `${field} ${after}`)).toEqual([
      'title Gerente; CEO',
      'phone +34600111333',
      'title CEO',
    ])
  })
  it('sees what no rule would change as well, and nothing that was blank', () => {
    const shown = (person: typeof ANA) => {
      const cells = { ...back, title: 'CEO', company: 'Aceros', phone: '600111333' }
      return judged(cells, person, { ruleOf: () => 'never' }).shown.map(({ field }) => field)
    }
    expect(shown(ended('student'))).toEqual(['title', 'company', 'phone'])
    expect(shown({ ...ended('student'), title: null, phones: [] })).toEqual(['company'])
  })
})
