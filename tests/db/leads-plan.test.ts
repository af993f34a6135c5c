import { afterAll, expect, it } from 'vitest'

import { leadRows, searchLeads } from '#electron/db/leads'
import { walkOf } from '#electron/db/leads-walk'
import type { LeadsFilter } from '#shared/contract/leads-filter'
import type { LeadSort } from '#shared/domain/leads'
import { searchQuery } from '#shared/domain/search'
import { emptyStore } from '../helpers/empty-store.ts'

const { sqlite, db, stepsOf } = emptyStore()
afterAll(() => sqlite.close())

const ID = '00000000-0000-7000-8000-000000000001'
const ASKING = { repId: ID, now: 0, zone: 'Europe/Madrid' }

const planOf = (ask: () => unknown) => stepsOf(ask).join('\n')

function planOfWalk(filter: LeadsFilter, sort: LeadSort = 'newest'): string {
  const walk = walkOf(db, filter, sort, ASKING)
  return planOf(() => walk.stretch(100, 200))
}

it.each([
  [
    'everybody, by the rows of a stretch',
    {},
    /SEARCH leads USING INTEGER PRIMARY KEY \(rowid>\? AND rowid<\?\)/,
  ],
  [
    'a list, by the rows of a stretch in its index alone',
    { lists: [ID] },
    /USING COVERING INDEX leads_by_list \(list_id=\? AND stage=\? AND rowid>\? AND rowid<\?\)/,
  ],
  [
    'a list and a stage',
    { lists: [ID], stages: ['lead'] },
    /USING COVERING INDEX leads_by_list \(list_id=\? AND stage=\? AND rowid>\? AND rowid<\?\)/,
  ],
  [
    'a file',
    { importId: ID },
    /USING COVERING INDEX leads_by_import \(import_id=\? AND rowid>\? AND rowid<\?\)/,
  ],
  [
    'my own',
    { owners: ['me'] },
    /USING COVERING INDEX leads_by_owner \(owner_id=\? AND rowid>\? AND rowid<\?\)/,
  ],
  ['whom sleep', { waking: 'due' }, /USING COVERING INDEX leads_by_waking \(stage=\? AND wakes_at<\?/],
  ['promises', { promised: 'due' }, /promises USING INDEX promises_by_due/],
] as const)('walks %s', (_, filter, plan) => {
  const steps = planOfWalk(filter as unknown as LeadsFilter)
  expect(steps).toMatch(plan)
  expect(steps).not.toMatch(/SCAN leads/)
})

it.each([{}, { stages: ['lead'] }, { lists: [ID], hasNumber: true }] as LeadsFilter[])(
  'narrows a search from those who match outwards, %j',
  (filter) => {
    const plan = planOfWalk({ ...filter, text: 'ana' }, 'name')
    expect(plan).toContain('SCAN found VIRTUAL TABLE')
    expect(plan).toContain('matched USING INTEGER PRIMARY KEY')
    expect(plan).toMatch(/leads USING (COVERING )?INDEX leads_by_person/)
    expect(plan).not.toMatch(/SCAN (leads|persons|matched)\b/)
  },
)

it.each([
  [{ outcomes: ['busy'] }, /calls USING INDEX calls_by_lead/],
  [{ hasNumber: true }, /phones EXISTS USING INDEX phones_by_person/],
  [{ suppressed: true }, /suppressions USING INDEX suppressions_by_person[\s\S]*suppressions_by_company/],
  [{ countries: ['ES'] }, /persons USING (COVERING )?INDEX/],
] as const)('looks what a lead hangs on up by key, %j', (filter, plan) => {
  const steps = planOfWalk(filter as unknown as LeadsFilter)
  expect(steps).toMatch(plan)
  expect(steps).not.toMatch(/SCAN (leads|calls|phones|suppressions|persons)\b/)
})

it('searches by the full-text index and reaches leads by person', () => {
  const plan = planOf(() => searchLeads(db, searchQuery('ana') ?? '', false, 20))
  expect(plan).toContain('search VIRTUAL TABLE INDEX')
  expect(plan).toMatch(/leads USING (COVERING )?INDEX leads_by_person/)
  expect(plan).not.toMatch(/SCAN (leads|persons)\b/)
})

it('fetches what a row shows by keys alone', () => {
  const plan = planOf(() => leadRows(db, [1, 2, 3], 0))
  expect(plan).toContain('SEARCH leads USING INTEGER PRIMARY KEY')
  expect(plan).toMatch(/calls USING INDEX calls_by_lead/)
  expect(plan).not.toMatch(/^SCAN (leads|persons|calls|queue)/m)
})
