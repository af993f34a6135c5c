import { gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { writeXlsx } from 'hucre'
import Papa from 'papaparse'
import { afterEach, beforeEach, expect, it } from 'vitest'

import type { ImportPlan } from '#shared/contract/import-plan'
import { MINUTE } from '#shared/lib/time'
import { historyPlan } from '../helpers/call-history.ts'
import { handIn, importFile, NEW_LIST, undoImport } from '../helpers/import-file.ts'
import { storeDump } from '../helpers/store-dump.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'
import { zipOf } from '../helpers/zip.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'team_lead' })
})
afterEach(() => app.close())

const cell = (...values: string[]) => fc.constantFrom('', ...values)

const FIELDS = [
  'externalId',
  'fullName',
  'email',
  'phone',
  'company',
  'title',
  'demo',
  'doNotCall',
  'basis',
  null,
] as const
const HEADER = ['ID', 'Nombre completo', 'Email', 'Teléfono', 'Empresa', 'Cargo', 'Demo', 'No llamar', 'Base']
const person = fc.tuple(
  cell('1', '2', '3'),
  cell('Ana Roa', 'Luis Gil'),
  cell('ana@a.example', 'luis@a.example'),
  cell('600111222', '600111333', '915551212'),
  cell('Forjas S.L.', 'Peña'),
  cell('Gerente', 'Jefa de compras'),
  cell('01/03/2026'),
  cell('Sí', 'No'),
  cell('Consentimiento'),
  cell('rojo', 'azul'),
)
const people = fc.record({
  kind: fc.constant('people' as const),
  rows: fc.array(person, { minLength: 1, maxLength: 4 }),
  rule: fc.constantFrom('fill' as const, 'overwrite' as const),
  mode: fc.constantFrom('create' as const, 'create_update' as const, 'update' as const),
  list: fc.constantFrom('Home', 'Other', null),
  packed: fc.constantFrom('csv', 'xlsx', 'gz', 'zip'),
})
const CALLED = ['calledAt', 'phone', 'outcome', 'agent', 'result', 'verdict'] as const
const call = fc.tuple(
  fc.constantFrom('02/03/2026 10:00', '03/03/2026 17:00', '09/03/2026 12:00', '10/03/2026 09:30'),
  fc.constantFrom('600111222', '600111333', '915551212'),
  fc.constantFrom('No contesta', 'Ringing', 'No interesado', 'No llamar', 'Número equivocado', 'Venta'),
  cell('Berta Ruiz', 'Iker Sanz'),
  cell('Nurture', 'Perdido'),
  cell('Rechazado', 'Aceptado'),
)
const calls = fc.record({
  kind: fc.constant('calls' as const),
  rows: fc.array(call, { minLength: 1, maxLength: 4 }),
})
type People = typeof people extends fc.Arbitrary<infer T> ? T : never
type Calls = typeof calls extends fc.Arbitrary<infer T> ? T : never

const PACKED: Record<string, (table: string[][]) => Promise<Buffer> | Buffer> = {
  csv: (table) => Buffer.from(Papa.unparse(table)),
  gz: (table) => gzipSync(Papa.unparse(table)),
  zip: (table) => zipOf([{ name: 'leads.csv', bytes: Papa.unparse(table) }]),
  xlsx: async (table) => Buffer.from(await writeXlsx({ sheets: [{ name: 'Hoja', rows: table }] })),
}

let made = 0
async function bringIn({ rows, rule, mode, list, packed }: People): Promise<string> {
  const table = [[...HEADER, 'Color'], ...rows.filter((row) => row.some(Boolean))]
  const there = (await app.call('app.state', {})).lists.find(({ name }) => name === list)
  const columns: ImportPlan['columns'] = FIELDS.map((field, index) => ({ index, field, rule }))
  const done = await importFile(app, (await PACKED[packed]?.([...table, SOL])) ?? '', {
    headerLine: 1,
    columns,
    delimiter: ',',
    mode,
    ...(there
      ? { listId: there.id, newList: null }
      : { listId: null, newList: { ...NEW_LIST, name: `New ${made++}` } }),
  })
  expect(done.state).toBe('done')
  return done.importId
}
/** So that a file is never without anybody. */
const SOL = ['9', 'Sol', ...Array<string>(8).fill('')]

async function bringCalls({ rows }: Calls): Promise<string> {
  const plan = historyPlan(CALLED, { delimiter: ',' })
  const fileId = handIn(app, Papa.unparse([[...CALLED], ...rows]))
  return (await app.call('history.run', { fileId, plan })).importId
}

async function undo(importId: string, kind: 'people' | 'calls'): Promise<void> {
  if (kind === 'calls') return void (await app.call('history.undo', { importId }))
  await undoImport(app, importId)
}

/** Caches and what they follow from: no fact stands that the file brought. */
const stands = () => ({
  ...storeDump(app.db),
  team: app.db.all(sql`SELECT name, role, active FROM reps ORDER BY 1`),
  calls: app.db.all(sql`SELECT person_id, dialled_at, outcome FROM live_calls ORDER BY 1, 2, 3`),
  wishes: app.db
    .all(sql`SELECT DISTINCT person_id, channel FROM live_suppressions JOIN persons ON persons.id = person_id
    ORDER BY 1, 2`),
  stages: app.db.all(
    sql`SELECT lead_id, to_stage FROM live_stage_changes JOIN leads ON leads.id = lead_id ORDER BY 1, 2`,
  ),
})

const both = fc.array(fc.oneof({ weight: 3, arbitrary: people }, { weight: 2, arbitrary: calls }), {
  minLength: 1,
  maxLength: 5,
})

it('undone in any order, imports of leads into several lists and of calls leave what was there before', async () => {
  for (const name of ['Home', 'Other']) await app.call('lists.save', { ...NEW_LIST, id: null, name })
  await fc.assert(
    fc.asyncProperty(both, fc.infiniteStream(fc.nat()), async (files, random) => {
      const before = stands()
      const done: { importId: string; kind: 'people' | 'calls'; stood: unknown }[] = []
      for (const each of files) {
        const stood = stands()
        app.clock.advance(MINUTE)
        const importId = each.kind === 'people' ? await bringIn(each) : await bringCalls(each)
        done.push({ importId, kind: each.kind, stood })
      }
      for (let isLast = true; done.length > 0;) {
        const at = (random.next().value ?? 0) % done.length
        isLast &&= at === done.length - 1
        app.clock.advance(MINUTE)
        const [one] = done.splice(at, 1)
        if (!one) continue
        await undo(one.importId, one.kind)
        if (isLast) expect(stands()).toEqual(one.stood)
      }
      expect(stands()).toEqual(before)
    }),
    { numRuns: 25, endOnFailure: true },
  )
})
