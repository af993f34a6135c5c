import { globSync, readFileSync, statSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { VERDICTS } from '#shared/domain/import/verdict'
import { ended, handIn, importFile, NEW_LIST, planOf } from '../helpers/import-file.ts'
import { recordsIn } from '../helpers/table.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

/** Every table that nobody here wrote, brought in whole; those of thousands of people have tests of their own. */
const DATA = '../shared/data'
const LARGE = 300_000
const tables = globSync(`${DATA}/**/*.{csv,xlsx}`)
  .filter((path) => statSync(path).size < LARGE)
  .map((path) => path.slice(DATA.length + 1))
  .toSorted()

/** Workbooks that lack what one must have. */
const BROKEN: readonly string[] = ['exceljs-xlsx/missing-bits.xlsx']
/** Nothing stands below its header, if it has one. */
const holdsNobody = async (name: string) =>
  (await recordsIn(`${DATA}/${name}`)).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .length <= 1

let app: TestApp
beforeAll(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'team_lead' })
})
afterAll(() => app.close())

describe('of every table the rows in are the sum of the verdicts, and the dry run counts like the run', () => {
  it('there are many', () => expect(tables.length).toBeGreaterThan(70))

  it.each(tables)('%s', async (name) => {
    const bytes = readFileSync(`${DATA}/${name}`)
    const fileId = handIn(app, bytes)
    const asked = { fileId, name, encoding: null, delimiter: null, headerLine: null }
    const reply = await app.dispatch('import.inspect', asked)
    if (!reply.ok) {
      if (BROKEN.includes(name)) return expect(reply.error.reason).toBe('file-broken')
      if (bytes.length === 0) return expect(reply.error.reason).toBe('file-empty')
      expect(reply.error.reason).toBe('file-no-rows')
      return expect(await holdsNobody(name)).toBe(true)
    }
    const newList = { ...NEW_LIST, name }
    const plan = planOf(await app.call('import.inspect', asked), { newList })
    const dry = await ended(app, (await app.call('import.check', { fileId, plan })).importId)
    const done = await importFile(app, bytes, { newList })
    expect(done).toMatchObject({ state: 'done', counts: dry.counts, marked: dry.marked, rows: dry.rows })
    expect(VERDICTS.reduce((sum, verdict) => sum + done.counts[verdict], 0)).toBe(done.rows)
  })
})

it.each([
  ['sample.csv', 2, ['X', 'Y', 'Z']],
  ['utf-8-bom-sample.csv', 2, ['X', 'Y', 'Z']],
  ['sample-header.csv', 3, ['', 'test name 02']],
  ['long-sample.csv', 8, null],
  ['verylong-sample.csv', 2001, ['Lorem ipsum dolor sit', '42', 'ABC']],
] as const)('%s: %i lines', async (name, count, last) => {
  const records = await recordsIn(`${DATA}/papaparse-cases/${name}`, { delimiter: ',' })
  expect(records).toHaveLength(count)
  expect(records[0]?.cells[0]?.charCodeAt(0)).toBeLessThan(0x80)
  if (last) expect(records.at(-1)?.cells).toEqual(last)
})
