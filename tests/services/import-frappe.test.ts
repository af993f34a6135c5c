import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { readDate } from '#shared/domain/import/date'
import { dateOrderOf } from '#shared/domain/import/date-order'
import { talkOf } from '#shared/domain/import/history'
import { handIn, importFile, inspect, planOf } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const PEERS = '../shared/data/peer-importers'
const SAMPLE = readFileSync(`${PEERS}/frappe-sample_import_file.csv`, 'utf8')
const { facts } = JSON.parse(readFileSync(`${PEERS}/frappe-data-import.json`, 'utf8')) as { facts: string[] }

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'team_lead' })
})
afterEach(() => app.close())

const PEOPLE = 'ID,Nombre,Teléfono\n1,Sol Roa,600111222\n2,Luis Gil,600111333\n'
const listId = async () => (await app.call('app.state', {})).lists[0]?.id ?? ''

/** By how each fact of theirs begins: what is so here too, or what is otherwise, and why. */
const HERE: Readonly<Record<string, () => Promise<void> | void>> = {
  'headers carry trailing spaces': async () => {
    const { columns } = await inspect(app, handIn(app, SAMPLE))
    expect(columns.slice(0, 2).map(({ header, suggestion }) => [header, suggestion?.field])).toEqual([
      ['Title', 'title'],
      ['Description', 'notes'],
    ])
  },
  'preview shows 4 data rows': async () => {
    const { columns, delimiter } = await inspect(app, handIn(app, SAMPLE))
    // They count the number of the row as a column.
    expect([delimiter, columns.length + 1]).toEqual([',', 16])
    expect((await importFile(app, SAMPLE)).rows).toBe(4)
  },
  'semicolon file': async () => {
    const said = SAMPLE.replaceAll(',', ';').replace(
      'child description  ',
      'child description with ,comma and',
    )
    const { columns, delimiter } = await inspect(app, handIn(app, said))
    expect([delimiter, columns.length]).toEqual([';', 15])
    expect(columns[7]?.samples[0]).toBe('child description with ,comma and')
  },
  'cells are trimmed': async () => {
    const { columns } = await inspect(app, handIn(app, SAMPLE))
    expect(columns[1]?.samples[0]).toBe('test description')
  },
  'dates 30-10-2019': () => {
    const cells = ['30-10-2019', '22-09-2021']
    const { order } = dateOrderOf(cells, 'US')
    expect(cells.map((cell) => readDate(cell, order)?.day)).toEqual(['2019-10-30', '2021-09-22'])
  },
  // No call lasts for days.
  'durations 3h': () =>
    expect(['3h', '5h 45m', '1 h 5 min', '2m 14s', '4d 3h'].map((cell) => talkOf(cell))).toEqual([
      10_800,
      20_700,
      3900,
      134,
      null,
    ]),
  // Every row is somebody: one that names nobody is told, not added to whoever stands above.
  'a row with blank parent cells': async () => {
    const done = await importFile(app, `${PEOPLE},,91 555 12 12\n,,\n`)
    expect(done.counts).toMatchObject({ create: 3, error: 0 })
    expect((await importFile(app, SAMPLE, { newList: null, listId: await listId() })).counts.error).toBe(4)
  },
  'missing mandatory value': async () => {
    const done = await importFile(app, 'ID,Nombre,Notas\n1,Sol,a\n,,b\n,,c\n2,Luis,d\n')
    expect(done.counts).toMatchObject({ create: 2, error: 2 })
    const page = { importId: done.importId, filter: 'error', offset: 0, limit: 9 } as const
    const { rows } = await app.call('import.rows', page)
    expect(rows.map(({ line, problems }) => [line, problems[0]?.problem])).toEqual([
      [3, 'nobody'],
      [4, 'nobody'],
    ])
  },
  // Rows are mended or left as errors; whoever does not want one takes it out of the file.
  'a skipped row': async () => {
    expect((await importFile(app, PEOPLE.replace('1,Sol Roa,600111222\n', ''))).counts.create).toBe(1)
  },
  'retry after a time-out': async () => {
    await importFile(app, PEOPLE)
    const again = await importFile(app, `${PEOPLE}3,Eva Sanz,600111444\n`, {
      newList: null,
      listId: await listId(),
    })
    expect(again.counts).toMatchObject({ create: 1, duplicate: 2, error: 0 })
  },
  // One that changes nothing is a duplicate here: PRODUCT.md section 11 counts it apart.
  'upsert counts': async () => {
    await importFile(app, PEOPLE)
    const file =
      'ID,Nombre,Teléfono,Cargo\n1,Sol Roa,600111222,Gerente\n2,Luis Gil,600111333,\n3,Eva Sanz,,\n'
    const plan = planOf(await inspect(app, handIn(app, file)), { newList: null, listId: await listId() })
    const done = await importFile(app, file, plan)
    expect(done).toMatchObject({ rows: 3, counts: { create: 1, update: 1, duplicate: 1, error: 0 } })
    expect(app.db.all(sql`SELECT title FROM persons WHERE title IS NOT NULL`)).toEqual([{ title: 'Gerente' }])
  },
}

it.each(facts)('Frappe: %s', async (fact) => {
  const [held, ...more] = Object.keys(HERE).filter((start) => fact.startsWith(start))
  expect([held, more]).toEqual([expect.any(String), []])
  await HERE[held ?? '']?.()
})
