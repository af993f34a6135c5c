import { sql } from 'drizzle-orm'
import { writeXlsx } from 'hucre'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { ended, handIn, inspect, planOf } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana Roa', role: 'team_lead' })
})
afterEach(() => app.close())

/** A sheet as a spreadsheet leaves a file that it opened by a sign which is not the file's. */
const bookOf = async (rows: readonly (readonly string[])[]) =>
  Buffer.from(await writeXlsx({ sheets: [{ name: 'leads', rows: rows.map((row) => [...row]) }] }))

async function broughtIn(rows: readonly (readonly string[])[]) {
  const fileId = handIn(app, await bookOf(rows))
  const inspected = await inspect(app, fileId, 'leads.xlsx')
  const plan = planOf(inspected)
  const checked = await ended(app, (await app.call('import.check', { fileId, plan })).importId)
  const done = await ended(app, (await app.call('import.run', { fileId, plan })).importId)
  return { inspected, checked, done }
}
const people = () =>
  app.db.all(sql`SELECT persons.name, companies.name AS company, e164 FROM persons
    LEFT JOIN companies ON companies.id = company_id LEFT JOIN phones ON person_id = persons.id
    ORDER BY persons.rowid`)

describe('a CSV that stands in the first column of a sheet', () => {
  it('is read as the table it is, and says so', async () => {
    const { inspected, checked, done } = await broughtIn([
      ['Nombre;Empresa;Teléfono'],
      ['Ana Roa;Roa SL;600111222'],
      ['Luis Gil;;600111223'],
    ])
    expect(inspected.columns.map(({ suggestion }) => suggestion?.field)).toEqual([
      'fullName',
      'company',
      'phone',
    ])
    expect(inspected.notices.map(({ kind }) => kind)).toEqual(['in_one_column'])
    expect(checked.notices?.map(({ kind }) => kind)).toEqual(['in_one_column'])
    expect(checked.counts).toEqual(done.counts)
    expect(people()).toEqual([
      { name: 'Ana Roa', company: 'Roa SL', e164: '+34600111222' },
      { name: 'Luis Gil', company: null, e164: '+34600111223' },
    ])
  })
  it('also with quotes that were kept, under a title, and where commas parted some of it', async () => {
    const { inspected, done } = await broughtIn([
      ['Leads de la feria'],
      [],
      ['Nombre;Empresa;Cargo;Teléfono'],
      ['Ana Roa;"Roa; Hijos y ""Cía""";Compras;600111222'],
      ['Luis Gil;Gil SA;Compras', ' ventas y almacén;600111223'],
      ['Eva Sol;"Sol', ' SL";;600111224'],
    ])
    expect(inspected.headerLine).toBe(3)
    expect(done.counts.create).toBe(3)
    expect(people()).toEqual([
      { name: 'Ana Roa', company: 'Roa; Hijos y "Cía"', e164: '+34600111222' },
      { name: 'Luis Gil', company: 'Gil SA', e164: '+34600111223' },
      { name: 'Eva Sol', company: 'Sol, SL', e164: '+34600111224' },
    ])
  })
  it('also parted by commas, tabs or bars', async () => {
    for (const sign of [',', '\t', '|']) {
      const inspected = await inspect(
        app,
        handIn(
          app,
          await bookOf(
            [
              ['Name', 'E-mail'],
              ['Ann', 'Lee'],
            ].map((row) => [row.join(sign)]),
          ),
        ),
      )
      expect(inspected.header, JSON.stringify(sign)).toEqual(['Name', 'E-mail'])
    }
  })
  it('a row is told by the line of its sheet, also below a cell of several lines', async () => {
    const { done } = await broughtIn([
      ['Nombre;Teléfono;Notas'],
      [],
      ['Ana Roa;600111222;"primera'],
      ['segunda"'],
      ['Luis Gil;no tiene teléfono;'],
    ])
    const { rows } = await app.call('import.rows', {
      importId: done.importId,
      filter: 'marked',
      offset: 0,
      limit: 9,
    })
    expect(rows.map(({ line }) => line)).toEqual([5])
    expect(app.db.all(sql`SELECT extra FROM leads ORDER BY rowid LIMIT 1`)).toEqual([
      { extra: '{"Notas":"primera\\nsegunda"}' },
    ])
  })
  it('a sheet of one column that is none stays one', async () => {
    for (const rows of [
      [['E-mail'], ['ana@roa.example; eva@roa.example'], ['luis@gil.example']],
      [['Nombre'], ['Roa, Ana'], ['Gil, Luis']],
      [['Notas'], ['Llamar, mejor por la tarde'], ['Nada'], ['Vive en Vigo; no en Lugo']],
      [
        ['Nombre', 'Notas; otras'],
        ['Ana Roa', 'a; b'],
        ['Luis Gil', 'c; d'],
      ],
    ]) {
      const { header, notices } = await inspect(app, handIn(app, await bookOf(rows)))
      expect(header).toEqual(rows[0])
      expect(notices.map(({ kind }) => kind)).not.toContain('in_one_column')
    }
  })
})
