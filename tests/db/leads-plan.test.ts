import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { leadRows, orderedLeads, searchLeads } from '#electron/db/leads'
import { migrate, readMigrations } from '#electron/db/migrate'
import type { Db } from '#electron/db/open'
import { searchQuery } from '#shared/domain/search'

let sqlite: Database.Database
let db: Db
const asked: { sql: string; params: unknown[] }[] = []
beforeAll(() => {
  sqlite = new Database(':memory:')
  migrate(sqlite, readMigrations('migrations'), { now: 0, beforeUpgrade: () => undefined })
  db = drizzle(sqlite, { logger: { logQuery: (sql, params) => void asked.push({ sql, params }) } })
})
afterAll(() => sqlite.close())

const LIST = '00000000-0000-7000-8000-000000000001'

function planOf(ask: () => unknown): string {
  asked.length = 0
  ask()
  return asked
    .flatMap(
      ({ sql, params }) => sqlite.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[],
    )
    .map((step) => step.detail)
    .join('\n')
}

it('walks the list by its index, in order', () => {
  const plan = planOf(() => orderedLeads(db, { listId: LIST, stage: 'lead', query: null }, 'newest'))
  expect(plan).toContain('USING COVERING INDEX leads_by_list')
  expect(plan).not.toContain('TEMP B-TREE')
})

it.each([null, 'lead'] as const)('narrows a page from those who match outwards, stage %s', (stage) => {
  const filter = { listId: LIST, stage, query: searchQuery('ana') }
  const plan = planOf(() => orderedLeads(db, filter, 'name'))
  expect(plan).toMatch(/^SCAN search VIRTUAL TABLE INDEX/)
  expect(plan).toContain('persons USING INTEGER PRIMARY KEY')
  expect(plan).toContain('leads USING INDEX leads_by_person')
})

it('searches by the full-text index and reaches leads by person', () => {
  const plan = planOf(() => searchLeads(db, searchQuery('ana') ?? '', false, 20))
  expect(plan).toContain('search VIRTUAL TABLE INDEX')
  expect(plan).toMatch(/leads USING (COVERING )?INDEX leads_by_person/)
  expect(plan).not.toMatch(/SCAN (leads|persons)\b/)
})

it('fetches what a row shows by keys alone', () => {
  const plan = planOf(() => leadRows(db, [1, 2, 3]))
  expect(plan).toContain('SEARCH leads USING INTEGER PRIMARY KEY')
  expect(plan).not.toMatch(/^SCAN/m)
})
