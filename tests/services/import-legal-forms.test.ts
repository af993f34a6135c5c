import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'

import type { ColumnRule } from '#shared/domain/import/field'
import { importFile, undoImport } from '../helpers/import-file.ts'
import { storeDump } from '../helpers/store-dump.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
let listId: string
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Irene', role: 'team_lead' })
  listId = ''
  await bring([[0, 'Otra']])
  listId = (await app.call('app.state', {})).lists[0]?.id ?? ''
})
afterEach(() => app.close())

type Row = [n: number, company: string]
const bring = (rows: readonly Row[], rule: ColumnRule = 'fill') =>
  importFile(
    app,
    [
      'ID,Nombre,Teléfono,Empresa',
      ...rows.map(([n, name]) => `${n},Person ${n},6001112${10 + n},"${name}"`),
    ].join('\n'),
    {
      headerLine: 1,
      delimiter: ',',
      columns: (['externalId', 'fullName', 'phone', 'company'] as const).map((field, index) => ({
        index,
        field,
        rule: field === 'company' ? rule : 'fill',
      })),
      ...(listId ? { listId, newList: null } : {}),
    },
  )
const employers = () =>
  app.db.all<{ n: string; id: string; company: string }>(
    sql`SELECT leads.external_id AS n, companies.id, companies.name AS company FROM leads
      JOIN companies ON companies.id = leads.company_id WHERE companies.key = 'forjas' ORDER BY leads.external_id`,
  )

const NAMES = ['Forjas', 'Forjas S.L.', 'Forjas, SL', 'Forjas SA', 'Forjas GmbH']
const formOf = (name: string) => /SL|S\.L\.|SA|GmbH/.exec(name)?.[0].replaceAll('.', '') ?? null
const filed = fc.array(fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 4,
})

it('law: in whatever order files name them, an SL, an SA and a GmbH are never one company', async () => {
  const before = storeDump(app.db)
  await fc.assert(
    fc.asyncProperty(filed, async (files) => {
      const said: string[] = []
      const done: string[] = []
      for (const names of files) {
        const rows = names.map((name): Row => [said.push(name), name])
        done.push((await bring(rows)).importId)
        expect((await bring(rows)).counts).toMatchObject({ duplicate: rows.length })
      }
      for (const colleagues of Map.groupBy(employers(), ({ id }) => id).values()) {
        const forms = new Set(colleagues.map(({ n }) => formOf(said[Number(n) - 1] ?? '')))
        forms.delete(null)
        expect(forms.size).toBeLessThan(2)
      }
      for (const importId of done.toReversed()) await undoImport(app, importId)
      expect(storeDump(app.db)).toEqual(before)
    }),
    { numRuns: 25, endOnFailure: true },
  )
})

it('a company takes its form from the first file that says one, and gives it back when that file is undone', async () => {
  await bring([[1, 'Forjas']])
  const { importId } = await bring([[2, 'Forjas SL']])
  await bring([[3, 'Forjas SA']])
  expect(employers().map(({ company }) => company)).toEqual(['Forjas SL', 'Forjas SL', 'Forjas SA'])
  await undoImport(app, importId)
  expect(employers().map(({ company }) => company)).toEqual(['Forjas', 'Forjas SA'])
})

it.each([
  ['fill', { update: 1, duplicate: 0 }, 'Forjas SL'],
  ['never', { update: 0, duplicate: 1 }, 'Forjas'],
] as const)(
  'by the rule "%s" of its column a row of somebody known gives a form, once',
  async (rule, counts, name) => {
    await bring([[1, 'Forjas']])
    expect((await bring([[1, 'Forjas SL']], rule)).counts).toMatchObject(counts)
    expect(employers().map(({ company }) => company)).toEqual([name])
    expect((await bring([[1, 'Forjas']], rule)).counts).toMatchObject({ duplicate: 1 })
  },
)

it('another form is another employer: it is left alone, or taken where the column overwrites', async () => {
  await bring([[1, 'Forjas SL']])
  expect((await bring([[1, 'Forjas SA']])).counts).toMatchObject({ duplicate: 1 })
  expect((await bring([[1, 'Forjas SA']], 'overwrite')).counts).toMatchObject({ update: 1 })
  expect(employers().map(({ company }) => company)).toEqual(['Forjas SA'])
})
