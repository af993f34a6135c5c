import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { refresh } from '#electron/services/queue'
import type { ImportPlan } from '#shared/contract/import-plan'
import { importFile, inspect, handIn, NEW_LIST, undoImport } from '../helpers/import-file.ts'
import { storeDump } from '../helpers/store-dump.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'team_lead' })
})
afterEach(() => app.close())

const FILE = [
  'ID;Nombre;Teléfono;Consentimiento;Fecha de consentimiento;Prueba de consentimiento',
  '1;Luis Peña;600111221;Sí;01/02/2026;Formulario web n.º 7',
  '2;Eva Gil;600111222;;;',
  '3;Sara Mora;600111223;Retirado;05/03/2026;',
  '4;Iker Zubia;600111224;No;;',
  '5;Jon Roa;600111225;quizá;;',
  '6;Ane Sol;600111226;Cliente;20/03/2027;',
].join('\n')
const NAMES = ['Luis Peña', 'Eva Gil', 'Sara Mora', 'Iker Zubia', 'Jon Roa', 'Ane Sol']
const GROUND = { kind: 'public_source', on: '2026-01-15', proof: 'Registro Mercantil' } as const

const leadOf = (name: string) =>
  app.db.get<{ id: string }>(
    sql`SELECT leads.id FROM leads JOIN persons ON persons.id = person_id WHERE name = ${name}`,
  ).id
const basesOf = async (name: string) =>
  (await app.call('basis.list', { leadId: leadOf(name) })).map(
    ({ kind, given, on, source, proof }) => `${given ? kind : 'withdrawn'} ${on} ${source} ${proof ?? ''}`,
  )
const rulesOf = async (name: string) =>
  (await app.call('queue.why', { leadId: leadOf(name) })).mayCall.conditions.map(({ rule }) => rule)
const placed = () => app.db.all(sql`SELECT lead_id, calendar, until, ready_at FROM queue ORDER BY lead_id`)
const again = async (text: string, change: Partial<ImportPlan> = {}) => {
  const listId = (await app.call('app.state', {})).lists[0]?.id ?? null
  return importFile(app, text, { listId, newList: null, ...change })
}

it('a ground stands in a column or holds for every row, and is a fact of each with its proof', async () => {
  const fileId = handIn(app, FILE)
  const inspected = await inspect(app, fileId)
  expect(inspected.columns.map(({ suggestion }) => suggestion?.field).slice(3)).toEqual([
    'basis',
    'basisOn',
    'basisProof',
  ])
  const done = await importFile(app, FILE, { ground: GROUND })
  expect(done).toMatchObject({ counts: { create: 6, error: 0 }, marked: 2 })
  expect(await basesOf('Luis Peña')).toEqual(['consent 2026-02-01 leads.csv Formulario web n.º 7'])
  expect(await basesOf('Eva Gil')).toEqual(['public_source 2026-01-15 leads.csv Registro Mercantil'])
  expect(await basesOf('Sara Mora')).toEqual(['withdrawn 2026-03-05 leads.csv Registro Mercantil'])
  expect(await basesOf('Iker Zubia')).toEqual([])
  expect(await basesOf('Jon Roa')).toEqual(['public_source 2026-01-15 leads.csv Registro Mercantil'])
  // A day that is still to come is marked, and none.
  expect(await basesOf('Ane Sol')).toEqual(['existing_customer 2026-01-15 leads.csv Registro Mercantil'])
})

it('consumers without a ground of the list are called who brought one, and nobody else', async () => {
  const list = { ...NEW_LIST, business: false, basis: null }
  await importFile(app, FILE, { newList: list })
  expect(await rulesOf('Luis Peña')).not.toContain('no_basis')
  for (const name of ['Eva Gil', 'Iker Zubia']) expect(await rulesOf(name)).toContain('no_basis')
  expect(await rulesOf('Sara Mora')).toContain('basis_withdrawn')
  // Where they wait is where their facts place them.
  const before = placed()
  app.db.transaction((tx) => refresh(tx, app.deps, NAMES.map(leadOf)))
  expect(placed()).toEqual(before)
})

it('the same file again changes nothing; a later ground of somebody known is an update, undone with its file', async () => {
  await importFile(app, FILE, { ground: GROUND })
  const before = storeDump(app.db)
  const same = await again(FILE, { ground: GROUND })
  expect(same.counts).toMatchObject({ duplicate: 6, update: 0 })
  app.clock.advance(86_400_000)
  const undated = await again(FILE, { ground: { ...GROUND, on: null } })
  expect(undated.counts).toMatchObject({ duplicate: 6, update: 0 })

  const news =
    'ID;Consentimiento;Fecha de consentimiento\n2;Sí;01/03/2026\n1;Sí;01/01/2026\n1;Revocado;06/03/2026'
  const columns = (['externalId', 'basis', 'basisOn'] as const).map((field, index) => ({
    index,
    field,
    rule: 'fill' as const,
  }))
  const done = await again(news, { columns })
  expect(done.counts).toMatchObject({ update: 2, duplicate: 1 })
  const rows = await app.call('import.rows', {
    importId: done.importId,
    filter: 'update',
    offset: 0,
    limit: 9,
  })
  expect(rows.rows.map(({ changes }) => changes)).toEqual([
    [{ field: 'basis', header: null, before: 'public_source 2026-01-15', after: 'consent 2026-03-01' }],
    [{ field: 'basis', header: null, before: 'consent 2026-02-01', after: 'withdrawn 2026-03-06' }],
  ])
  expect((await basesOf('Luis Peña'))[0]).toBe('withdrawn 2026-03-06 leads.csv ')

  await undoImport(app, done.importId)
  expect(await basesOf('Luis Peña')).toEqual(['consent 2026-02-01 leads.csv Formulario web n.º 7'])
  expect(await basesOf('Eva Gil')).toEqual(['public_source 2026-01-15 leads.csv Registro Mercantil'])
  expect(storeDump(app.db)).toEqual(before)
})

it('an undo of the import that made people takes their grounds and proofs with them', async () => {
  const { importId } = await importFile(app, FILE, { ground: GROUND })
  await undoImport(app, importId)
  expect(app.db.all(sql`SELECT * FROM texts`)).toEqual([])
  expect(app.db.all(sql`SELECT * FROM persons`)).toEqual([])
})
