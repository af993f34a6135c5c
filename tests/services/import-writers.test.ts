import { sql } from 'drizzle-orm'
import { writeXlsx } from 'hucre'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { ended, handIn, inspect, planOf, type Inspected } from '../helpers/import-file.ts'
import { noticesIn } from '../helpers/read-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'
import { bookOf, zipOf } from '../helpers/zip.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana Roa', role: 'team_lead' })
})
afterEach(() => app.close())

const inspected = (bytes: Buffer | string) => inspect(app, handIn(app, bytes))
const book = async (sheets: Parameters<typeof writeXlsx>[0]['sheets']) =>
  Buffer.from(await writeXlsx({ sheets }))
const fieldsOf = ({ columns }: Inspected) => columns.map(({ suggestion }) => suggestion?.field ?? null)

const LEADS = [
  ['Nombre', 'Empresa', 'Teléfono', 'Email'],
  ['Ana Roa', 'Roa SL', '600111222', 'ana@roa.example'],
  ['Luis Gil', 'Gil SA', '600111223', 'luis@gil.example'],
]

describe('the sheet that is taken', () => {
  const cover = [
    ['Informe de leads'],
    ['Generado por', 'Ana'],
    ['Fecha', '2026-11-01'],
    ['Ver la hoja Datos'],
  ]
  const sums = [
    ['Etiquetas de fila', 'Cuenta de Nombre'],
    ['Madrid', 3],
    ['Total general', 3],
  ]
  it('is the one that says who people are, whatever stands before it', async () => {
    const bytes = await book([
      { name: 'Portada', rows: cover },
      { name: 'Resumen', rows: sums },
      { name: 'Datos', rows: LEADS },
      { name: 'Datos 2025', rows: LEADS },
    ])
    const found = await inspected(bytes)
    expect([found.sheet, fieldsOf(found)]).toEqual(['Datos', ['fullName', 'company', 'phone', 'email']])
  })
  it('is also told without a header, and stays the first where none says it', async () => {
    const bare = await book([
      { name: 'Hoja1', rows: LEADS.slice(1) },
      { name: 'Hoja2', rows: LEADS },
    ])
    expect((await inspected(bare)).sheet).toBe('Hoja1')
    const none = await book([
      { name: 'Uno', rows: sums },
      { name: 'Dos', rows: cover },
    ])
    expect((await inspected(none)).sheet).toBe('Uno')
  })
  it('is the one that was asked for', async () => {
    const bytes = await book([
      { name: 'Resumen', rows: sums },
      { name: 'Datos', rows: LEADS },
    ])
    const asked = { fileId: handIn(app, bytes), encoding: null, delimiter: null, headerLine: null }
    expect((await app.call('import.inspect', { ...asked, sheet: 'Resumen' })).sheet).toBe('Resumen')
  })
})

describe('a cell that stands apart', () => {
  const withStray = (column: string) => {
    const cells = (row: readonly string[], line: number) =>
      row.map((text, at) => `<c r="${'ABCD'[at]}${line}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')
    const rows = LEADS.map((row, at) => {
      const stray = at === 1 ? `<c r="${column}2" t="inlineStr"><is><t>ojo</t></is></c>` : ''
      return `<row r="${at + 1}">${cells(row, at + 1)}${stray}</row>`
    })
    return zipOf(bookOf({ sheet: `<sheetData>${rows.join('')}</sheetData>` }))
  }
  it('makes no columns of the empty ones before it, and only its own row is marked', async () => {
    const fileId = handIn(app, withStray('SA'))
    const found = await inspect(app, fileId)
    expect(found.header).toEqual(LEADS[0])
    expect(noticesIn(found).get('nameless_columns')).toBeUndefined()
    const { importId } = await app.call('import.run', { fileId, plan: planOf(found) })
    expect(await ended(app, importId)).toMatchObject({ counts: { create: 2, error: 0 }, marked: 1 })
    const { rows } = await app.call('import.rows', { importId, filter: 'marked', offset: 0, limit: 9 })
    expect(rows.map(({ line, problems }) => [line, problems.map(({ problem }) => problem)])).toEqual([
      [2, ['cells_extra']],
    ])
  })
  it('is a column of its own beside the others', async () => {
    expect((await inspected(withStray('F'))).header).toEqual([...(LEADS[0] ?? []), 'column_5', 'column_6'])
  })
})

it('rows that are there for how they look are not counted', async () => {
  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
  const people = Array.from({ length: 1500 }, (_, at) => {
    const line = at * 2 + 3
    const person = `${cell(`A${line}`, `Ana Roa ${at}`)}<c r="B${line}"><v>${600_000_000 + at}</v></c>`
    return `<row r="${line}">${person}</row><row r="${line + 1}" s="1"><c r="A${line + 1}" s="1"/></row>`
  })
  const bare = Array.from({ length: 40_000 }, (_, at) => `<row r="${4000 + at}" s="1" customFormat="1"/>`)
  const header = `<row r="1">${cell('A1', 'Leads')}</row><row r="2">${cell('A2', 'Nombre')}${cell('B2', 'Teléfono')}</row>`
  const sheet = `<sheetData>${header}${people.join('')}${bare.join('')}</sheetData>`
  expect((await inspected(zipOf(bookOf({ sheet })))).rowsEstimate).toBe(1500)
})

describe('a number is what its format shows of it', () => {
  const shown = async (...cells: readonly (readonly [code: string, value: string])[]) => {
    const styles = `<numFmts>${cells.map(([code], at) => `<numFmt numFmtId="${170 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="9"/>${cells.map((_, at) => `<xf numFmtId="${170 + at}"/>`).join('')}</cellXfs>`
    const values = cells.map(([, value], at) => `<c s="${at + 2}"><v>${value}</v></c>`)
    const names = cells.map((_, at) => `<c t="str"><v>Campo ${'abcdefghijkl'[at]}</v></c>`)
    const sheet = `<sheetData><row>${names.join('')}</row><row>${values.join('')}</row><row><c s="1"><v>0.5</v></c></row></sheetData>`
    const found = await inspected(zipOf(bookOf({ sheet, styles })))
    expect(found.sample[1]?.cells[0]).toBe('50%')
    return found.sample[0]?.cells
  }
  it('a percent', async () => {
    expect(await shown(['0%', '0.07'], ['0.00%', '0.0775'], ['0" %"', '7'])).toEqual(['7%', '7.75%', '7'])
  })
  it('an amount, with its currency', async () => {
    const accounting = '_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-'
    expect(
      await shown(
        ['#,##0.00 €', '1234.5'],
        [accounting, '-8'],
        ['[$USD] #,##0.00', '1234.5'],
        ['"$"#,##0', '5'],
        ['[$R$-416] #,##0.00', '10'],
        ['[$-C0A]#,##0.00', '3.5'],
        ['0" uds"', '4'],
      ),
    ).toEqual(['1234.5 €', '-8 €', 'USD 1234.5', '$ 5', 'R$ 10', '3.5', '4'])
  })
  it('a code or a phone, with the zeros and the prefix in front', async () => {
    expect(
      await shown(
        ['00000\\-000', '1310100'],
        ['"+34 "000000000', '612345678'],
        ['\\+#', '34612345678'],
        ['00" "00" "00" "00" "00', '612345678'],
        ['"ES-"0000', '12'],
        ['0## ### ###', '612345678'],
        ['# ##0', '1234567'],
        ['"Nº "0', '5'],
        ['[<=9999999]###\\-####;\\(###\\)\\ ###\\-####', '4155550132'],
      ),
    ).toEqual([
      '01310100',
      '+34 612345678',
      '+34612345678',
      '0612345678',
      'ES-0012',
      '612345678',
      '1234567',
      '5',
      '4155550132',
    ])
  })
  it('so that a list of phones in figures has its country', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="&quot;+351 &quot;000000000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>'
    const text = (cell: string) => `<c t="str"><v>${cell}</v></c>`
    const sheet = `<sheetData><row>${text('Nome')}${text('Telefone')}</row><row>${text('Rui Melo')}<c s="1"><v>912345678</v></c></row></sheetData>`
    const fileId = handIn(app, zipOf(bookOf({ sheet, styles })))
    const { importId } = await app.call('import.run', { fileId, plan: planOf(await inspect(app, fileId)) })
    await ended(app, importId)
    expect(app.db.all(sql`SELECT e164 FROM phones`)).toEqual([{ e164: '+351912345678' }])
  })
})
