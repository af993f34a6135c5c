import { sql } from 'drizzle-orm'
import iconv from 'iconv-lite'
import Papa from 'papaparse'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { ended, handIn, inspect, planOf } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'
import { zipOf } from '../helpers/zip.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana Roa', role: 'team_lead' })
})
afterEach(() => app.close())

async function broughtIn(bytes: Buffer | string) {
  const fileId = handIn(app, bytes)
  const inspected = await inspect(app, fileId)
  const { importId } = await app.call('import.run', { fileId, plan: planOf(inspected) })
  return { inspected, done: await ended(app, importId) }
}
const reasonOf = (bytes: Buffer | string) =>
  inspect(app, handIn(app, bytes)).then(
    () => 'read',
    ({ reason }: { reason?: string }) => reason,
  )
type Lead = { name: string; company: string | null; tel: string | null }
const leads = () =>
  app.db.all<Lead>(sql`SELECT persons.name, companies.name AS company,
    (SELECT group_concat(e164, ' ') FROM phones WHERE person_id = persons.id) AS tel FROM leads
    JOIN persons ON persons.id = person_id LEFT JOIN companies ON companies.id = leads.company_id ORDER BY leads.rowid`)

const ROWS = [
  ['id', 'nombre', 'empresa', 'teléfono', 'nota'],
  ['1', 'Begoña Peña', 'Forjas Añil S.L.', '+34612345678', 'Línea 1\nLínea 2'],
  ['2', "Sean O'Neil", 'R&D, "Labs"', '612345679', ''],
]
const LEADS = [
  { name: 'Begoña Peña', company: 'Forjas Añil S.L.', tel: '+34612345678' },
  { name: "Sean O'Neil", company: 'R&D, "Labs"', tel: '+34612345679' },
]

describe('texts in apostrophes', () => {
  it.each([',', ';', '\t', '|'])('are read as quoted, apart by %j', async (delimiter) => {
    const { done } = await broughtIn(Papa.unparse(ROWS, { quotes: true, quoteChar: "'", delimiter }))
    expect([done.counts.create, done.marked, leads()]).toEqual([2, 0, LEADS])
  })
  it('beside numbers and NULLs that are bare, as databases print them', async () => {
    const { inspected, done } = await broughtIn(
      "'id','nombre','empresa','telefono'\n1,'Begoña Peña','Forjas Añil S.L.','+34612345678'\n2,'Sean O''Neil','R&D, \"Labs\"',612345679\n3,'Eva Sol',NULL,NULL\n",
    )
    expect(inspected.header).toEqual(['id', 'nombre', 'empresa', 'telefono'])
    expect([done.counts.create, leads()]).toEqual([
      3,
      [...LEADS, { name: 'Eva Sol', company: null, tel: null }],
    ])
  })
  it('in some cells only belong to them', async () => {
    const { inspected } = await broughtIn("'apodo','mote',nombre\n'Anita','A',Ana Roa\n")
    expect(inspected.sample[0]?.cells).toEqual(["'Anita'", "'A'", 'Ana Roa'])
  })
})

describe('what databases write', () => {
  it('has no value where it says \\N', async () => {
    await broughtIn('id\tnombre\tempresa\tteléfono\n1\tAna Roa\t\\N\t600111222\n2\tEva Sol\tSol SL\t\\N\n')
    expect(leads()).toEqual([
      { name: 'Ana Roa', company: null, tel: '+34600111222' },
      { name: 'Eva Sol', company: 'Sol SL', tel: null },
    ])
  })
  it('as a table in Markdown has nobody in its lines', async () => {
    const { done } = await broughtIn(
      '| id | nombre | empresa | teléfono |\n|----|:-------------|------------------|--------------|\n| 1 | Ana Roa | Roa SL | 600111222 |\n| 2 | Eva Sol | Sol SL |  |\n',
    )
    expect(done.counts).toMatchObject({ create: 2, error: 1 })
    expect(leads().map(({ name }) => name)).toEqual(['Ana Roa', 'Eva Sol'])
  })
})

describe('letters of an old Mac', () => {
  it('are told from those of Windows', async () => {
    const { inspected } = await broughtIn(iconv.encode(Papa.unparse(ROWS, { delimiter: ';' }), 'macintosh'))
    expect([inspected.encoding, inspected.encodingAsked[0]?.encoding]).toEqual(['macintosh', 'macintosh'])
    expect(leads()).toEqual(LEADS)
  })
  it.each(['Nombre;Nota\nJosé Peña;Madrid–Barcelona, 2020—2024 – d’Ivoire\nŽeljko Šušić;cœur\n'])(
    'are not found where Windows has dashes and letters of its own',
    async (text) => {
      expect((await broughtIn(iconv.encode(text, 'windows-1252'))).inspected.encoding).toBe('windows-1252')
    },
  )
})

describe('what is refused says how it is mended', () => {
  it.each([
    ['SYLK', 'ID;PCALCOOO32\nC;X1;Y1;K"ID"\nC;X2;Y1;K"Nombre"\nE\n', 'file-spreadsheet'],
    ['SYLK of Excel', 'ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K"ID"\r\n', 'file-spreadsheet'],
    ['DIF', 'TABLE\n0,1\n"EXCEL"\nVECTORS\n0,2\n""\n', 'file-spreadsheet'],
    ['rows of a web page', '<TR><TH>id</TH>\n<TH>nombre</TH></TR>\n', 'file-spreadsheet'],
    ['a dump', 'PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\nCREATE TABLE leads(id);\n', 'file-binary'],
    [
      'a dump with remarks',
      '--\n-- PostgreSQL database dump\n--\n\nSET statement_timeout = 0;\n',
      'file-binary',
    ],
    ['statements', "INSERT INTO leads (id,nombre) VALUES (1,'Ana');\n", 'file-binary'],
    ['a list whose header begins likewise', 'ID;Provincia\n1;Madrid\n', 'read'],
    ['a table of tables', 'table,seats\n0,1\n1,4\n', 'read'],
    ['a list of notes', '-- Lista de Ana --\nNombre;Tel\nAna;600111222\n', 'read'],
    ['.7z', Buffer.from('377abcaf271c0004aabb', 'hex'), 'file-packed'],
    ['.rar', Buffer.from('526172211a0700cf90', 'hex'), 'file-packed'],
    ['.bz2', Buffer.from('425a68393141592653', 'hex'), 'file-packed'],
    ['.xz', Buffer.from('fd377a585a000004', 'hex'), 'file-packed'],
    ['.tar', Buffer.concat([Buffer.alloc(257, 'a'), Buffer.from('ustar\0')]), 'file-packed'],
    ['a zip of another method', zipOf([{ name: 'a.csv', bytes: 'x', says: { method: 9 } }]), 'file-packed'],
    ['a .7z in a zip', zipOf([{ name: 'a.7z', bytes: '7z' }]), 'file-nested'],
    [
      'an old workbook in a zip',
      zipOf([{ name: 'a.xls', bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex') }]),
      'file-spreadsheet',
    ],
  ])('%s', async (_, bytes, reason) => expect(await reasonOf(bytes)).toBe(reason))
})

describe('names in a zip', () => {
  const named = (name: Buffer) => {
    const zip = zipOf([{ name: 'x'.repeat(name.length), bytes: 'Nombre,Tel\nAna,600111222\n' }])
    // As programs write it that set no bit for UTF-8, in both places.
    zip.writeUInt16LE(0, 6)
    name.copy(zip, 30)
    const directory = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
    zip.writeUInt16LE(0, directory + 8)
    name.copy(zip, directory + 46)
    return zip
  }
  it.each(['utf-8', 'cp850'])('are read where they are in %s without saying so', async (encoding) => {
    const { entries } = await inspect(app, handIn(app, named(iconv.encode('España Ávila.csv', encoding))))
    expect(entries).toEqual(['España Ávila.csv'])
  })
  it('may be none of a table, where it is the only one', async () => {
    const { entry, header } = await inspect(app, handIn(app, named(Buffer.from('-'))))
    expect([entry, header]).toEqual(['-', ['Nombre', 'Tel']])
  })
})
