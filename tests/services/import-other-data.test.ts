import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { broughtIn, leadsIn, lines } from '../helpers/brought-in.ts'
import { handIn, inspect, planOf, type Inspected } from '../helpers/import-file.ts'
import { noticesIn } from '../helpers/read-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

/** Rows of kinds that no rule here was written for. */
let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana Roa', role: 'team_lead' })
})
afterEach(() => app.close())

const bring = (bytes: Buffer | string) => broughtIn(app, bytes)
const names = () => leadsIn(app).map(({ name }) => name)

describe('rows', () => {
  it('files that were put one under the other: their headers are nobody', async () => {
    const { counts, marked } = await bring(
      lines(
        'Nombre;Teléfono',
        'Ana Roa;600111222',
        '\ufeffNombre;Teléfono',
        'Eva Gil;600111223',
        'NOMBRE;TELEFONO',
      ),
    )
    expect(counts).toMatchObject({ create: 2, error: 2 })
    expect(marked).toEqual([
      [3, 'header_again'],
      [5, 'header_again'],
    ])
  })
  it('a sum under the ids, and the notes below it, are nobody', async () => {
    const { counts } = await bring(
      lines(
        'Código;Nombre;Tel;Ventas',
        '01;Ana Roa;600111222;5',
        'TOTAL;;;5',
        '',
        'Fuente: ERP de la casa;;;',
      ),
    )
    expect(counts).toMatchObject({ create: 1, error: 2 })
    expect(names()).toEqual(['Ana Roa'])
  })
  it('people without a header, told by a city that comes again: nobody is taken for one', async () => {
    const { inspected, counts } = await bring(
      lines(
        'Ana Roa;Talleres Roa SL;Madrid',
        'Eva Gil;Gil Metal SA;Getafe',
        'Luis Mas;Mas e Hijos SL;Madrid',
      ),
    )
    expect([inspected.headerLine, counts.create]).toEqual([0, 3])
  })
  it('companies among the names are companies, and keep a name only where nothing else tells who it is', async () => {
    await bring(
      lines(
        'Cliente;Teléfono',
        'Talleres López, S.L.;915551212',
        'Juan Pérez Gil;600111222',
        'Forjas Norte S.L.U.;',
      ),
    )
    expect(leadsIn(app).map(({ name, given, company }) => [name, given, company])).toEqual([
      ['+34915551212', null, 'Talleres López, S.L.'],
      ['Juan Pérez Gil', 'Juan', null],
      ['Forjas Norte S.L.U.', null, 'Forjas Norte S.L.U.'],
    ])
  })
  it('a prefix in a column of its own says whose numbers they are, and not where anybody lives', async () => {
    await bring(
      lines('Nombre;Prefijo;Teléfono', 'Ana;+34;600111222', 'John;44;2079460123', 'Zoé;0033;612345678'),
    )
    expect(leadsIn(app).map(({ phones }) => phones)).toEqual([
      '+34600111222',
      '+442079460123',
      '+33612345678',
    ])
    expect(app.db.get<{ n: number }>(sql`SELECT count(country) AS n FROM persons`)?.n).toBe(0)
  })
  it('words beside a number are kept, and a wish among them is said', async () => {
    const { marked } = await bring(
      lines('Nombre;Teléfono', 'Ana Roa;600111222 preguntar por Eva', 'Eva Gil;600111223 no llamar'),
    )
    expect(marked).toEqual([
      [2, 'phone_words'],
      [3, 'wish_unheeded', 'phone_words'],
    ])
    expect(leadsIn(app).map(({ phones, extra }) => [phones, extra])).toEqual([
      ['+34600111222', '{"Teléfono":"600111222 preguntar por Eva"}'],
      ['+34600111223', '{"Teléfono":"600111223 no llamar"}'],
    ])
  })
  it('a fax among the numbers of a phone book is kept and not called', async () => {
    await bring(
      lines(
        'Name,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value',
        'Ana Roa,Mobile,600 111 222,Work Fax,915551298',
      ),
    )
    expect(leadsIn(app)[0]?.phones).toBe('+34600111222')
    expect(leadsIn(app)[0]?.extra).toContain('915551298')
  })
  it('digits that a spreadsheet was told to leave alone', async () => {
    await bring(lines('Customer ID,Name,Phone,Zip', "'7012345678901,Ana Roa,'+34600111222,'08001"))
    const [row] = app.db.all<{ id: string; zip: string }>(
      sql`SELECT external_id AS id, postal_code AS zip FROM leads JOIN persons ON persons.id = person_id`,
    )
    expect(row).toEqual({ id: '7012345678901', zip: '08001' })
  })
  it('a day of noughts is no day, and months in words are read alike everywhere', async () => {
    const { inspected, marked } = await bring(
      lines('Nombre;Connected On', 'Ana Roa;05 Mar 2026', 'Eva Gil;0000-00-00', 'Luis Mas;14 Feb 2026'),
    )
    expect(marked).toEqual([])
    expect(noticesIn(inspected).has('dates_ambiguous')).toBe(false)
  })
})

/** Somebody says what a column is that nothing tells. */
const phoneIn = (at: number) => (inspected: Inspected) => {
  const plan = planOf(inspected)
  const columns = plan.columns.map((column) =>
    column.index === at ? { ...column, field: 'phone' as const } : column,
  )
  return { ...plan, columns }
}

describe('rows that were refused', () => {
  const CSV = lines('Nombre;Número;Correo', 'Ana Roa;600111222;', ';abc;eva@', 'Luis Mas;600111224;')
  const rejectedOf = async (importId: string) => {
    const { fileId } = await app.call('import.rejected', { importId })
    return readFileSync(join(app.data, 'outbox', fileId), 'utf8').replace(/^\ufeff/, '')
  }
  it.each([
    [
      'es',
      'Número: Teléfono con letras (escríbelo con cifras)',
      'Sin identificador, nombre, teléfono ni correo (añade',
    ],
    ['en', 'Número: Number with letters (write it in digits)', 'No id, name, number or e-mail (add'],
  ] as const)('say in %s which cell it is, what is wrong and what to do', async (language, cell, row) => {
    await app.call('settings.save', { language })
    const { importId } = await broughtIn(app, CSV, phoneIn(1))
    const text = await rejectedOf(importId)
    expect(text).toContain(cell)
    expect(text).toContain(row)
  })
  it('come back by the mapping of the file they were refused from, whatever their cells look like', async () => {
    const { importId } = await broughtIn(app, CSV, phoneIn(1))
    const text = await rejectedOf(importId)
    const inspected = await inspect(app, handIn(app, text.replace('abc', '600111223')))
    expect(inspected.header).toEqual(['Nombre', 'Número', 'Correo', '_line', '_reason'])
    expect(inspected.saved?.columns.map(({ index, field }) => [index, field])).toEqual([
      [0, 'fullName'],
      [1, 'phone'],
      [2, 'email'],
    ])
  })
})
