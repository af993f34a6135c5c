import { sql } from 'drizzle-orm'

import type { Db } from './open.ts'

/** Where a walk over moves stands: those before it were seen. */
type MovePlace = { at: number; id: string }
export type LeftMove = {
  id: string
  leadId: string
  at: number
  reason: string
  wakesAt: number | null
  ruleVersion: number
}

/** Leads that left for a reason in `[from, to)`; not those that came back while an old one held. */
const left = (from: number, to: number) => sql`live_stage_changes
  WHERE to_stage IN ('nurture', 'disqualified') AND at >= ${from} AND at < ${to} AND reason IS NOT NULL AND refers_to IS NULL`

/** The next ones, oldest first, after a place. */
export const movesOut = (db: Db, from: number, to: number, after: MovePlace | null, limit: number) =>
  db.all<LeftMove>(sql`
    SELECT id, lead_id AS leadId, at, reason, wakes_at AS wakesAt, rule_version AS ruleVersion
    FROM ${left(after?.at ?? from, to)} AND (at, id) > (${after?.at ?? from}, ${after?.id ?? ''})
    ORDER BY at, id LIMIT ${limit}`)

export const countMovesOut = (db: Db, from: number, to: number): number =>
  db.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${left(from, to)}`)?.n ?? 0
