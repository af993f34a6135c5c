import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { ended, handIn, inspect, planOf } from '../helpers/import-file.ts'
import { noticesIn } from '../helpers/read-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'
import { bookOf, zipOf } from '../helpers/zip.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana Roa', role: 'team_lead' })
})
afterEach(() => app.close())

/** As somebody would who agrees with all. */
async function broughtIn(bytes: Buffer | string) {
  const fileId = handIn(app, bytes)
  const inspected = await inspect(app, fileId)
  const { importId } = await app.call('import.run', { fileId, plan: planOf(inspected) })
  expect((await ended(app, importId)).state).toBe('done')
  return inspected
}

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
    const inspected = await broughtIn(zipOf(bookOf({ sheet })))
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
    const inspected = await broughtIn(zipOf([...parts, second]))
    expect(inspected.sheet).toBe('Dos')
    expect(app.db.all(sql`SELECT name FROM persons`)).toEqual([{ name: 'Ana Roa' }])
  })
  it('a read-me in an archive is not taken for the table', async () => {
    const inspected = await broughtIn(
      zipOf([
        { name: 'LEEME.txt', bytes: 'Este es el listado.\r\nUn saludo.' },
        { name: 'leads.csv', bytes: 'Nombre;Tel\r\nAna Roa;600111222\r\n' },
      ]),
    )
    expect([inspected.entry, inspected.entries]).toEqual(['leads.csv', ['LEEME.txt', 'leads.csv']])
  })
})
