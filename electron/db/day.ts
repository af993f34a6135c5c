import { sql } from 'drizzle-orm'

import type { OutcomeId } from '#shared/domain/outcome'
import type { Db } from './open.ts'

/** Calls that a rep dialled from `from` to before `to` and that were not taken back, by outcome, most first. */
export const countOutcomes = (
  db: Db,
  { repId, from, to }: { repId: string; from: number; to: number },
): { outcome: OutcomeId; count: number }[] =>
  db.all(sql`
    SELECT outcome, count(*) AS count FROM live_calls
    WHERE rep_id = ${repId} AND dialled_at >= ${from} AND dialled_at < ${to}
    GROUP BY outcome ORDER BY count DESC, outcome`)
