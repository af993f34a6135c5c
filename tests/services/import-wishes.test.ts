import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { spanishFile } from '../fixtures/spanish-leads.ts'
import { handIn, importFile, inspect, planOf } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'
import { UNREACHED } from '../helpers/unreached.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'rep' })
})
afterEach(() => app.close())

const file = spanishFile(3000)
const WISH = { ...UNREACHED, outcome: 'do_not_call', spoke: 'person', scope: 'person' } as const

it('cancelled leaves whom somebody called meanwhile, and knows them when the file comes again', async () => {
  const fileId = handIn(app, file)
  const { importId } = await app.call('import.run', { fileId, plan: planOf(await inspect(app, fileId)) })
  const leads = () => app.db.get<{ n: number }>(sql`SELECT count(*) AS n FROM leads`).n
  while (leads() < 400) await new Promise((done) => setImmediate(done))
  const [found] = app.db.all<{ leadId: string; listId: string; personId: string; e164: string }>(
    sql`SELECT l.id AS leadId, l.list_id AS listId, l.person_id AS personId, e164
      FROM leads l JOIN phones USING (person_id) GROUP BY e164 HAVING count(*) = 1 LIMIT 1`,
  )
  const { leadId = '', listId = '', personId = '', e164 = '' } = found ?? {}
  const card = await app.call('desk.open', { listId, leadId, after: null })
  const callId = card?.draft?.callId ?? ''
  await app.call('call.log', { leadId, callId, listId, ...WISH })
  const other = app.db.get<{ id: string }>(sql`SELECT id FROM leads WHERE id <> ${leadId} LIMIT 1`)
  await app.call('desk.note', { leadId: other.id, note: 'a medias' })
  await app.call('import.cancel', { importId })
  expect(app.db.all(sql`SELECT id FROM leads ORDER BY id = ${other.id}`)).toEqual([{ id: leadId }, other])
  await importFile(app, file, { newList: null, listId })
  expect(app.db.all(sql`SELECT person_id AS id FROM phones WHERE e164 = ${e164}`)).toEqual([{ id: personId }])
})

it('lets nobody be dialled before the last row of the file was read', async () => {
  const fileId = handIn(app, file)
  const { importId } = await app.call('import.run', { fileId, plan: planOf(await inspect(app, fileId)) })
  const some = () =>
    app.db.get<{ leadId: string; listId: string; phoneId: string } | undefined>(
      sql`SELECT l.id AS leadId, l.list_id AS listId, phones.id AS phoneId FROM leads l JOIN phones USING (person_id) LIMIT 1`,
    )
  while (!some()) await new Promise((done) => setImmediate(done))
  const { leadId = '', listId = '', phoneId = '' } = some() ?? {}
  const dial = async () => {
    await app.call('desk.open', { listId, leadId, after: null })
    return app.dispatch('call.dial', { leadId, phoneId, override: null })
  }
  expect(await dial()).toMatchObject({ ok: false, error: { code: 'conflict', reason: 'still-importing' } })
  while ((await app.call('import.status', { importId })).state === 'running')
    await new Promise((done) => setImmediate(done))
  expect(await dial()).toMatchObject({ ok: true })
})

it('stores new colleagues of a company that asked for silence as suppressed', async () => {
  await importFile(app, 'Nombre;Empresa;Teléfono\r\nAna;Talleres Norte SL;600111222\r\n')
  const [lead] = app.db.all<{ id: string; listId: string }>(sql`SELECT id, list_id AS listId FROM leads`)
  const { id: leadId = '', listId = '' } = lead ?? {}
  const card = await app.call('desk.open', { listId, leadId, after: null })
  const callId = card?.draft?.callId ?? ''
  await app.call('call.log', { leadId, callId, listId, ...WISH, scope: 'company' })
  const again = 'Nombre;Empresa;Teléfono\r\nBea;TALLERES NORTE;600111333\r\nEva;Otra;600111444\r\n'
  expect(await importFile(app, again, { newList: null, listId })).toMatchObject({
    counts: { suppressed: 1, create: 1 },
  })
  expect(app.db.all(sql`SELECT name FROM queue JOIN persons ON persons.id = person_id`)).toEqual([
    { name: 'Eva' },
  ])
})
