import type { ExportProfile } from '#shared/domain/export/profile'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

type FoundCustomer = {
  /** The move that closed the lead. */
  id: string
  leadId: string
  foundAt: number
  foundBy: string
  /** In words beside the reason, and the note of the call. */
  words: string | null
  note: string | null
}

const textOf = (factId: string, field: string) =>
  `(SELECT text FROM texts WHERE fact_id = ${factId} AND field = '${field}')`

/** What a file says of its people, or of their calls and verdicts, whoever wrote the file knows. */
const OF_A_FILE = `(s.call_id IS NULL AND s.at <= coalesce((SELECT finished_at FROM imports
    WHERE imports.id = leads.import_id), 0))
  OR EXISTS (SELECT 1 FROM calls WHERE calls.id = s.call_id AND import_id IS NOT NULL)
  OR EXISTS (SELECT 1 FROM verdicts WHERE verdicts.id = s.call_id)`

/**
 * Leads that a call or somebody's hand closed since they are customers already, by our reason or the team's own of its
 * kind, and of whom that target was not told. The erased never leave. Oldest first.
 */
export const foundCustomers = (db: Db, profile: ExportProfile): FoundCustomer[] =>
  raw<FoundCustomer>(
    db,
    `SELECT s.id, leads.id AS leadId, s.at AS foundAt, reps.name AS foundBy, ${textOf('s.id', 'reason')} AS words,
      ${textOf('s.call_id', 'note')} AS note
    FROM leads JOIN persons ON persons.id = leads.person_id
      JOIN live_stage_changes AS s ON s.id = (SELECT id FROM live_stage_changes AS last WHERE last.lead_id = leads.id
        ORDER BY last.at DESC, last.clock DESC LIMIT 1)
      JOIN reps ON reps.id = s.rep_id
    WHERE leads.list_id IN (SELECT id FROM lists) AND leads.stage IN ('disqualified', 'nurture')
      AND (leads.reason = 'already_customer' OR leads.reason GLOB 'already_customer/*')
      AND persons.erased_at IS NULL AND s.reason = leads.reason AND NOT (${OF_A_FILE})
      AND NOT EXISTS (SELECT 1 FROM exported_leads AS done WHERE done.lead_id = leads.id AND done.profile = @profile
        AND done.task = s.id)
    ORDER BY s.at, s.clock`,
  ).all({ profile })
