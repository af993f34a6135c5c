import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { ended, handIn, inspect, planOf, type Inspected } from '../helpers/import-file.ts'
import type { ImportPlan } from '#shared/contract/import-plan'
import { noticesIn } from '../helpers/read-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

/** Files of kinds that no rule here was written for: checked and brought in as somebody would who agrees with all. */
let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana Roa', role: 'team_lead' })
})
afterEach(() => app.close())

const broughtIn = (bytes: Buffer | string) => broughtInAs(bytes, planOf)
/** Somebody says what a column is that nothing tells. */
const phoneIn = (at: number) => (inspected: Inspected) => {
  const plan = planOf(inspected)
  const columns = plan.columns.map((column) =>
    column.index === at ? { ...column, field: 'phone' as const } : column,
  )
  return { ...plan, columns }
}

async function broughtInAs(bytes: Buffer | string, plannedOf: (inspected: Inspected) => ImportPlan) {
  const fileId = handIn(app, bytes)
  const inspected = await inspect(app, fileId)
  const plan = plannedOf(inspected)
  const dry = await ended(app, (await app.call('import.check', { fileId, plan })).importId)
  const done = await ended(app, (await app.call('import.run', { fileId, plan })).importId)
  expect([done.state, done.counts]).toEqual(['done', dry.counts])
  expect(Object.values(done.counts).reduce((sum, n) => sum + n, 0)).toBe(done.rows)
  const { importId } = done
  const { rows } = await app.call('import.rows', { importId, filter: 'marked', offset: 0, limit: 50 })
  const marked = rows.map((row) => [row.line, ...row.problems.map(({ problem }) => problem)])
  return { inspected, counts: done.counts, marked, importId }
}
type Lead = {
  name: string
  given: string | null
  company: string | null
  phones: string | null
  extra: string | null
}
const leads = () =>
  app.db.all<Lead>(sql`SELECT persons.name, given_name AS given, companies.name AS company, extra,
    (SELECT group_concat(e164, ' ') FROM phones WHERE person_id = persons.id) AS phones FROM leads
    JOIN persons ON persons.id = person_id LEFT JOIN companies ON companies.id = leads.company_id ORDER BY leads.rowid`)
const names = () => leads().map(({ name }) => name)
const lines = (...all: string[]) => all.join('\r\n') + '\r\n'

describe('rows', () => {
  it('files that were put one under the other: their headers are nobody', async () => {
    const { counts, marked } = await broughtIn(
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
    const { counts } = await broughtIn(
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
    const { inspected, counts } = await broughtIn(
      lines(
        'Ana Roa;Talleres Roa SL;Madrid',
        'Eva Gil;Gil Metal SA;Getafe',
        'Luis Mas;Mas e Hijos SL;Madrid',
      ),
    )
    expect([inspected.headerLine, counts.create]).toEqual([0, 3])
  })
  it('companies among the names are companies, and keep a name only where nothing else tells who it is', async () => {
    await broughtIn(
      lines(
        'Cliente;Teléfono',
        'Talleres López, S.L.;915551212',
        'Juan Pérez Gil;600111222',
        'Forjas Norte S.L.U.;',
      ),
    )
    expect(leads().map(({ name, given, company }) => [name, given, company])).toEqual([
      ['+34915551212', null, 'Talleres López, S.L.'],
      ['Juan Pérez Gil', 'Juan', null],
      ['Forjas Norte S.L.U.', null, 'Forjas Norte S.L.U.'],
    ])
  })
  it('a prefix in a column of its own says whose numbers they are, and not where anybody lives', async () => {
    await broughtIn(
      lines('Nombre;Prefijo;Teléfono', 'Ana;+34;600111222', 'John;44;2079460123', 'Zoé;0033;612345678'),
    )
    expect(leads().map(({ phones }) => phones)).toEqual(['+34600111222', '+442079460123', '+33612345678'])
    expect(app.db.get<{ n: number }>(sql`SELECT count(country) AS n FROM persons`)?.n).toBe(0)
  })
  it('words beside a number are kept, and a wish among them is said', async () => {
    const { marked } = await broughtIn(
      lines('Nombre;Teléfono', 'Ana Roa;600111222 preguntar por Eva', 'Eva Gil;600111223 no llamar'),
    )
    expect(marked).toEqual([
      [2, 'phone_words'],
      [3, 'wish_unheeded', 'phone_words'],
    ])
    expect(leads().map(({ phones, extra }) => [phones, extra])).toEqual([
      ['+34600111222', '{"Teléfono":"600111222 preguntar por Eva"}'],
      ['+34600111223', '{"Teléfono":"600111223 no llamar"}'],
    ])
  })
  it('a fax among the numbers of a phone book is kept and not called', async () => {
    await broughtIn(
      lines(
        'Name,Phone 1 - Type,Phone 1 - Value,Phone 2 - Type,Phone 2 - Value',
        'Ana Roa,Mobile,600 111 222,Work Fax,915551298',
      ),
    )
    expect(leads()[0]?.phones).toBe('+34600111222')
    expect(leads()[0]?.extra).toContain('915551298')
  })
  it('digits that a spreadsheet was told to leave alone', async () => {
    await broughtIn(lines('Customer ID,Name,Phone,Zip', "'7012345678901,Ana Roa,'+34600111222,'08001"))
    const [row] = app.db.all<{ id: string; zip: string }>(
      sql`SELECT external_id AS id, postal_code AS zip FROM leads JOIN persons ON persons.id = person_id`,
    )
    expect(row).toEqual({ id: '7012345678901', zip: '08001' })
  })
  it('a day of noughts is no day, and months in words are read alike everywhere', async () => {
    const { inspected, marked } = await broughtIn(
      lines('Nombre;Connected On', 'Ana Roa;05 Mar 2026', 'Eva Gil;0000-00-00', 'Luis Mas;14 Feb 2026'),
    )
    expect(marked).toEqual([])
    expect(noticesIn(inspected).has('dates_ambiguous')).toBe(false)
  })
})

describe('letters', () => {
  const text = lines('Nombre;Teléfono', 'Íñigo Peña;600111222', 'Begoña Núñez;600111223')
  it.each([
    [
      'a mark of UTF-8 before what is none',
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), iconv.encode(text, 'win1252')]),
    ],
    ['two marks', Buffer.from(`\ufeff\ufeff${text}`)],
    ['UTF-8 that was cut off in a letter', Buffer.concat([Buffer.from(text), Buffer.from([0xc3])])],
    ['UTF-16 without a mark', iconv.encode(text, 'utf-16le', { addBOM: false })],
  ])('%s', async (_, bytes) => {
    const { inspected } = await broughtIn(bytes)
    expect(inspected.encodingAsked).toEqual([])
    expect(names().slice(0, 2)).toEqual(['Íñigo Peña', 'Begoña Núñez'])
  })
  it('two encodings in one file: what was UTF-8 is said, and can be mended', async () => {
    const rows = Array.from({ length: 3 }, (_, n) => `Begoña Núñez ${n};60011122${n}`).join('\r\n')
    const { inspected } = await broughtIn(Buffer.concat([Buffer.from(text), iconv.encode(rows, 'win1252')]))
    expect([inspected.encoding, inspected.encodingAsked]).toEqual(['windows-1252', []])
    expect(noticesIn(inspected).has('misread_letters')).toBe(true)
  })
  it('the euro of Latin-9, Japanese of few kana, and a header that was misread', async () => {
    const looked = (bytes: Buffer | string) => inspect(app, handIn(app, bytes))
    const euro = iconv.encode(lines('Nombre;Ventas', 'Íñigo Peña;12,50 €'), 'iso-8859-15')
    expect((await looked(euro)).encoding).toBe('iso-8859-15')
    const japanese = lines('氏名,会社名,電話番号', '山田 太郎,山田商事株式会社,+81 3 1234 5678')
    const [first] = (await looked(iconv.encode(japanese, 'shift_jis'))).encodingAsked
    expect(first?.encoding).toBe('shift_jis')
    const misread = await looked(lines('Nombre;PoblaciÃ³n', 'Ana Roa;Vic'))
    expect(misread.columns[1]).toMatchObject({ header: 'Población', suggestion: { field: 'city' } })
  })
})

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
    const { importId } = await broughtInAs(CSV, phoneIn(1))
    const text = await rejectedOf(importId)
    expect(text).toContain(cell)
    expect(text).toContain(row)
  })
  it('come back by the mapping of the file they were refused from, whatever their cells look like', async () => {
    const { importId } = await broughtInAs(CSV, phoneIn(1))
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
