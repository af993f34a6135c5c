import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { Input } from '#shared/contract/api'
import { historyPlan } from '../helpers/call-history.ts'
import { ended, handIn, importFile, inspect, NEW_LIST, planOf } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

/** Files that nobody here wrote, whole and on a real store: check and run say the same, and what data/README.md says. */
let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'team_lead' })
})
afterEach(() => app.close())

const MAVEN = '../shared/data/maven-crm/'
const PIPELINE = readFileSync(`${MAVEN}sales_pipeline.csv`)
const OLIST = '../shared/data/olist-mql/'
const BANK = readFileSync('../shared/data/uci-bank-marketing/bank-additional.csv', 'utf8')

const one = (text: string) => Object.values(app.db.get<object>(sql.raw(text)))[0] as unknown
const by = (column: string, table = 'leads') =>
  Object.fromEntries(
    app.db
      .all<{ key: string; n: number }>(
        sql.raw(`SELECT ${column} AS key, count(*) AS n FROM ${table} GROUP BY 1`),
      )
      .map(({ key, n }) => [key, n]),
  )
const extra = (header: string) => `extra ->> '$."${header}"'`

/** The dry run first: what it counts is what comes in. */
async function checkedIn(bytes: Buffer | string, change: Parameters<typeof importFile>[2] = {}) {
  const fileId = handIn(app, bytes)
  const plan = planOf(await inspect(app, fileId), change)
  const dry = await ended(app, (await app.call('import.check', { fileId, plan })).importId)
  const done = await importFile(app, bytes, change)
  expect([done.state, done.counts, done.marked]).toEqual(['done', dry.counts, dry.marked])
  expect(Object.values(done.counts).reduce((sum, n) => sum + n, 0)).toBe(done.rows)
  return done
}

describe('8,800 opportunities of a CRM', () => {
  it('come in at the stages they have, with what a field does not hold kept beside them', async () => {
    const done = await checkedIn(PIPELINE)
    expect(done).toMatchObject({ rows: 8800, counts: { create: 8800, error: 0 }, noNumber: 8800 })
    // Engaging and Prospecting are both open: 1,589 + 500.
    expect(by('stage')).toEqual({ customer: 4238, lost: 2473, lead: 2089 })
    expect(one(`SELECT count(*) FROM leads WHERE company_id IS NULL`)).toBe(1425)
    expect(one('SELECT count(*) FROM companies')).toBe(85)
    expect(one(`SELECT count(*) FROM leads WHERE ${extra('product')} = 'GTXPro'`)).toBe(1480)
    expect(one(`SELECT sum(${extra('close_value')}) FROM leads WHERE stage = 'customer'`)).toBe(10_005_534)
    // Nobody of these names is on the team, so every row says so, and keeps the name.
    expect(done.marked).toBe(8800)
    expect(one(`SELECT count(DISTINCT ${extra('sales_agent')}) FROM leads`)).toBe(30)
    expect(one('SELECT count(*) FROM queue WHERE until IS NULL')).toBe(0)
  })

  it('bring their results back as verdicts, with the money that was won', async () => {
    const some = PIPELINE.toString('utf8').split('\n').slice(0, 401)
    const text = some.join('\n')
    const fileId = handIn(app, text)
    const inspected = await inspect(app, fileId)
    const plan = planOf(inspected)
    const columns = plan.columns.map((column) =>
      inspected.columns[column.index]?.header === 'deal_stage'
        ? { ...column, field: 'skip' as const }
        : column,
    )
    await importFile(app, text, { columns })
    const fields = {
      opportunity_id: 'externalId',
      deal_stage: 'verdict',
      close_value: 'amount',
      sales_agent: 'agent',
    } as const
    const given: Input<'history.run'> = {
      fileId,
      plan: historyPlan([], {
        name: 'p.csv',
        delimiter: ',',
        country: 'US',
        columns: inspected.columns.flatMap(({ header, index }) => {
          const field = fields[header as keyof typeof fields]
          const values = field === 'verdict' ? { engaging: '', prospecting: '' } : undefined
          return field ? [{ index, field, ...(values ? { values } : {}) }] : []
        }),
      }),
    }
    const rows = some
      .slice(1)
      .filter(Boolean)
      .map((line) => line.split(','))
    const won = rows.filter((cells) => cells[4] === 'Won')
    const closed = rows.filter((cells) => cells[4] === 'Won' || cells[4] === 'Lost')
    const { counts } = await app.call('history.run', given)
    expect(counts).toMatchObject({
      verdict: closed.length,
      none: rows.length - closed.length,
      error: 0,
    })
    expect(by('stage')['customer']).toBe(won.length)
    expect(one("SELECT sum(amount_minor) FROM verdicts WHERE verdict = 'won'")).toBe(
      won.reduce((sum, cells) => sum + Number(cells[7]) * 100, 0),
    )
  })

  it('accounts and products hold nobody: every row says so, and nothing comes in', async () => {
    for (const [file, rows] of [
      ['accounts.csv', 85],
      ['products.csv', 7],
    ] as const) {
      const done = await checkedIn(readFileSync(MAVEN + file), { newList: { ...NEW_LIST, name: file } })
      expect(done).toMatchObject({ rows, counts: { error: rows } })
    }
    expect(one('SELECT count(*) FROM persons')).toBe(0)
    expect(one('SELECT count(*) FROM companies')).toBe(0)
  })
})

it('842 closed deals find their leads among 8,000, and add what they know', async () => {
  await importFile(app, readFileSync(`${OLIST}olist_marketing_qualified_leads_dataset.csv`))
  const { id } = (await app.call('app.state', {})).lists[0] ?? { id: '' }
  const deals = readFileSync(`${OLIST}olist_closed_deals_dataset.csv`)
  const done = await checkedIn(deals, { newList: null, listId: id })
  expect(done).toMatchObject({ rows: 842, counts: { update: 842, create: 0, error: 0 } })
  expect(one('SELECT count(*) FROM leads')).toBe(8000)
  expect(by("coalesce(source, 'blank')", `leads WHERE ${extra('won_date')} IS NOT NULL`)).toMatchObject({
    organic_search: 271,
    paid_search: 195,
    unknown: 179,
    social: 75,
    direct_traffic: 56,
    blank: 14,
  })
  const again = await importFile(app, deals, { newList: null, listId: id })
  expect(again.counts).toMatchObject({ duplicate: 842, update: 0 })
})

describe('4,119 calls of a bank', () => {
  it('name nobody, so that no row can come in, and each says why', async () => {
    const done = await checkedIn(BANK)
    expect(done).toMatchObject({ rows: 4119, counts: { error: 4119 }, message: null })
  })

  it('come in whole once an id stands beside them; a point stays one, and nothing is scored by', async () => {
    const [header, ...rows] = BANK.trimEnd().split('\n')
    const text = [`"id";${header}`, ...rows.map((row, n) => `"c${n}";${row}`)].join('\n')
    const fileId = handIn(app, text)
    const { columns, delimiter } = await inspect(app, fileId)
    expect(delimiter).toBe(';')
    const mapped = Object.fromEntries(
      columns.map((each) => [each.header, each.sensitive ?? each.suggestion?.field]),
    )
    expect(mapped).toMatchObject({
      id: 'externalId',
      age: 'birth_date',
      campaign: undefined,
      duration: undefined,
    })
    const done = await checkedIn(text)
    expect(done).toMatchObject({ rows: 4119, counts: { create: 4119 }, marked: 0 })
    expect(by(extra('y'))).toEqual({ no: 3668, yes: 451 })
    expect(one(`SELECT count(*) FROM leads WHERE ${extra('cons.price.idx')} = '93.994'`)).toBe(758)
    expect(one(`SELECT round(avg(${extra('campaign')}), 2) FROM leads`)).toBe(2.54)
    expect(one(`SELECT count(*) FROM leads WHERE ${extra('age')} IS NOT NULL`)).toBe(0)
  })
})
