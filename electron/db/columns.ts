import type { FitFacts } from '#shared/domain/fit'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

export type Sampled = Omit<FitFacts, 'extra'> & {
  /** For `keptColumns`. */
  extra: string | null
}

/** Kept columns by header, from `leads.extra`; null for a lead that has none. */
export const keptColumns = (extra: string | null): Record<string, string> | null =>
  extra === null ? null : (JSON.parse(extra) as Record<string, string>)

/** The addresses of a lead's person. */
export const EMAILS = "(SELECT group_concat(email, ' ') FROM emails WHERE emails.person_id = leads.person_id)"

/** What a score may look at, of the leads of a stretch of rows. */
export const sampled = (db: Db, from: number, limit: number): Sampled[] =>
  raw<Sampled>(
    db,
    `SELECT companies.industry, companies.employees, persons.title, persons.country, persons.province, persons.city,
      leads.source, leads.campaign, ${EMAILS} AS emails, leads.extra FROM leads JOIN persons ON persons.id = leads.person_id
      LEFT JOIN companies ON companies.id = leads.company_id WHERE leads.rowid >= @from ORDER BY leads.rowid LIMIT @limit`,
  ).all({ from, limit })
