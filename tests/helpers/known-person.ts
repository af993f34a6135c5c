import { parseCsv } from '#shared/domain/import/csv'
import type { ColumnRule, Field, ImportMode } from '#shared/domain/import/field'
import { judge, type Ground } from '#shared/domain/import/judge'
import type { KnownLead, KnownPerson } from '#shared/domain/import/known'
import { rowReader } from '#shared/domain/import/read-row'
import { isSample } from '#shared/domain/import/returning'
import { DAY } from '#shared/lib/time'

export const NOW = Date.UTC(2026, 2, 10, 9)
const FIELDS: readonly (Field | null)[] = [
  'externalId',
  'fullName',
  'email',
  'phone',
  'company',
  'title',
  'employees',
  'arrivedAt',
  'doNotCall',
  'demo',
  null,
]
export const read = rowReader({
  columns: FIELDS.map((field, index) => ({ index, header: `H${index}`, field, rule: 'fill', order: 'dmy' })),
  width: FIELDS.length,
  country: 'ES',
  source: null,
  emptyWords: [],
  zone: 'Europe/Madrid',
  today: '2026-03-10',
})
export type Cells = Partial<Record<Exclude<Field, 'notes'> | 'kept', string>>
export function row(cells: Cells) {
  const text = FIELDS.map((field) => cells[(field ?? 'kept') as keyof Cells] ?? '').join(';')
  const [record] = parseCsv(text, ';')
  if (!record) throw new Error('no row')
  return read(record)
}

export const LEAD: KnownLead = {
  id: 'l1',
  listId: 'here',
  stage: 'lead',
  reason: null,
  wakesAt: null,
  externalId: 'x1',
  source: null,
  campaign: null,
  extra: null,
  signals: [],
  since: null,
  changeId: null,
}
export const ANA: KnownPerson = {
  // One who is not of the sample that is looked at all the same.
  id: ['p1', 'p2', 'p3'].find((id) => !isSample(id, 'here')) ?? 'p1',
  n: 1,
  name: 'Ana Roa',
  givenName: 'Ana',
  familyName: 'Roa',
  named: true,
  title: 'Gerente',
  country: null,
  province: null,
  city: null,
  postalCode: null,
  language: null,
  asOf: 0,
  company: {
    id: 'c1',
    isNew: false,
    name: 'Forjas S.L.',
    key: 'forjas',
    domain: null,
    industry: null,
    employees: 40,
  },
  phones: ['+34600111222'],
  emails: ['ana@forjas.example'],
  externalIds: ['x1'],
  leads: [LEAD],
  suppressed: false,
  erased: false,
}
export const ended = (reason: string, more: Partial<KnownLead> = {}): KnownPerson => ({
  ...ANA,
  leads: [
    {
      ...LEAD,
      listId: 'there',
      stage: 'disqualified',
      reason,
      since: NOW - 30 * DAY,
      changeId: 's1',
      ...more,
    },
  ],
})
export const ground = (mode: ImportMode = 'create_update', rule: ColumnRule = 'fill'): Ground => ({
  listId: 'here',
  mode,
  ruleOf: () => rule,
  now: NOW,
  silenced: new Set(['+34600999999']),
})
export const verdictOf = (cells: Cells, person: KnownPerson | null, given = ground()) =>
  judge(row(cells), person, given)
