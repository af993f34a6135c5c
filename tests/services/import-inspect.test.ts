import { mkdirSync, rmSync, writeFileSync, readFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { imports } from '#electron/db/schema/files'
import type { Input, Output } from '#shared/contract/api'
import type { Field } from '#shared/domain/import/field'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const X_EDUCATION = '../shared/data/x-education/Leads.csv'
const OLIST = '../shared/data/olist-mql/olist_marketing_qualified_leads_dataset.csv'

let app: TestApp
beforeEach(() => {
  app = testApp()
  mkdirSync(join(app.data, 'inbox'), { recursive: true })
})
afterEach(() => app.close())

const ASK = { encoding: null, delimiter: null, headerLine: null }

function handIn(content: string | Buffer): string {
  const fileId = randomUUID()
  writeFileSync(join(app.data, 'inbox', fileId), content)
  return fileId
}
const inspect = (content: string | Buffer, ask: Partial<Input<'import.inspect'>> = {}) =>
  app.call('import.inspect', { fileId: handIn(content), name: 'leads.csv', ...ASK, ...ask })

const fieldsOf = (found: Output<'import.inspect'>): Record<string, Field | undefined> =>
  Object.fromEntries(found.columns.map(({ header, suggestion }) => [header, suggestion?.field]))

const kindsOf = ({ notices }: Output<'import.inspect'>) => notices.map(({ kind }) => kind)

describe('real files', () => {
  it('x-education: 9,240 rows, ids and wishes recognised, the nameless column reported as empty', async () => {
    const found = await inspect(readFileSync(X_EDUCATION))
    expect(found).toMatchObject({ encoding: 'utf-8', delimiter: ',', headerLine: 1, seenBefore: null })
    expect(Math.abs(found.rowsEstimate - 9240)).toBeLessThan(100)
    expect(found.header).toHaveLength(38)
    expect(found.columns[37]).toMatchObject({
      header: 'column_38',
      nameless: true,
      empty: true,
      suggestion: null,
    })
    expect(kindsOf(found)).toEqual(['nameless_columns'])
    expect(fieldsOf(found)).toMatchObject({
      'Prospect ID': 'externalId',
      'Lead Source': 'source',
      'Do Not Call': 'doNotCall',
      'Do Not Email': 'doNotEmail',
      TotalVisits: 'visit',
      Country: 'country',
      City: 'city',
      Tags: undefined,
      'Lead Number': undefined,
      'Lead Origin': undefined,
    })
    expect(found.emptyWords).toContain('Select')
  })

  it('olist: the id, the origin and the day of the first contact', async () => {
    const found = await inspect(readFileSync(OLIST))
    expect(fieldsOf(found)).toEqual({
      mql_id: 'externalId',
      first_contact_date: 'arrivedAt',
      landing_page_id: undefined,
      origin: 'source',
    })
    expect(found.columns[1]?.dates).toEqual({ order: 'ymd', decidedBy: '2018-02-01' })
  })

  it('a Spanish spreadsheet: semicolons, Windows-1252, a title above the header', async () => {
    const text = [
      'Leads feria de Bilbao;;;;',
      ';;;;',
      'Nombre;Teléfono;Fecha de alta;DNI;Empresa',
      'Iñaki Peña;91 555 12 12 / 600-111-222;31/12/2025;12345678Z;Peña e Hijos, S.L.',
      'Begoña Núñez;600 111 333;05/01/2026;87654321X;Núñez',
    ].join('\r\n')
    const found = await inspect(iconv.encode(text, 'windows-1252'))
    expect(found).toMatchObject({ encoding: 'windows-1252', delimiter: ';', headerLine: 3, rowsEstimate: 2 })
    expect(fieldsOf(found)).toEqual({
      Nombre: 'fullName',
      Teléfono: 'phone',
      'Fecha de alta': 'arrivedAt',
      DNI: undefined,
      Empresa: 'company',
    })
    expect(found.columns[3]).toMatchObject({ sensitive: 'national_id' })
    expect(found.columns[2]?.dates).toEqual({ order: 'dmy', decidedBy: '31/12/2025' })
    expect(found.sample[0]).toEqual({
      line: 4,
      cells: ['Iñaki Peña', '91 555 12 12 / 600-111-222', '31/12/2025', '12345678Z', 'Peña e Hijos, S.L.'],
    })
  })
})

describe('what a person may correct', () => {
  it('an encoding that nothing decides is asked for, and the choice holds', async () => {
    const bytes = readFileSync('../shared/data/encodings/shift_jis.txt')
    const found = await inspect(bytes)
    expect(found.encodingAsked[0]).toMatchObject({ encoding: 'shift_jis' })
    expect(found.encodingAsked[0]?.reads).toContain('の')
    expect(found.encodings[0]).toBe(found.encoding)
    const chosen = await inspect(bytes, { encoding: 'euc-kr' })
    expect(chosen.encoding).toBe('euc-kr')
    expect(chosen.encodingAsked).toEqual([])
  })

  it('the delimiter and the header line', async () => {
    const found = await inspect('a|b,c\n1|2,3\n', { delimiter: ',', headerLine: 0 })
    expect(found).toMatchObject({
      delimiter: ',',
      headerLine: 0,
      header: ['column_1', 'column_2'],
      rowsEstimate: 2,
    })
    expect(kindsOf(found)).toContain('no_header')
  })

  it('a file without a header is mapped by what stands in it', async () => {
    const found = await inspect(
      'Ana Roa;ana@roa.example;+34 600 111 222\nLuis Gil;luis@gil.example;+34 600 111 333\n',
    )
    expect(found.headerLine).toBe(0)
    expect(fieldsOf(found)).toMatchObject({ column_2: 'email', column_3: 'phone' })
  })

  it('a few rows without a header are told apart though one cell of each is wrong', async () => {
    const { columns } = await inspect(
      'Ana Ruiz|600111222|ana@a.example|28013\nEva Gil|600111223|eva@a.example|08019\nLuis Roa|abc|luis@@a|1\n',
    )
    expect(columns.map(({ suggestion }) => suggestion?.field)).toEqual([
      'fullName',
      'phone',
      'email',
      'postalCode',
    ])
  })
  it('duplicate, empty and missing headers get names of their own', async () => {
    const found = await inspect('Phone,Phone,,Phone\n1,2,3,4,5\n1,2,3,4,5\n')
    expect(found.header).toEqual(['Phone', 'Phone (2)', 'column_3', 'Phone (3)', 'column_5'])
    expect(kindsOf(found)).toEqual(['duplicate_headers', 'nameless_columns'])
  })

  it('says when the same bytes were imported before', async () => {
    const content = 'name\nAna\n'
    const sha256 = 'of another file'
    app.db
      .insert(imports)
      .values({
        id: randomUUID(),
        repId: 'r',
        at: 5,
        fileName: 'old.csv',
        sha256,
        state: 'done',
        plan: {},
        counts: {},
      })
      .run()
    expect((await inspect(content)).seenBefore).toBeNull()
    app.db
      .update(imports)
      .set({ sha256: await sha256Of(content) })
      .run()
    expect((await inspect(content)).seenBefore).toEqual({ at: 5, fileName: 'old.csv' })
  })
})

async function sha256Of(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Buffer.from(bytes).toString('hex')
}

describe('files that are none', () => {
  const refused = async (content: string | Buffer) => {
    const reply = await app.dispatch('import.inspect', { fileId: handIn(content), ...ASK })
    return reply.ok ? reply : { code: reply.error.code, reason: reply.error.reason }
  }
  const noise = Buffer.from(Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256))

  it.each([
    ['nothing', '', 'file-empty'],
    ['noise', noise, 'file-binary'],
    [
      'a picture',
      Buffer.from('89504e470d0a1a0a0000000d49484452000001000000010008060000', 'hex'),
      'file-binary',
    ],
    ['a damaged workbook', Buffer.concat([Buffer.from('504b0304', 'hex'), noise]), 'file-broken'],
    ['a header alone', 'foo,bar,baz', 'file-no-rows'],
    ['blank lines', '\n\n , \n', 'file-no-rows'],
  ])('%s', async (_, content, reason) => {
    expect(await refused(content)).toEqual({ code: 'unreadable-file', reason })
  })

  it('one that is gone', async () => {
    const fileId = handIn('a\n1\n')
    rmSync(join(app.data, 'inbox', fileId))
    const reply = await app.dispatch('import.inspect', { fileId, ...ASK })
    expect(reply).toMatchObject({ ok: false, error: { code: 'unreadable-file', reason: 'file-gone' } })
  })

  it('one enormous cell is shown cut and stops nothing', async () => {
    const found = await inspect(`name,notes\nAna,${'x'.repeat(1_000_000)}\nLuis,y\n`)
    expect(found.sample.map(({ cells }) => cells[1]?.length)).toEqual([200, 1])
    expect(found.rowsEstimate).toBe(2)
  })
})
