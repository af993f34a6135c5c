import type { GOES, STAYS } from '#shared/contract/erase'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

const PERSONS = `(SELECT value FROM json_each(@persons))`
const LEADS = `(SELECT id FROM leads WHERE person_id IN ${PERSONS})`
const count = (from: string) => `SELECT count(*) AS n FROM ${from}`

const COUNTS: Readonly<Record<(typeof GOES)[number] | Exclude<(typeof STAYS)[number], 'hashes'>, string>> = {
  names: count(`persons WHERE id IN ${PERSONS}`),
  phones: count(`phones WHERE person_id IN ${PERSONS}`),
  emails: count(`emails WHERE person_id IN ${PERSONS}`),
  words: count(`texts WHERE person_id IN ${PERSONS}`),
  columns: count(`leads, json_each(extra) WHERE person_id IN ${PERSONS} AND extra IS NOT NULL`),
  rows: count(`import_changes WHERE id IN ${PERSONS} OR id IN ${LEADS}`),
  handed: count(`exported_leads WHERE lead_id IN ${LEADS}`),
  leads: count(`leads WHERE person_id IN ${PERSONS}`),
  calls: count(`calls WHERE lead_id IN ${LEADS}`),
  answers: count(`answers WHERE lead_id IN ${LEADS}`),
}

/** How much of each there is. */
export function countsOf(db: Db, persons: readonly string[]): Record<keyof typeof COUNTS, number> {
  const given = { persons: JSON.stringify(persons) }
  return Object.fromEntries(
    Object.entries(COUNTS).map(([what, text]) => [what, raw<{ n: number }>(db, text).get(given)?.n ?? 0]),
  ) as Record<keyof typeof COUNTS, number>
}

/** The companies where nobody else is known. */
export const lonelyCompany = (db: Db, persons: readonly string[]): string | null =>
  raw<{ name: string }>(
    db,
    `SELECT name FROM companies WHERE id IN (SELECT company_id FROM persons WHERE id IN ${PERSONS})
      AND NOT EXISTS (SELECT 1 FROM persons WHERE company_id = companies.id AND id NOT IN ${PERSONS})
      AND NOT EXISTS (SELECT 1 FROM leads WHERE company_id = companies.id AND person_id NOT IN ${PERSONS})
      AND NOT EXISTS (SELECT 1 FROM suppressions WHERE company_id = companies.id) LIMIT 1`,
  ).get({ persons: JSON.stringify(persons) })?.name ?? null

/** A call with one of them is open at some desk. */
export const isOnTheLine = (db: Db, persons: readonly string[]): boolean =>
  raw(db, `SELECT 1 FROM drafts WHERE lead_id IN ${LEADS} AND dialled_at IS NOT NULL LIMIT 1`).get({
    persons: JSON.stringify(persons),
  }) !== undefined
