import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'

import type { ColumnRule, Field } from '#shared/domain/import/field'
import { importFile, undoImport } from '../helpers/import-file.ts'
import { storeDump } from '../helpers/store-dump.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'rep' })
  await importFile(app, 'ID;Nombre;Cargo;Sector;Campaña;Empresa\n1;Eva Mur;CEO;Metal;Otoño;Forjas')
})
afterEach(() => app.close())

const bring = async (
  header: readonly string[],
  fields: readonly (Field | null)[],
  rows: readonly (readonly string[])[],
  rule: ColumnRule = 'fill',
) =>
  importFile(app, [header, ...rows].map((row) => row.join(';')).join('\n'), {
    headerLine: 1,
    delimiter: ';',
    columns: fields.map((field, index) => ({ index, field, rule: index === 0 ? 'fill' : rule })),
    listId: (await app.call('app.state', {})).lists[0]?.id ?? '',
    newList: null,
  })
const HEADER = ['ID', 'Cargo', 'Sector', 'Campaña', 'Empresa', 'Color']
const FIELDS = ['externalId', 'title', 'industry', 'campaign', 'company', null] as const
const changes = (importId: string) =>
  app.db.get<{ n: number }>(sql`SELECT count(*) AS n FROM import_changes WHERE import_id = ${importId}`).n

/** The person, their lead, a name that they are found by at each employer, and each employer. */
const EACH = 2 + 3 + 3
const cell = (...values: string[]) => fc.constantFrom('', ...values)
const row = fc.tuple(
  fc.constant('1'),
  cell('CEO', 'CTO', 'Jefa'),
  cell('Metal', 'Madera'),
  cell('Otoño', 'Verano'),
  cell('Forjas', 'Forjas SL', 'Otra', 'Más'),
  cell('rojo', 'azul'),
)

it('law: however many rows say something else of one person, each thing changes once, and goes back at once', async () => {
  const before = storeDump(app.db)
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 30 }),
      fc.constantFrom<ColumnRule>('overwrite', 'fill'),
      async (rows, rule) => {
        const { importId } = await bring(HEADER, FIELDS, rows, rule)
        const last = (at: number) => rows.findLast((each) => each[at] !== '')?.[at]
        if (rule === 'overwrite')
          expect(app.db.get(sql`SELECT title FROM persons`)).toEqual({ title: last(1) ?? 'CEO' })
        expect(changes(importId)).toBeLessThanOrEqual(EACH)
        await undoImport(app, importId)
        expect(storeDump(app.db)).toEqual(before)
      },
    ),
    { numRuns: 40, endOnFailure: true },
  )
})

it('of many numbers that a file gave somebody each goes, and those before and after lie without a gap', async () => {
  const numbers = (from: number) => Array.from({ length: 40 }, (_, n) => ['1', `6001112${from + n}`])
  const given = (from: number) => bring(['ID', 'Teléfono'], ['externalId', 'phone'], numbers(from))
  const first = await given(10)
  await given(50)
  await undoImport(app, first.importId)
  const places = app.db.all<{ place: number; e164: string }>(
    sql`SELECT place, e164 FROM phones ORDER BY place`,
  )
  expect(places).toEqual(Array.from({ length: 40 }, (_, n) => ({ place: n, e164: `+346001112${50 + n}` })))
})
