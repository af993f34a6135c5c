import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { ended, handIn, importFile, inspect, planOf } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const X_EDUCATION = readFileSync('../shared/data/x-education/Leads.csv')
const OLIST = readFileSync('../shared/data/olist-mql/olist_marketing_qualified_leads_dataset.csv')

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'rep' })
})
afterEach(() => app.close())

const one = <T>(text: string): T => Object.values(app.db.get<object>(sql.raw(text)))[0] as T

describe('9,240 real leads', () => {
  it('come in without an error, with two who must not be called and no number to call', async () => {
    const done = await importFile(app, X_EDUCATION)
    expect(done).toMatchObject({ state: 'done', rows: 9240, noNumber: 9240, message: null })
    expect(done.counts).toEqual({
      error: 0,
      suppressed: 2,
      second_look: 0,
      re_disqualified: 0,
      create: 9238,
      update: 0,
      duplicate: 0,
    })
    expect(one('SELECT count(*) FROM leads')).toBe(9240)
    expect(one("SELECT count(*) FROM suppressions WHERE channel = 'call'")).toBe(2)
    expect(one(`SELECT count(*) FROM queue JOIN suppressions USING (person_id) WHERE channel = 'call'`)).toBe(
      0,
    )
    expect(one('SELECT count(*) FROM queue WHERE until IS NULL')).toBe(0)
    expect(one("SELECT count(DISTINCT source_key) FROM leads WHERE source IN ('Google', 'google')")).toBe(1)
    expect(one("SELECT count(DISTINCT source) FROM leads WHERE source_key = 'google'")).toBe(2)
    expect(
      one('SELECT count(*) FROM persons JOIN leads ON leads.person_id = persons.id WHERE name = external_id'),
    ).toBe(9240)
    expect(one('SELECT count(*) FROM leads WHERE extra LIKE \'%"Select"%\'')).toBe(0)

    const { id } = (await app.call('app.state', {})).lists[0] ?? { id: '' }
    const again = await importFile(app, X_EDUCATION, { newList: null, listId: id })
    expect(again).toMatchObject({ state: 'done', rows: 9240 })
    expect(again.counts).toMatchObject({ create: 0, suppressed: 2, duplicate: 9238, error: 0 })
    expect(one('SELECT count(*) FROM leads')).toBe(9240)
    // Each file says it by itself, so that undoing one leaves what the other says.
    expect(one("SELECT count(DISTINCT person_id) FROM suppressions WHERE channel = 'call'")).toBe(2)
  })

  it('are counted before anything is written', async () => {
    const fileId = handIn(app, X_EDUCATION)
    const inspected = await inspect(app, fileId)
    expect(inspected.columns.filter(({ nameless, empty }) => nameless && empty)).toHaveLength(1)
    const { importId } = await app.call('import.check', { fileId, plan: planOf(inspected) })
    expect(await ended(app, importId)).toMatchObject({
      state: 'checked',
      rows: 9240,
      noNumber: 9240,
      counts: { create: 9238, suppressed: 2, error: 0 },
    })
    expect(one('SELECT count(*) FROM leads')).toBe(0)
    expect(one('SELECT count(*) FROM lists')).toBe(0)
    expect(await app.call('imports.list', {})).toEqual([])
  })
})

it('8,000 marketing leads come in with their day and origin', async () => {
  const done = await importFile(app, OLIST)
  expect(done).toMatchObject({ state: 'done', rows: 8000, counts: { create: 8000 } })
  expect(one("SELECT count(*) FROM leads WHERE source_key = 'organic_search'")).toBe(2296)
  expect(one("SELECT count(*) FROM leads WHERE source = 'unknown'")).toBe(1099)
  const at = one<number>(
    "SELECT arrived_at FROM leads WHERE external_id = 'dac32acd4db4c29c230538b72f8dd87d'",
  )
  expect(new Date(at).toISOString()).toBe('2018-01-31T23:00:00.000Z')
})
