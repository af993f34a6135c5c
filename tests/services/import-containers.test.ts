import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { writeXlsx } from 'hucre'
import iconv from 'iconv-lite'
import Papa from 'papaparse'
import { expect, it } from 'vitest'

import type { ImportPlan } from '#shared/contract/import-plan'
import { VERDICTS } from '#shared/domain/import/verdict'
import { importFile, NEW_LIST } from '../helpers/import-file.ts'
import { storeDump } from '../helpers/store-dump.ts'
import { testApp } from '../helpers/test-app.ts'
import { zipOf } from '../helpers/zip.ts'

const HEADER = ['ID', 'Nombre completo', 'Email', 'Teléfono', 'Empresa', 'Cargo', 'No llamar', 'Color']
const FIELDS = ['externalId', 'fullName', 'email', 'phone', 'company', 'title', 'doNotCall', null] as const
const columns: ImportPlan['columns'] = FIELDS.map((field, index) => ({ index, field, rule: 'overwrite' }))
const cell = (...values: string[]) => fc.constantFrom('', ...values)
const row = fc.tuple(
  fc.constantFrom('1', '2', '3', '4', '5'),
  cell('Ana Roa', 'Luis "Lucho" Gil', 'GARCÍA LÓPEZ, ANA', 'Eva; Sanz'),
  cell('ana@a.example', 'luis@a.example', 'no@'),
  cell('600111222', '91 555 12 12 / 600-111-223', 'abc'),
  cell('Forjas S.L.', 'Peña, Hnos.'),
  cell('Gerente', 'Jefa\nde compras'),
  cell('Sí', 'No'),
  cell('rojo', 'azul | verde'),
)
const rows = fc.array(row, { minLength: 1, maxLength: 8 })

type Way = { bytes: Buffer; delimiter?: ImportPlan['delimiter'] }
/** The same table as the programs of the world hand it on. */
const WAYS: Readonly<Record<string, (table: string[][]) => Way | Promise<Way>>> = {
  comma: (table) => ({ bytes: Buffer.from(Papa.unparse(table)) }),
  'semicolon, Windows-1252': (table) => ({
    bytes: iconv.encode(Papa.unparse(table, { delimiter: ';', quotes: true }), 'windows-1252'),
    delimiter: ';',
  }),
  'tab, UTF-16': (table) => ({
    bytes: iconv.encode(Papa.unparse(table, { delimiter: '\t', newline: '\n' }), 'utf-16le', {
      addBOM: true,
    }),
    delimiter: '\t',
  }),
  'pipe, packed': (table) => ({ bytes: gzipSync(Papa.unparse(table, { delimiter: '|' })), delimiter: '|' }),
  zip: (table) => ({ bytes: zipOf([{ name: 'leads.csv', bytes: Papa.unparse(table) }]) }),
  workbook: async (table) => ({
    bytes: Buffer.from(await writeXlsx({ sheets: [{ name: 'Hoja', rows: table }] })),
  }),
}

/** A store that holds some of them, after the table came into a second list in that way. */
async function after(first: string[][], table: string[][], way: (table: string[][]) => Way | Promise<Way>) {
  const app = testApp()
  try {
    await app.call('people.add', { name: 'Ana', role: 'team_lead' })
    const read = { columns, headerLine: 1 } as const
    await importFile(app, Papa.unparse([HEADER, ...first]), { ...read, delimiter: ',' })
    const { bytes, delimiter = ',' } = await way([HEADER, ...table])
    const newList = { ...NEW_LIST, name: 'Second' }
    const done = await importFile(app, bytes, { ...read, delimiter, newList })
    expect(done).toMatchObject({ state: 'done', rows: table.length })
    expect(VERDICTS.reduce((sum, verdict) => sum + done.counts[verdict], 0)).toBe(table.length)
    return { counts: done.counts, marked: done.marked, store: storeDump(app.db) }
  } finally {
    app.close()
  }
}

it('the same rows are the same store, however they are written and packed, also of people who are known', async () => {
  await fc.assert(
    fc.asyncProperty(rows, rows, fc.constantFrom(...Object.keys(WAYS)), async (first, table, name) => {
      const [plain, way] = [WAYS['comma'], WAYS[name]]
      if (!plain || !way) throw new Error(`No way ${name}`)
      expect(await after(first, table, way)).toEqual(await after(first, table, plain))
    }),
    {
      numRuns: 14,
      examples: [
        [
          [['1', 'Ana Roa', '', '600111222', '', '', '', '']],
          [['1', '', '', '', 'Peña, Hnos.', 'Jefa\nde compras', 'Sí', 'rojo']],
          'workbook',
        ],
      ],
    },
  )
})
