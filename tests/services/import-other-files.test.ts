import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { broughtIn, leadsIn, lines } from '../helpers/brought-in.ts'
import { handIn, inspect } from '../helpers/import-file.ts'
import { noticesIn } from '../helpers/read-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'
import { bookOf, zipOf } from '../helpers/zip.ts'

/** Files of kinds that no rule here was written for. */
let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana Roa', role: 'team_lead' })
})
afterEach(() => app.close())

const bring = (bytes: Buffer | string) => broughtIn(app, bytes)
const names = () => leadsIn(app).map(({ name }) => name)

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
    const { inspected } = await bring(bytes)
    expect(inspected.encodingAsked).toEqual([])
    expect(names().slice(0, 2)).toEqual(['Íñigo Peña', 'Begoña Núñez'])
  })
  it('one letter that a system cut in half makes no other encoding of a file, and a last one may be of Windows', async () => {
    const encodingOf = async (bytes: Buffer) => (await inspect(app, handIn(app, bytes))).encoding
    const rows = lines('Nombre;Teléfono', ...Array.from({ length: 20 }, (_, n) => `Íñigo Peña ${n};60011122`))
    expect(await encodingOf(Buffer.concat([Buffer.from(rows), Buffer.from([0x4a, 0xc3, 0x3b, 0x31])]))).toBe(
      'utf-8',
    )
    expect(await encodingOf(iconv.encode('Nombre;Ciudad\r\nAna Roa;Gavà', 'win1252'))).toBe('windows-1252')
  })
  it('two encodings in one file: what was UTF-8 is said, and can be mended', async () => {
    const rows = Array.from({ length: 3 }, (_, n) => `Begoña Núñez ${n};60011122${n}`).join('\r\n')
    const { inspected } = await bring(Buffer.concat([Buffer.from(text), iconv.encode(rows, 'win1252')]))
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

describe('what is no table is refused before anybody is made of it', () => {
  it.each([
    'BEGIN:VCARD\r\nFN:Ana Roa\r\nEND:VCARD\r\n',
    '[{"name":"Ana"}]',
    '{\\rtf1 Ana}',
    '{"a":1}\n{"a":2}',
  ])('%j', async (bytes) => {
    await expect(inspect(app, handIn(app, bytes))).rejects.toMatchObject({ reason: 'file-binary' })
  })
})

describe('containers', () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  const row = (...cells: string[]) => `<row>${cells.join('')}</row>`
  const people = row(cell('Nombre'), cell('Teléfono')) + row(cell('Ana Roa'), '<c><v>600111222</v></c>')

  it('formulas that nobody worked out are counted', async () => {
    const formula = '<c><f>CONCATENATE("+34",A2)</f></c>'
    const worked = '<c t="str"><f>A2</f><v>600111223</v></c>'
    const sheet = `<sheetData>${row(cell('Nombre'), cell('Teléfono'))}${row(cell('Ana'), formula)}${row(cell('Eva'), worked)}</sheetData>`
    const { inspected } = await bring(zipOf(bookOf({ sheet })))
    expect(noticesIn(inspected).get('formulas_unworked')?.count).toBe(1)
  })
  it('a sheet that is only a title is passed over, also where rows have no number', async () => {
    const parts = bookOf({ sheet: `<sheetData>${row(cell('Leads 2026'))}</sheetData>` }).map((part) => ({
      ...part,
      bytes: String(part.bytes)
        .replace('</sheets>', '<sheet name="Dos" sheetId="2" r:id="r9"/></sheets>')
        .replace(
          '</Relationships>',
          '<Relationship Id="r9" Type="x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
        ),
    }))
    const second = {
      name: 'xl/worksheets/sheet2.xml',
      bytes: `<worksheet><sheetData>${people}</sheetData></worksheet>`,
    }
    const { inspected } = await bring(zipOf([...parts, second]))
    expect(inspected.sheet).toBe('Dos')
    expect(names()).toEqual(['Ana Roa'])
  })
  it('a read-me in an archive is not taken for the table', async () => {
    const { inspected } = await bring(
      zipOf([
        { name: 'LEEME.txt', bytes: 'Este es el listado.\r\nUn saludo.' },
        { name: 'leads.csv', bytes: lines('Nombre;Tel', 'Ana Roa;600111222') },
      ]),
    )
    expect([inspected.entry, inspected.entries]).toEqual(['leads.csv', ['LEEME.txt', 'leads.csv']])
  })
})
