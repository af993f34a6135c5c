import { sql } from 'drizzle-orm'

import type { Db } from './open.ts'

/** Where a walk over calls stands: those before it were seen. */
type CallPlace = { at: number; id: string }
export type MadeCall = { id: string; leadId: string; at: number; code: string; noted: 0 | 1; worded: 0 | 1 }

/** Calls of this desk dialled in `[from, to)` that stand, oldest first, after a place. */
export const callsMade = (db: Db, from: number, to: number, after: CallPlace | null, limit: number) =>
  db.all<MadeCall>(sql`
    SELECT c.id, c.lead_id AS leadId, c.dialled_at AS at, coalesce(c.own_outcome, c.outcome) AS code,
      EXISTS (SELECT 1 FROM texts WHERE fact_id = c.id AND field = 'note') AS noted,
      EXISTS (SELECT 1 FROM texts WHERE fact_id = c.id AND field = 'reason') AS worded
    FROM live_calls c
    WHERE c.dialled_at >= ${after?.at ?? from} AND c.dialled_at < ${to} AND c.import_id IS NULL
      AND (c.dialled_at, c.id) > (${after?.at ?? from}, ${after?.id ?? ''})
    ORDER BY c.dialled_at, c.id LIMIT ${limit}`)

export const countCallsMade = (db: Db, from: number, to: number): number =>
  db.get<{ n: number }>(sql`
    SELECT count(*) AS n FROM live_calls WHERE dialled_at >= ${from} AND dialled_at < ${to} AND import_id IS NULL`)
    ?.n ?? 0
