import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'

import type { ImportPlan } from '#shared/contract/import-plan'
import type { PairKind } from '#shared/domain/identity/merge'
import { historyPlan } from '../helpers/call-history.ts'
import { handIn, importFile, NEW_LIST, undoImport } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Irene', role: 'team_lead' })
})
afterEach(() => app.close())

const columns: ImportPlan['columns'] = (['externalId', 'fullName', 'phone', 'company'] as const).map(
  (field, index) => ({ index, field, rule: 'overwrite' }),
)
function bring(row: string, name: string, change: Partial<ImportPlan> = {}) {
  app.clock.advance(60_000)
  const into = { newList: { ...NEW_LIST, name }, headerLine: 1, delimiter: ',', columns } as const
  return importFile(app, `id,name,phone,company\n${row}`, { ...into, ...change })
}
const idOf = (table: 'persons' | 'companies', name: string) =>
  app.db.get<{ id: string }>(sql`SELECT id FROM ${sql.identifier(table)} WHERE name = ${name}`).id
const merged = (kind: PairKind, keepId: string, otherId: string, choices = {}) =>
  app.call('review.merge', { kind, keepId, otherId, choices })
const employers = () =>
  app.db
    .all(sql`SELECT p.name, c.name AS company FROM persons AS p LEFT JOIN companies AS c ON c.id = company_id
    ORDER BY p.name`)

it('companies that were merged are taken apart also when the file that named one of them was undone', async () => {
  await bring('1,Ana Roa,600111222,Forjas', 'A')
  const listId = app.db.get<{ id: string }>(sql`SELECT id FROM lists`).id
  const { importId } = await bring('1,Ana Roa,600111222,Norte', 'B', { newList: null, listId })
  const { pairingId } = await merged('company', idOf('companies', 'Forjas'), idOf('companies', 'Norte'))
  await undoImport(app, importId)
  await app.call('review.undo', { pairingId })
  expect(employers()).toEqual([{ name: 'Ana Roa', company: 'Forjas' }])
  expect(await app.call('review.merges', { kind: 'company', id: idOf('companies', 'Forjas') })).toEqual([])
})

it('so are people who took the employer of the other', async () => {
  const { importId } = await bring('1,Ana Roa,600111222,Forjas', 'A')
  await bring('2,Ana Gil,600111333,Norte', 'B')
  const two = [idOf('persons', 'Ana Roa'), idOf('persons', 'Ana Gil')] as const
  const { pairingId } = await merged('person', ...two, { company: 'other' })
  await undoImport(app, importId)
  await app.call('review.undo', { pairingId })
  expect(employers()).toContainEqual({ name: 'Ana Gil', company: 'Norte' })
})

it('what a file wrote over the choice of a merge goes back to what stood before both', async () => {
  await bring('1,Ana Roa,600111222,Forjas', 'A')
  await bring('2,Ana Gil,600111333,Norte', 'B')
  const two = [idOf('persons', 'Ana Roa'), idOf('persons', 'Ana Gil')] as const
  const { pairingId } = await merged('person', ...two, { company: 'other' })
  const { importId } = await bring('1,Ana Roa,600111222,Sur', 'C')
  await app.call('review.undo', { pairingId })
  await undoImport(app, importId)
  expect(employers()).toEqual([
    { name: 'Ana Gil', company: 'Norte' },
    { name: 'Ana Roa', company: 'Forjas' },
  ])
})

it('who shares a wish of a call history by a merge is called again once the history is undone', async () => {
  await bring('1,Ana Roa,600111222,Forjas', 'A')
  await bring('2,Ana Gil,600111333,Norte', 'B')
  const queued = () => app.db.all(sql`SELECT lead_id FROM queue ORDER BY 1`)
  const before = queued()
  const bytes = 'calledAt;phone;outcome\n02/03/2026 10:00;600111333;No llamar\n'
  const plan = historyPlan(['calledAt', 'phone', 'outcome'])
  const { importId } = await app.call('history.run', { fileId: handIn(app, bytes), plan })
  const two = [idOf('persons', 'Ana Roa'), idOf('persons', 'Ana Gil')] as const
  const { pairingId } = await merged('person', ...two)
  await app.call('review.undo', { pairingId })
  expect(queued()).toEqual([])
  await app.call('history.undo', { importId })
  expect(queued()).toEqual(before)
})

it('whose first address was taken out while they were merged can get another once they are taken apart', async () => {
  const more = [...columns.slice(0, 3), { index: 3, field: 'email', rule: 'fill' }] as ImportPlan['columns']
  const mails = (row: string, name: string) => bring(row, name, { columns: more })
  await mails('1,Ana Roa,600111222,roa@a.example', 'A')
  await mails('2,Ana Gil,600111333,gil@a.example', 'B')
  await mails('2,Ana Gil,600111333,ana@a.example', 'C')
  const two = [idOf('persons', 'Ana Roa'), idOf('persons', 'Ana Gil')] as const
  const { pairingId } = await merged('person', ...two)
  const { id: leadId } = app.db.get<{ id: string }>(sql`SELECT id FROM leads WHERE person_id = ${two[0]}`)
  await app.call('lead.edit', { leadId, field: 'email', of: 'gil@a.example', value: '' })
  await app.call('review.undo', { pairingId })
  expect((await mails('2,Ana Gil,600111333,other@a.example', 'D')).state).toBe('done')
})
