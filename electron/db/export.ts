import { and, desc, eq, isNull, sql } from 'drizzle-orm'

import type { ExportProfile } from '#shared/domain/export/profile'
import type { Db } from './open.ts'
import { reps } from './schema/desk.ts'
import { exportedLeads, exports_ } from './schema/files.ts'

/** The newest move to SQL came in with a file: by one of its calls, or by a verdict that stood alone. */
const ofElsewhere = sql`coalesce((SELECT coalesce(calls.import_id, verdicts.id) FROM live_stage_changes s
  LEFT JOIN calls ON calls.id = s.call_id LEFT JOIN verdicts ON verdicts.id = s.call_id
  WHERE s.lead_id = leads.id AND s.to_stage = 'sql' ORDER BY s.clock DESC LIMIT 1), '') <> ''`

/**
 * Leads that may have something to send: those that reached SQL here, and those that went out before, whatever became of
 * them since. What a file of elsewhere put at SQL has no proofs to show. The erased never leave. Oldest first.
 */
export const candidates = (db: Db, profile: ExportProfile): string[] =>
  db
    .all<{ id: string }>(
      sql`SELECT leads.id AS id FROM leads JOIN persons ON persons.id = leads.person_id
        WHERE persons.erased_at IS NULL AND leads.id IN (
          SELECT id FROM leads
            WHERE list_id IN (SELECT id FROM lists) AND stage IN ('sql', 'opportunity', 'customer')
              AND NOT (${ofElsewhere})
          UNION SELECT lead_id FROM exported_leads WHERE profile = ${profile} AND task IS NULL)
        ORDER BY leads.id`,
    )
    .map(({ id }) => id)

/** The newest row that each lead sent to this target. */
export function lastExports(db: Db, profile: ExportProfile): Map<string, Record<string, string>> {
  const rows = db
    .select({ leadId: exportedLeads.leadId, row: exportedLeads.row })
    .from(exportedLeads)
    .where(and(eq(exportedLeads.profile, profile), isNull(exportedLeads.task)))
    .orderBy(exportedLeads.at, exportedLeads.exportId)
    .all()
  return new Map(rows.map(({ leadId, row }) => [leadId, row]))
}

export const insertExport = (db: Db, row: typeof exports_.$inferInsert): void => {
  db.insert(exports_).values(row).run()
}

export const insertExportedLead = (db: Db, row: typeof exportedLeads.$inferInsert): void => {
  db.insert(exportedLeads).values(row).run()
}

/** Newest first. */
export const allExports = (db: Db) =>
  db
    .select({
      id: exports_.id,
      at: exports_.at,
      by: reps.name,
      profile: exports_.profile,
      fileId: exports_.fileId,
      fileName: exports_.fileName,
      rows: exports_.rows,
    })
    .from(exports_)
    .innerJoin(reps, eq(reps.id, exports_.repId))
    .orderBy(desc(exports_.at), desc(exports_.id))
    .all()
