import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { settleImports } from '#electron/services/import/jobs'
import { spanishFile } from '../fixtures/spanish-leads.ts'
import { handIn, importFile, inspect, NEW_LIST, planOf } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
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
  TABLES.map((table) => [
    table,
    (app.db.get(sql.raw(`SELECT count(*) AS n FROM ${table}`)) as { n: number }).n,
  ])
const nothing = TABLES.map((table) => [table, 0])

describe('a file that cannot be imported', () => {
  it.each([
    ['binary', Buffer.from([0, 1, 2, 3, 255, 0, 7, 0, 0, 0]), 'file-binary'],
    ['a workbook', Buffer.from('504b030414000600', 'hex'), 'file-spreadsheet'],
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

  it('leaves nothing when somebody cancels it', async () => {
    const importId = await begun()
    expect(sizes()).not.toEqual(nothing)
    expect(await app.call('import.cancel', { importId })).toMatchObject({ state: 'cancelled' })
    expect(sizes()).toEqual(nothing)
    expect((await app.call('app.state', {})).lists).toEqual([])
    expect(await app.call('leads.search', { text: 'a', limit: 5 })).toMatchObject({ rows: [] })
    expect(await app.call('imports.list', {})).toMatchObject([{ state: 'cancelled' }])
  })

  it('refuses a second one meanwhile', async () => {
    const importId = await begun()
    const fileId = handIn(app, spanishFile(5))
    const plan = planOf(await inspect(app, fileId), { newList: { ...NEW_LIST, name: 'Other' } })
    expect(await app.dispatch('import.run', { fileId, plan })).toMatchObject({
      ok: false,
      error: { code: 'conflict', reason: 'import-running' },
    })
    await app.call('import.cancel', { importId })
  })

  it('is taken out when the store is opened again after a crash', async () => {
    const importId = await begun()
    // As a crash leaves it: rows are there, the row of the import says that it runs, nobody is at work on it.
    const closing = new AbortController()
    closing.abort()
    Object.assign(app.deps, { closing: closing.signal })
    for (let turns = 0; turns < 100; turns++) await new Promise((done) => setImmediate(done))
    Object.assign(app.deps, { closing: new AbortController().signal })
    expect(sizes()).not.toEqual(nothing)
    await settleImports(app.deps)
    expect(sizes()).toEqual(nothing)
    expect(await app.call('import.status', { importId })).toBeDefined()
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

it('brings in a Spanish spreadsheet with the mobile first, each row once', async () => {
  const file = spanishFile(300)
  const twice = Buffer.concat([file, file.subarray(file.indexOf('\r\n') + 2)])
  const done = await importFile(app, twice)
  expect(done).toMatchObject({ state: 'done', rows: 600 })
  expect(Object.values(done.counts).reduce((sum, n) => sum + n, 0)).toBe(600)
  expect(done.counts.suppressed).toBe(6)
  expect(done.counts.create + done.counts.duplicate).toBe(594)
  expect(done.counts.create).toBe(done.counts.duplicate)
  const page = { listId: null, stage: null, text: '', sort: 'name', offset: 0, limit: 200 } as const
  const { rows, total } = await app.call('leads.page', page)
  expect(total).toBe(300)
  expect(rows.some(({ phone }) => phone?.startsWith('+34 7'))).toBe(true)
  const listId = (await app.call('app.state', {})).lists[0]?.id ?? ''
  const again = await importFile(app, file, { newList: null, listId })
  expect(again.counts).toMatchObject({ create: 0, update: 0, suppressed: 3, duplicate: 297 })
})
