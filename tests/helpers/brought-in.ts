import { sql } from 'drizzle-orm'
import { expect } from 'vitest'

import type { ImportPlan } from '#shared/contract/import-plan'
import { ended, handIn, inspect, planOf, type Inspected } from './import-file.ts'
import type { TestApp } from './test-app.ts'

/** A file checked and brought in, by somebody who agrees with all that is suggested unless `plannedOf` says otherwise. */
export async function broughtIn(
  app: TestApp,
  bytes: Buffer | string,
  plannedOf: (inspected: Inspected) => ImportPlan = planOf,
) {
  const fileId = handIn(app, bytes)
  const inspected = await inspect(app, fileId)
  const plan = plannedOf(inspected)
  const dry = await ended(app, (await app.call('import.check', { fileId, plan })).importId)
  const done = await ended(app, (await app.call('import.run', { fileId, plan })).importId)
  expect([done.state, done.counts]).toEqual(['done', dry.counts])
  expect(Object.values(done.counts).reduce((sum, n) => sum + n, 0)).toBe(done.rows)
  const { importId } = done
  const { rows } = await app.call('import.rows', { importId, filter: 'marked', offset: 0, limit: 50 })
  const marked = rows.map((row) => [row.line, ...row.problems.map(({ problem }) => problem)])
  return { inspected, counts: done.counts, marked, importId }
}

type Lead = Record<'given' | 'company' | 'phones' | 'extra', string | null> & { name: string }
export const leadsIn = (app: TestApp): Lead[] =>
  app.db.all<Lead>(sql`SELECT persons.name, given_name AS given, companies.name AS company, extra,
    (SELECT group_concat(e164, ' ') FROM phones WHERE person_id = persons.id) AS phones FROM leads
    JOIN persons ON persons.id = person_id LEFT JOIN companies ON companies.id = leads.company_id ORDER BY leads.rowid`)

export const lines = (...all: string[]): string => all.join('\r\n') + '\r\n'
