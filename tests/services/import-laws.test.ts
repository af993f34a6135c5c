import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import Papa from 'papaparse'
import { afterEach, beforeEach, expect, it } from 'vitest'

import type { ImportPlan } from '#shared/contract/import-plan'
import { VERDICTS } from '#shared/domain/import/verdict'
import { spanishFile } from '../fixtures/spanish-leads.ts'
import { ended, handIn, importFile, inspect, planOf, type Imported } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'rep' })
})
afterEach(() => app.close())

const count = (table: string) => app.db.get<{ n: number }>(sql.raw(`SELECT count(*) AS n FROM ${table}`)).n
const sum = ({ counts }: Imported) => VERDICTS.reduce((total, verdict) => total + counts[verdict], 0)

async function check(bytes: Buffer | string, change: Partial<ImportPlan>): Promise<Imported> {
  const fileId = handIn(app, bytes)
  const plan = planOf(await inspect(app, fileId), change)
  const { importId } = await app.call('import.check', { fileId, plan })
  return ended(app, importId)
}

const HEADER = [
  'ID',
  'Nombre completo',
  'Email',
  'Teléfono',
  'Empresa',
  'No llamar',
  'Solicita demo',
  'Color',
]
/** Whatever stands in the cells: an id that comes twice would not be suggested as one. */
const COLUMNS: ImportPlan['columns'] = (
  ['externalId', 'fullName', 'email', 'phone', 'company', 'doNotCall', 'demo', null] as const
).map((field, index) => ({ index, field, rule: 'fill' }))
const cell = (...values: string[]) => fc.constantFrom('', ...values)
const person = fc.tuple(
  cell('1', '2', '3', '4'),
  cell('Ana Roa', 'Luis Gil', 'GARCÍA LÓPEZ, ANA', 'Ñ "x"; y,\nz'),
  cell('ana@a.example', 'luis@a.example', 'info@a.example', 'no@'),
  cell('600111222', '91 555 12 12 / 600-111-222', '915551212', 'abc'),
  cell('Forjas S.L.', 'Forjas S.A.', 'Peña'),
  cell('Sí', 'No'),
  cell('01/03/2026', 'No'),
  cell('rojo', 'azul'),
)
const file = fc.record({
  rows: fc.array(person, { minLength: 1, maxLength: 12 }),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf-8', 'utf-16le', 'windows-1252'),
  ragged: fc.boolean(),
  quotes: fc.boolean(),
  mode: fc.constantFrom<ImportPlan['mode']>('create', 'create_update', 'update'),
})

it('rows in are the sum of the verdicts, a dry run counts like the run, and a second run creates nobody', async () => {
  let n = 0
  await fc.assert(
    fc.asyncProperty(file, async ({ rows, delimiter, newline, encoding, ragged, quotes, mode }) => {
      const cells = rows.map((row, at) => (ragged && at % 3 === 1 ? row.slice(0, 5) : [...row]))
      const text = Papa.unparse([HEADER, ...cells], { delimiter, newline, quotes })
      const bytes = iconv.encode(text, encoding, { addBOM: encoding === 'utf-16le' })
      const data = cells.filter((row) => row.some((each) => each !== ''))
      if (data.length === 0) return
      const list = await app.call('lists.save', { ...NEW, name: `List ${n++}`, id: null })
      const change = { listId: list.id, newList: null, mode, delimiter, headerLine: 1, columns: COLUMNS }
      const before = [count('leads'), count('persons'), count('suppressions')]

      const dry = await check(bytes, change)
      expect([count('leads'), count('persons'), count('suppressions')]).toEqual(before)
      const done = await importFile(app, bytes, change)
      expect(done.state).toBe('done')
      expect(done.rows).toBe(data.length)
      expect(sum(done)).toBe(data.length)
      expect([dry.counts, dry.marked, dry.noNumber]).toEqual([done.counts, done.marked, done.noNumber])

      const leads = count('leads')
      const again = await importFile(app, bytes, change)
      const nameless = data.filter(
        ([id, , email, phone]) => !id && !email?.includes('@a') && !/\d/.test(phone ?? ''),
      )
      expect(again.counts.create).toBeLessThanOrEqual(nameless.length)
      if (nameless.length === 0) expect(count('leads')).toBe(leads)
    }),
    { numRuns: 20 },
  )
})

const NEW = {
  name: '',
  business: true,
  country: 'ES',
  language: 'es',
  costMinor: null,
  currency: null,
  basis: 'interest',
} as const

it('hostile texts in every field come back as they were', async () => {
  const naughty = (JSON.parse(readFileSync('../shared/data/naughty/blns.json', 'utf8')) as string[]).filter(
    (text) => text.trim() !== '',
  )
  const header = [
    'ID',
    'Nombre completo',
    'Cargo',
    'Empresa',
    'Sector',
    'Ciudad',
    'Provincia',
    'Campaña',
    'Otra',
  ]
  const rows = naughty.map((text, at) => [`id-${at}`, ...Array.from({ length: 8 }, () => text)])
  const done = await importFile(app, Papa.unparse([header, ...rows]), { emptyWords: [] })
  expect(done).toMatchObject({ state: 'done', rows: naughty.length, counts: { error: 0 } })

  type Stored = Record<'name' | 'title' | 'industry' | 'city' | 'province' | 'campaign' | 'extra', string>
  const stored = app.db.all<Stored>(
    sql`SELECT persons.name, title, industry, persons.city, province, campaign, extra FROM leads
      JOIN persons ON persons.id = person_id JOIN companies ON companies.id = leads.company_id ORDER BY leads.rowid`,
  )
  const plain = (text: string) => text.replace(/^[ \t\r\n\u00a0]+|[ \t\r\n\u00a0]+$/g, '')
  naughty.forEach((text, at) => {
    const { extra, industry: _, ...fields } = stored[at]!
    expect(Object.values(fields)).toEqual(Array.from({ length: 5 }, () => plain(text)))
    expect(JSON.parse(extra)).toEqual({ Otra: text })
  })
  const companies = app.db.all<{ name: string }>(sql`SELECT name FROM companies`).map(({ name }) => name)
  expect(naughty.map(plain)).toEqual(expect.arrayContaining(companies))
  for (const text of naughty)
    expect((await app.dispatch('find.search', { text: text.slice(0, 200), limit: 5 })).ok).toBe(true)
})

it('rejected rows of a dry run can be mended and brought in', async () => {
  const dry = await check('ID;Nombre;Notas\r\n;;"sin; nadie"\r\n7;Eva;\r\n;;=1+1\r\n', {})
  expect(dry.counts).toMatchObject({ error: 2, create: 1 })
  const { fileId, name } = await app.call('import.rejected', { importId: dry.importId })
  expect(name).toBe('rejected-leads.csv')
  const text = readFileSync(join(app.data, 'outbox', fileId), 'utf8')
  const [header, ...rows] = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: true }).data
  expect(header).toEqual(['ID', 'Nombre', 'Notas', '_line', '_reason'])
  expect(rows.map((row) => row[3])).toEqual(['2', '4'])
  const mended = [header ?? [], ...rows.map((row, at) => [`9${at}`, ...row.slice(1)])]
  const done = await importFile(app, Papa.unparse(mended))
  expect(done.counts).toMatchObject({ create: 2, error: 0 })
  const extras = app.db.all<{ extra: string }>(sql`SELECT extra FROM leads ORDER BY rowid`)
  expect(extras.map(({ extra }) => JSON.parse(extra) as unknown)).toEqual([
    { Notas: 'sin; nadie' },
    { Notas: '=1+1' },
  ])
})

it('a thread of its own reads the file to the same end, and says what went wrong there', async () => {
  const script = new URL('../../electron/services/import/import-worker.ts', import.meta.url)
  const threaded = testApp({ deps: { workers: { import: script } } })
  await threaded.call('people.add', { name: 'Ana', role: 'rep' })
  const bytes = spanishFile(700)
  const [here, there] = [await importFile(app, bytes), await importFile(threaded, bytes)]
  expect({ ...there, importId: '', seconds: 0 }).toEqual({ ...here, importId: '', seconds: 0 })

  const fileId = handIn(threaded, bytes)
  const plan = planOf(await inspect(threaded, fileId), { newList: { ...NEW, name: 'Other' } })
  const { importId } = await threaded.call('import.run', { fileId, plan })
  rmSync(join(threaded.data, 'inbox', fileId))
  expect(await ended(threaded, importId)).toMatchObject({ state: 'failed', message: 'file-gone' })
  expect(threaded.db.get(sql`SELECT count(*) AS n FROM leads`)).toEqual({ n: 700 })
  expect((await threaded.call('app.state', {})).lists).toHaveLength(1)
  threaded.close()
})
