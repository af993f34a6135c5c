import { sql } from 'drizzle-orm'

import type { Stage } from '#shared/domain/stage'
import type { Db } from './open.ts'

type LeadRow = {
  leadId: string
  n: number
  name: string
  title: string | null
  company: string | null
  e164: string | null
  email: string | null
  stage: Stage
  listName: string
}
type CompanyRow = { companyId: string; name: string; city: string | null; people: number }

const json = (values: readonly (string | number)[]) =>
  sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`

/** What finding shows of leads, by their row numbers or ids; in no order. */
export function foundLeads(db: Db, by: 'rowid' | 'id', values: readonly (string | number)[]): LeadRow[] {
  return db.all<LeadRow>(sql`SELECT leads.id AS leadId, leads.rowid AS n, persons.name, persons.title,
      companies.name AS company, leads.stage, lists.name AS listName,
      (SELECT e164 FROM phones WHERE person_id = persons.id
        ORDER BY status NOT IN ('ok', 'switchboard'), place LIMIT 1) AS e164,
      (SELECT email FROM emails WHERE person_id = persons.id ORDER BY place LIMIT 1) AS email
    FROM leads JOIN persons ON persons.id = leads.person_id JOIN lists ON lists.id = leads.list_id
      LEFT JOIN companies ON companies.id = leads.company_id
    WHERE leads.${sql.raw(by)} IN ${json(values)}`)
}

export function foundCompanies(db: Db, ids: readonly string[]): CompanyRow[] {
  return db.all<CompanyRow>(sql`SELECT id AS companyId, name, city,
      (SELECT count(*) FROM persons WHERE company_id = companies.id) AS people
    FROM companies WHERE id IN ${json(ids)}`)
}

/** More people of one company than this hide the next one when neither begins with what was typed. */
const PEOPLE_READ = 300

/**
 * Ids of companies that somebody works for: those whose folded name begins with `key`, then those of people whose
 * company has every word of `query`. At most `limit`.
 */
export function searchCompanies(db: Db, key: string, query: string, limit: number): string[] {
  const rows = db.all<{ id: string }>(sql`SELECT id FROM
      (SELECT id, 0 AS place, key FROM companies WHERE key >= ${key} AND key < ${key + LAST} AND ${key} <> ''
          AND EXISTS (SELECT 1 FROM persons WHERE company_id = companies.id) ORDER BY key LIMIT ${limit})
    UNION ALL SELECT id FROM
      (SELECT DISTINCT persons.company_id AS id
        FROM (SELECT rowid AS n FROM search WHERE search MATCH ${`company : (${query})`} LIMIT ${PEOPLE_READ}) AS met
        CROSS JOIN persons ON persons.n = met.n WHERE persons.company_id IS NOT NULL LIMIT ${limit})`)
  return Array.from(new Set(rows.map(({ id }) => id))).slice(0, limit)
}

/** Sorts after every letter. */
const LAST = '\u{10ffff}'
