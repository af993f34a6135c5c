import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'

import type { ImportPlan } from '#shared/contract/import-plan'
import { importFile, NEW_LIST, undoImport } from '../helpers/import-file.ts'
import { found } from '../helpers/store-dump.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'
import { UNREACHED } from '../helpers/unreached.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Irene', role: 'team_lead' })
})
afterEach(() => app.close())

const FIELDS = ['externalId', 'fullName', 'phone', 'email', 'company'] as const
const columns: ImportPlan['columns'] = FIELDS.map((field, index) => ({ index, field, rule: 'fill' }))
async function bring(list: string, ...rows: string[]) {
  app.clock.advance(60_000)
  const { lists } = await app.call('app.state', {})
  const listId = lists.find(({ name }) => name === list)?.id ?? null
  const into = { listId, newList: listId === null ? { ...NEW_LIST, name: list } : null }
  const shape = { headerLine: 1, delimiter: ',', columns } as const
  return importFile(app, [FIELDS.join(','), ...rows].join('\n'), { ...shape, ...into })
}
const ids = () => app.db.all(sql`SELECT key FROM identities WHERE kind = 'external' ORDER BY key`)
const idOf = (name: string) => app.db.get<{ id: string }>(sql`SELECT id FROM persons WHERE name = ${name}`).id

it('a lead that somebody called, and that an undo therefore leaves, is found by its id when its file comes again', async () => {
  await bring('A', ',Ana Roa,600111222,,')
  const { importId } = await bring('B', '7,Ana Roa,600111222,,')
  const lead = app.db.get<{ leadId: string; listId: string }>(
    sql`SELECT id AS leadId, list_id AS listId FROM leads WHERE external_id = '7'`,
  )
  const card = await app.call('desk.open', { ...lead, after: null })
  const callId = card?.draft?.callId ?? ''
  await app.call('call.log', { ...UNREACHED, ...lead, callId, outcome: 'no_answer' })
  await undoImport(app, importId)
  expect(ids()).toEqual([{ key: '7' }])
  expect((await bring('B', '7,,,,')).counts).toMatchObject({ create: 0, duplicate: 1 })
})

it('an id that two files gave somebody stays until both are undone, whichever goes first', async () => {
  await bring('A', ',Ana Roa,600111222,,')
  const one = await bring('B', '7,Ana Roa,600111222,,')
  const two = await bring('C', '7,Ana Roa,600111222,,')
  await undoImport(app, one.importId)
  expect(ids()).toEqual([{ key: '7' }])
  await undoImport(app, two.importId)
  expect(ids()).toEqual([])
})

it('who got an address while they were merged can get another once they are taken apart', async () => {
  await bring('A', '1,Ana Roa,600111222,,', '2,Ana Gil,600111333,gil@a.example,')
  const merge = { kind: 'person', keepId: idOf('Ana Roa'), otherId: idOf('Ana Gil'), choices: {} } as const
  const { pairingId } = await app.call('review.merge', merge)
  await bring('A', '1,Ana Roa,600111444,roa@a.example,')
  await app.call('review.undo', { pairingId })
  expect((await bring('A', '1,Ana Roa,600111555,ana@a.example,')).state).toBe('done')
  expect(
    app.db.all(
      sql`SELECT email, place FROM emails JOIN persons ON id = person_id WHERE name = 'Ana Roa' ORDER BY place`,
    ),
  ).toEqual([
    { email: 'roa@a.example', place: 0 },
    { email: 'ana@a.example', place: 1 },
  ])
})

it('an undo takes its people and companies out of the review, and whoever comes next is compared as ever', async () => {
  const alike = ['1,Ana García López,600111222,,GTX Pro', '2,Anna Garcia Lopez,600111333,,GTXPro']
  const waiting = async () => {
    const { persons, companies } = await app.call('review.pairs', { kind: 'person', offset: 0, limit: 50 })
    return [persons, companies]
  }
  const looked = async (persons: number, companies: number) => {
    await expect.poll(waiting, { timeout: 50_000 }).toEqual([persons, companies])
  }
  await bring('A', '9,Luis Gil,600111444,,Norte')
  const { importId } = await bring('A', ...alike)
  await looked(1, 1)
  await undoImport(app, importId)
  await looked(0, 0)
  await bring('A', ...alike)
  await looked(1, 1)
})

it('who was merged into another is not found beside them once a file about both is undone', async () => {
  await bring('A', '1,Ana Roa,600111222,,', '2,Ana Gil,600111333,,')
  const { importId } = await bring('A', '2,Ana Gil,600111333,ana@a.example,')
  const merge = { kind: 'person', keepId: idOf('Ana Roa'), otherId: idOf('Ana Gil'), choices: {} } as const
  const { pairingId } = await app.call('review.merge', merge)
  await undoImport(app, importId)
  expect(found(app.db, 'gil')).toBe(0)
  await app.call('review.undo', { pairingId })
  expect(found(app.db, 'gil')).toBe(1)
})
