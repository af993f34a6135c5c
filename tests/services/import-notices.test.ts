import { writeXlsx } from 'hucre'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, expect, it } from 'vitest'

import type { ImportPlan } from '#shared/contract/import-plan'
import { ended, handIn, importFile, inspect, planOf } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'rep' })
})
afterEach(() => app.close())

const HEADER = 'ID;Nombre;Empresa;Plantilla;Alta;Nota'
const rowOf = (n: number) =>
  `${n};Eva Gil ${n};Forjas ${n} S.L.;${n};0${1 + (n % 9)}/0${1 + (n % 8)}/2026;${LONG}`
/** More than one piece of the file is read before the odd ones come. */
const LONG = 'nada '.repeat(80)
/** All that is odd stands far below the rows that are looked at first. */
const late = () => {
  const rows = Array.from({ length: 1500 }, (_, n) => rowOf(n))
  rows[1200] = '1200;"Luis;Roa;1;01/01/2026;'
  rows[1201] = '1201;"José" María;Roa;1;01/01/2026;'
  rows[1300] = '1300;Ana;Roa;01-may;31/01/2026;'
  rows[1301] = '1301;Inés'
  rows[1400] = '1400;Iker;Roa;1;01/31/2026;'
  rows[1450] = '1450;MarÃ­a PeÃ±a;CafÃ© GÃ³mez;1;01/01/2026;'
  return [HEADER, ...rows].join('\n')
}
const check = async (bytes: string | Buffer, change: Partial<ImportPlan> = {}) => {
  const fileId = handIn(app, bytes)
  const inspected = await inspect(app, fileId)
  const { importId } = await app.call('import.check', { fileId, plan: planOf(inspected, change) })
  return { inspected, status: await ended(app, importId) }
}

it('what is odd far below the first rows is said with its lines, before and in the log', async () => {
  const { inspected, status } = await check(late())
  expect(inspected.notices.map(({ kind }) => kind)).toEqual(['dates_ambiguous'])
  const line = (n: number, until: number | null = null) => ({ line: n, until })
  expect(status.notices).toEqual([
    { kind: 'quote_open', count: 1, places: [line(1202, 1203)], columns: [] },
    { kind: 'quote_stray', count: 1, places: [line(1203)], columns: [] },
    { kind: 'months_for_numbers', count: 1, places: [line(1302)], columns: ['Plantilla'] },
    { kind: 'dates_mixed', count: 1, places: [line(1302, 1402)], columns: ['Alta'] },
    { kind: 'misread_letters', count: 2, places: [line(1452)], columns: ['Nombre', 'Empresa'] },
    { kind: 'ragged_rows', count: 1, places: [line(1303)], columns: [] },
  ])
  const done = await importFile(app, late())
  expect(done.notices).toEqual(status.notices)
  const log = await app.call('imports.list', {})
  expect(log[0]?.notices).toEqual(status.notices)
})

it('letters that were read wrongly are read as they were meant, where somebody says so', async () => {
  await importFile(app, late(), { mendLetters: true })
  const found = await app.call('find.search', { text: 'María Peña', limit: 5 })
  expect(found.leads).toMatchObject([{ name: 'María Peña', company: 'Café Gómez' }])
})

it('a file of lines in two encodings says so, whichever it is read in', async () => {
  const bytes = Buffer.concat([
    iconv.encode('ID;Nombre\n1;Íñigo Peña\n', 'windows-1252'),
    Buffer.from('2;Íñigo Núñez\n'),
    iconv.encode('3;Begoña Ibáñez\n'.repeat(20), 'windows-1252'),
  ])
  const { inspected } = await check(bytes)
  expect(inspected.encoding).toBe('windows-1252')
  expect(inspected.notices).toContainEqual({
    kind: 'misread_letters',
    count: 1,
    places: [{ line: 3, until: null }],
    columns: ['Nombre'],
  })
})

it('what is hidden in a sheet stands in the log as well', async () => {
  const rows = [['Nombre', 'Correo'], ...[1, 2, 3].map((n) => [`Eva ${n}`, `e${n}@a.example`])]
  const book = await writeXlsx({ sheets: [{ name: 'A', rows, columns: [{}, { hidden: true }] }] })
  const done = await importFile(app, Buffer.from(book))
  expect(done.notices).toEqual([{ kind: 'hidden_columns', count: 1, places: [], columns: ['Correo'] }])
})
