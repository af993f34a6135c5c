import { sql } from 'drizzle-orm'

import type { Db } from '#electron/db/open'

const TABLES = {
  lists: 'id, name',
  companies: 'name, key, domain, industry, employees',
  persons: `id, name, given_name, family_name, title, language, country, province, postal_code, city, as_of,
    (SELECT name FROM companies WHERE id = company_id) AS company`,
  phones: 'person_id, place, e164, extension, type, status',
  emails: 'person_id, place, email',
  identities: 'kind, key, person_id',
  leads: `id, person_id, list_id, external_id, source, source_key, campaign, import_id, arrived_at, born_as, extra, stage,
    reason, wakes_at, owner_id, fit, bant_now, attempts, dials, (SELECT name FROM companies WHERE id = company_id) AS company`,
  signals: 'lead_id, kind, at',
  queue: `lead_id, list_id, person_id, owner_id, bucket, calendar, rank, ready_at, attempts, due_at, until, why, turns_at`,
} as const
type Dumped = keyof typeof TABLES

/** A company where nobody is left shows nowhere, and goes sooner or later. */
const SOMEBODY = 'WHERE id IN (SELECT company_id FROM persons UNION SELECT company_id FROM leads)'

/** All that an import may write, but for ids that are made anew each time. Two stores are alike when this is. */
export const storeDump = (db: Db): Record<Dumped, unknown[]> =>
  Object.fromEntries(
    Object.entries(TABLES).map(([table, columns]) => [
      table,
      db.all(
        sql.raw(
          `SELECT * FROM (SELECT ${columns} FROM ${table} ${table === 'companies' ? SOMEBODY : ''}) ORDER BY ${columns
            .split(',')
            .map((_, at) => at + 1)
            .slice(0, 4)
            .join()}`,
        ),
      ),
    ]),
  ) as Record<Dumped, unknown[]>

/** People whom a search finds by one word, so that the index is compared too. */
export const found = (db: Db, word: string): number =>
  db.get<{ n: number }>(sql`SELECT count(*) AS n FROM search WHERE search MATCH ${word}`).n
