import type { Stage } from '#shared/domain/stage'
import { EMAILS, type Sampled } from './columns.ts'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

/** `edited`: 1 when something about them was set by hand after the first dial, so that a call may have told it. */
export type EndedRow = Sampled & { n: number; listId: string; stage: Stage; edited: 0 | 1 }

/** Leads in these stages, in the order of their rows. */
export const endedAfter = (db: Db, stages: readonly Stage[], after: number, limit: number): EndedRow[] =>
  raw<EndedRow>(
    db,
    `SELECT leads.rowid AS n, leads.list_id AS listId, leads.stage, leads.extra, companies.industry, companies.employees,
      persons.title, persons.country, persons.province, persons.city, leads.source, leads.campaign, ${EMAILS} AS emails,
      leads.first_dial_at IS NOT NULL AND (
        EXISTS (SELECT 1 FROM edits WHERE edits.lead_id = leads.id AND edits.at >= leads.first_dial_at) OR
        EXISTS (SELECT 1 FROM edits WHERE edits.person_id = leads.person_id AND edits.at >= leads.first_dial_at)
      ) AS edited
    FROM leads JOIN persons ON persons.id = leads.person_id LEFT JOIN companies ON companies.id = leads.company_id
    WHERE leads.rowid > @after AND +leads.stage IN (SELECT value FROM json_each(@stages))
    ORDER BY leads.rowid LIMIT @limit`,
  ).all({ after, limit, stages: JSON.stringify(stages) })
