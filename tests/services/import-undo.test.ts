import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import Papa from 'papaparse'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { settleImports } from '#electron/services/import/settle'
import type { ImportPlan } from '#shared/contract/import-plan'
import { ended, importFile, NEW_LIST, undoImport, type Imported } from '../helpers/import-file.ts'
import { found, storeDump } from '../helpers/store-dump.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'team_lead' })
})
afterEach(() => app.close())

const FIELDS = [
  'externalId',
  'fullName',
  'email',
  'phone',
  'company',
  'title',
  'industry',
  'demo',
  'source',
  null,
] as const
const HEADER = [
  'ID',
  'Nombre completo',
  'Email',
  'Teléfono',
  'Empresa',
  'Cargo',
  'Sector',
  'Demo',
  'Origen',
  'Color',
]
const columnsWith = (rule: 'fill' | 'overwrite'): ImportPlan['columns'] =>
  FIELDS.map((field, index) => ({ index, field, rule }))
const cell = (...values: string[]) => fc.constantFrom('', ...values)
const person = fc.tuple(
  cell('1', '2', '3'),
  cell('Ana Roa', 'Luis Gil', 'Eva Sanz Prieto'),
  cell('ana@a.example', 'luis@a.example', 'info@a.example'),
  cell('600111222', '91 555 12 12 / 600-111-222', '915551212'),
  cell('Forjas S.L.', 'Forjas S.A.', 'Peña'),
  cell('Gerente', 'Jefa de compras'),
  cell('Metal', 'Energía'),
  cell('01/03/2026', '02/03/2026', 'No'),
  cell('Web', 'Feria'),
  cell('rojo', 'azul'),
)
const file = fc.record({
  rows: fc.array(person, { minLength: 1, maxLength: 6 }),
  rule: fc.constantFrom<'fill' | 'overwrite'>('fill', 'overwrite'),
  isOwnList: fc.boolean(),
})
type File = typeof file extends fc.Arbitrary<infer T> ? T : never

let made = 0
const bringIn = ({ rows, rule, isOwnList }: File, listId: string): Promise<Imported> =>
  importFile(
    app,
    Papa.unparse([HEADER, ...rows.filter((row) => row.some(Boolean)), ['9', 'Sol', ...Array(8).fill('')]]),
    {
      headerLine: 1,
      columns: columnsWith(rule),
      delimiter: ',',
      ...(isOwnList ? { newList: { ...NEW_LIST, name: `List ${made++}` } } : { newList: null, listId }),
    },
  )

async function undo(importId: string): Promise<void> {
  expect((await undoImport(app, importId)).state).toBe('undone')
}

it('takes an import back to the state before, and any number of them in any order', async () => {
  const list = await app.call('lists.save', { ...NEW_LIST, id: null, name: 'Home' })
  await fc.assert(
    fc.asyncProperty(
      fc.array(file, { minLength: 1, maxLength: 3 }),
      fc.infiniteStream(fc.nat()),
      async (files, random) => {
        const before = storeDump(app.db)
        const done: { importId: string; stood: unknown }[] = []
        for (const each of files) {
          const stood = storeDump(app.db)
          done.push({ importId: (await bringIn(each, list.id)).importId, stood })
        }
        const last = done.at(-1)
        if (last && (random.next().value ?? 0) % 2 === 0) {
          done.pop()
          await undo(last.importId)
          expect(storeDump(app.db)).toEqual(last.stood)
        }
        while (done.length > 0) {
          const [one] = done.splice((random.next().value ?? 0) % done.length, 1)
          await undo(one?.importId ?? '')
        }
        expect(storeDump(app.db)).toEqual(before)
        expect(found(app.db, 'sol')).toBe(0)
      },
    ),
    { numRuns: 40, endOnFailure: true },
  )
})

const phoneList =
  'ID,Nombre,Teléfono,Cargo\n1,Ana Roa,600111222,Gerente\n2,Luis Gil,600111333,\n3,Eva Sanz,600111444,\n'

it('says before what stays because somebody worked on it, and leaves it', async () => {
  const first = await importFile(app, phoneList)
  const leads = app.db.all<{ id: string; listId: string; name: string }>(
    sql`SELECT leads.id, list_id AS listId, name FROM leads JOIN persons ON persons.id = person_id ORDER BY name`,
  )
  const [ana] = leads
  await app.call('desk.open', { listId: ana?.listId ?? '', leadId: ana?.id ?? '', after: null })
  await app.call('desk.note', { leadId: ana?.id ?? '', note: 'llamar' })
  const preview = await app.call('import.undoPreview', { importId: first.importId })
  expect(preview).toMatchObject({ counts: { reversed: 2, kept: 1, failed: 0 }, created: 2, updated: 0 })
  expect(preview.rows).toMatchObject([{ leadId: ana?.id, name: 'Ana Roa', end: 'kept', why: 'noted' }])
  await undo(first.importId)
  expect(app.db.all(sql`SELECT name FROM persons`)).toEqual([{ name: 'Ana Roa' }])
  expect(app.db.all(sql`SELECT kind, key FROM identities ORDER BY kind`)).toEqual([
    { kind: 'external', key: '1' },
    { kind: 'phone', key: '+34600111222' },
  ])
  const again = await app.dispatch('import.undo', { importId: first.importId })
  expect(again).toMatchObject({ ok: false, error: { code: 'conflict', reason: 'undo-impossible' } })
})

it('leaves what somebody wrote over an updated value, and sets the rest back', async () => {
  const first = await importFile(app, phoneList)
  const listId = (await app.call('app.state', {})).lists[0]?.id ?? ''
  const columns = (['externalId', 'fullName', 'phone', 'title'] as const).map((field, index) => ({
    index,
    field,
    rule: 'overwrite' as const,
  }))
  const more = phoneList.replace('Gerente', 'Directora').replace('600111333,', '600111333,Comprador')
  const second = await importFile(app, more, { newList: null, listId, columns })
  expect(second.counts).toMatchObject({ update: 2, duplicate: 1 })
  app.db.run(sql`UPDATE persons SET title = 'Jefa' WHERE name = 'Ana Roa'`)
  const { importId } = second
  expect(await app.call('import.undoPreview', { importId })).toMatchObject({
    counts: { reversed: 1, kept: 1 },
    updated: 1,
    rows: [{ name: 'Ana Roa', why: 'edited' }],
  })
  await undo(importId)
  expect(app.db.all(sql`SELECT name, title FROM persons ORDER BY name`)).toEqual([
    { name: 'Ana Roa', title: 'Jefa' },
    { name: 'Eva Sanz', title: null },
    { name: 'Luis Gil', title: null },
  ])
  expect((await app.call('import.status', { importId: first.importId })).state).toBe('done')
})

it('says of whom nothing can be set back, since what stood there was erased', async () => {
  await importFile(app, phoneList)
  const listId = (await app.call('app.state', {})).lists[0]?.id ?? ''
  const more = phoneList.replace('600111333,', '600111333,Comprador')
  const { importId } = await importFile(app, more, { newList: null, listId })
  app.db.run(sql`UPDATE persons SET erased_at = 1 WHERE title = 'Comprador'`)
  expect(await app.call('import.undoPreview', { importId })).toMatchObject({
    counts: { reversed: 0, kept: 0, failed: 1 },
    rows: [{ end: 'failed', why: 'old_value_gone' }],
  })
})

it('a wish not to be called goes with the only file that says it, which is told before', async () => {
  await importFile(app, phoneList)
  const listId = (await app.call('app.state', {})).lists[0]?.id ?? ''
  const wishes = 'ID,No llamar\n1,sí\n2,no\n'
  const into = { newList: null, listId }
  const queued = () =>
    app.db.all(sql`SELECT name FROM queue JOIN persons ON persons.id = person_id ORDER BY 1`)
  const all = queued()
  const [one, two] = [await importFile(app, wishes, into), await importFile(app, wishes, into)]
  expect([one.counts.suppressed, two.counts.suppressed]).toEqual([1, 1])
  expect(queued()).toEqual(all.slice(1))
  const preview = (importId: string) => app.call('import.undoPreview', { importId })
  expect(await preview(one.importId)).toMatchObject({ wishes: 0 })
  await undo(one.importId)
  expect(queued()).toEqual(all.slice(1))
  expect(await preview(two.importId)).toMatchObject({ wishes: 1 })
  await undo(two.importId)
  expect(queued()).toEqual(all)
})

it('goes on with an undo that a crash cut off', async () => {
  const { importId } = await importFile(app, phoneList)
  app.db.run(sql`UPDATE imports SET state = 'undoing'`)
  app.db.run(sql`DELETE FROM queue`)
  await settleImports(app.deps)
  expect(app.db.get(sql`SELECT id, state FROM imports`)).toEqual({ id: importId, state: 'undone' })
  expect(storeDump(app.db)).toMatchObject({ persons: [], leads: [], identities: [], lists: [] })
})

it('brings error rows in as they were mended, and forgets them as errors', async () => {
  const first = await importFile(app, 'ID,Nombre,Teléfono\n1,Ana,600111222\n,,\n,,abc\n,,x\n')
  expect(first.counts).toMatchObject({ create: 1, error: 2 })
  const page = { importId: first.importId, filter: 'error', offset: 0, limit: 10 } as const
  const { rows } = await app.call('import.rows', page)
  const [one, two] = rows
  const mended = [
    { line: one?.line ?? 0, cells: ['7', 'Luis\nGil', '600111333'] },
    { line: two?.line ?? 0, cells: ['', '', 'still'] },
  ]
  const { importId } = await app.call('import.fix', { importId: first.importId, rows: mended })
  expect(await ended(app, importId)).toMatchObject({ state: 'done', counts: { create: 1, error: 1 } })
  expect(await app.call('import.rows', page)).toMatchObject({ total: 1, rows: [{ line: two?.line }] })
  const log = await app.call('imports.list', {})
  expect(log.find((entry) => entry.importId === importId)).toMatchObject({ hash: null, isMend: true })
  expect(log.find((entry) => entry.importId === first.importId)).toMatchObject({ isMend: false, mended: 1 })
  const again = await app.dispatch('import.fix', { importId: first.importId, rows: mended.slice(0, 1) })
  expect(again).toMatchObject({ ok: false, error: { code: 'not-found' } })
})
