import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { settleImports } from '#electron/services/import/settle'
import { spanishFile } from '../fixtures/spanish-leads.ts'
import { handIn, importFile, inspect, NEW_LIST, planOf } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
let closing: AbortController
beforeEach(async () => {
  closing = new AbortController()
  app = testApp({ deps: { closing: closing.signal } })
  await app.call('people.add', { name: 'Ana', role: 'rep' })
})
afterEach(() => app.close())

const TABLES = [
  'persons',
  'companies',
  'phones',
  'emails',
  'identities',
  'leads',
  'signals',
  'queue',
  'suppressions',
]
const sizes = () =>
  TABLES.map((table) => [table, app.db.get<{ n: number }>(sql.raw(`SELECT count(*) AS n FROM ${table}`)).n])
const nothing = TABLES.map((table) => [table, 0])

describe('a file that cannot be imported', () => {
  it.each([
    ['binary', Buffer.from([0, 1, 2, 3, 255, 0, 7, 0, 0, 0]), 'file-binary'],
    ['a damaged workbook', Buffer.from('504b030414000600', 'hex'), 'file-broken'],
    ['empty', '', 'file-empty'],
    ['a header without rows', 'Nombre;Email\r\n', 'file-no-rows'],
  ])('is refused in words when it is %s', async (_, bytes, reason) => {
    const reply = await app.dispatch('import.inspect', {
      fileId: handIn(app, bytes),
      encoding: null,
      delimiter: null,
      headerLine: null,
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'unreadable-file', reason } })
    expect(sizes()).toEqual(nothing)
  })

  it('is refused when it vanished before the run', async () => {
    const fileId = handIn(app, spanishFile(20))
    const plan = planOf(await inspect(app, fileId))
    rmSync(join(app.data, 'inbox', fileId))
    expect(await app.dispatch('import.run', { fileId, plan })).toMatchObject({
      ok: false,
      error: { code: 'unreadable-file', reason: 'file-gone' },
    })
    expect(sizes()).toEqual(nothing)
    expect(await app.call('imports.list', {})).toEqual([])
  })

  it('needs somebody at the desk', async () => {
    const empty = testApp()
    const fileId = handIn(empty, spanishFile(5))
    const plan = planOf(await inspect(empty, fileId))
    expect(await empty.dispatch('import.run', { fileId, plan })).toMatchObject({
      error: { reason: 'nobody-at-desk' },
    })
    empty.close()
  })
})

it('marks a cell of 1 MB and takes in its row', async () => {
  const done = await importFile(
    app,
    `Nombre,Email,Notas\nAna,ana@a.example,"${'x'.repeat(1_000_000)}"\nBea,bea@a.example,ok\n`,
  )
  expect(done).toMatchObject({ state: 'done', counts: { create: 2, error: 0 }, marked: 1 })
})

describe('an import that is stopped', () => {
  const large = () => spanishFile(3000)

  async function begun() {
    const fileId = handIn(app, large())
    const plan = planOf(await inspect(app, fileId))
    const { importId } = await app.call('import.run', { fileId, plan })
    while ((await app.call('import.status', { importId })).rows < 500)
      await new Promise((done) => setImmediate(done))
    return importId
  }

  /** As a crash leaves it: rows are there, the row of the import says that it runs, nobody is at work on it. */
  async function crashed() {
    closing.abort()
    for (let turns = 0; turns < 100; turns++) await new Promise((done) => setImmediate(done))
    return { ...app.deps, closing: new AbortController().signal }
  }

  it('leaves nothing when somebody cancels it', async () => {
    const importId = await begun()
    expect(sizes()).not.toEqual(nothing)
    expect(await app.call('import.cancel', { importId })).toMatchObject({ state: 'cancelled' })
    expect(sizes()).toEqual(nothing)
    expect((await app.call('app.state', {})).lists).toEqual([])
    expect(await app.call('find.search', { text: 'a', limit: 5 })).toMatchObject({ leads: [] })
    expect(await app.call('imports.list', {})).toMatchObject([{ state: 'cancelled' }])
  })

  it('refuses a second one meanwhile', async () => {
    const fileId = handIn(app, spanishFile(5))
    const plan = planOf(await inspect(app, fileId), { newList: { ...NEW_LIST, name: 'Other' } })
    // Last: it may be done before a second file is looked at.
    const importId = await begun()
    expect(await app.dispatch('import.run', { fileId, plan })).toMatchObject({
      ok: false,
      error: { code: 'conflict', reason: 'import-running' },
    })
    await app.call('import.cancel', { importId })
  })

  it('begins again from its file when the store is opened again after a crash', async () => {
    const importId = await begun()
    const deps = await crashed()
    expect(sizes()).not.toEqual(nothing)
    let again: Promise<void> | undefined
    await settleImports(deps, (_, job) => void (again = job.done))
    await again
    expect(app.db.get(sql`SELECT id, state, progress FROM imports`)).toEqual({
      id: importId,
      state: 'done',
      progress: null,
    })
    expect(app.db.get(sql`SELECT count(*) AS n FROM leads`)).toEqual({ n: 3000 })
  })

  it('is taken out after a crash when its file is gone', async () => {
    const importId = await begun()
    const deps = await crashed()
    for (const name of readdirSync(join(app.data, 'inbox'))) rmSync(join(app.data, 'inbox', name))
    await settleImports(deps)
    expect(sizes()).toEqual(nothing)
    const row = app.db.get(sql`SELECT id, state, message FROM imports`)
    expect(row).toEqual({ id: importId, state: 'failed', message: 'interrupted' })
  })
})

it('writes the rejected rows with their line and why', async () => {
  const done = await importFile(
    app,
    'Nombre;Email;Teléfono\r\n;;\r\nAna;ana@a.example;600111222\r\n;no;abc\r\n',
  )
  expect(done).toMatchObject({ counts: { create: 1, error: 1 } })
  const file = await app.call('import.rejected', { importId: done.importId })
  expect(statSync(join(app.data, 'outbox', file.fileId)).size).toBeGreaterThan(0)
  const { rows, total } = await app.call('import.rows', {
    importId: done.importId,
    filter: 'error',
    offset: 0,
    limit: 10,
  })
  expect(total).toBe(1)
  expect(rows[0]).toMatchObject({ line: 4, cells: ['', 'no', 'abc'] })
  expect(rows[0]?.problems.map(({ problem }) => problem)).toEqual([
    'email_invalid',
    'phone_letters',
    'nobody',
  ])
})

describe('a Spanish spreadsheet', () => {
  const file = spanishFile(300)
  const page = { filter: {}, sort: 'name', descending: false, offset: 0, limit: 200 } as const

  it('comes in with the mobile first, and a second time changes nothing', async () => {
    const done = await importFile(app, file)
    expect(done).toMatchObject({ state: 'done', rows: 300, counts: { create: 297, suppressed: 3, error: 0 } })
    const { rows, total } = await app.call('leads.page', page)
    expect(total).toBe(300)
    expect(rows.some(({ phone }) => phone?.startsWith('+34 7'))).toBe(true)
    const listId = (await app.call('app.state', {})).lists[0]?.id ?? ''
    const again = await importFile(app, file, { newList: null, listId })
    expect(again.counts).toMatchObject({ create: 0, update: 0, suppressed: 3, duplicate: 297 })
  })

  it('that holds everybody twice brings each of them in once', async () => {
    const done = await importFile(app, Buffer.concat([file, file.subarray(file.indexOf('\r\n') + 2)]))
    // Its codes are no ids any more; three have nothing but a name at a company, the last rung of the ladder.
    expect(done.counts).toMatchObject({ create: 297, duplicate: 297, suppressed: 6, update: 0, error: 0 })
    expect(Object.values(done.counts).reduce((sum, n) => sum + n, 0)).toBe(600)
    expect((await app.call('leads.page', page)).total).toBe(300)
  })
})

it('never queues somebody whom a later row of the file silences, and finds the number a later row brings', async () => {
  const done = await importFile(
    app,
    'Id;Nombre;Teléfono;No llamar\r\n1;Ana;600111222;no\r\n2;Bea;;no\r\n1;Ana;600111222;sí\r\n2;Bea;600111333;no\r\n',
    {
      columns: (['externalId', 'fullName', 'phone', 'doNotCall'] as const).map((field, index) => ({
        index,
        field,
        rule: 'fill',
      })),
    },
  )
  expect(done).toMatchObject({ counts: { create: 2, suppressed: 1, update: 1 } })
  const rows = app.db.all(
    sql`SELECT name, until FROM persons LEFT JOIN queue ON person_id = persons.id ORDER BY name`,
  )
  expect(rows).toEqual([
    { name: 'Ana', until: null },
    { name: 'Bea', until: null },
  ])
  expect(app.db.all(sql`SELECT name FROM queue JOIN persons ON persons.id = person_id`)).toEqual([
    { name: 'Bea' },
  ])
})

it('opens a lead in another list for somebody who is there, at a company that nobody had yet', async () => {
  await importFile(app, 'ID,Nombre,Empresa\n7,Ana Roa,\n')
  const done = await importFile(app, 'ID,Nombre,Empresa\n7,Ana Roa,Forjas Roa S.L.\n', {
    listId: null,
    newList: {
      name: 'Otra',
      business: true,
      country: 'ES',
      language: 'es',
      costMinor: null,
      currency: null,
      basis: null,
    },
  })
  expect(done).toMatchObject({ state: 'done', counts: { create: 1 } })
  const company = app.db.get<{ name: string }>(
    sql`SELECT companies.name FROM leads JOIN companies ON companies.id = leads.company_id`,
  )
  expect(company).toEqual({ name: 'Forjas Roa S.L.' })
})
