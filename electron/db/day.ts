import { sql } from 'drizzle-orm'

import { ACCEPTING } from '#shared/domain/metrics'
import { DIAL, WITH_PERSON } from './metrics-events.ts'
import type { Db } from './open.ts'

/** Calls that a rep dialled from `from` to before `to` and that were not taken back, by outcome, most first. */
export const countOutcomes = (
  db: Db,
  { repId, from, to }: { repId: string; from: number; to: number },
): { outcome: string; count: number }[] =>
  db.all(sql`
    SELECT coalesce(own_outcome, outcome) AS outcome, count(*) AS count FROM live_calls
    WHERE rep_id = ${repId} AND dialled_at >= ${from} AND dialled_at < ${to}
    GROUP BY 1 ORDER BY count DESC, 1`)

type HandOver = { step: 'sql' | 'accepted'; at: number }

/**
 * Hand-overs from `from` to before `to` of the people who are this rep's, and the verdicts that took them: as
 * `countSteps` counts a period's events, but from the few that happened then, each to the calls of that person alone.
 */
export const handOvers = (
  db: Db,
  { repId, from, to }: { repId: string; from: number; to: number },
): HandOver[] =>
  db.all<HandOver>(sql`
    SELECT step, at FROM (
      SELECT 'sql' AS step, at, lead_id FROM live_stage_changes
        WHERE to_stage = 'sql' AND at >= ${from} AND at < ${to}
      UNION ALL
      SELECT 'accepted', at, lead_id FROM verdicts
        WHERE verdict IN ${[...ACCEPTING]} AND at >= ${from} AND at < ${to} AND id NOT IN (SELECT call_id FROM undos)
    ) AS taken JOIN leads ON leads.id = taken.lead_id
    WHERE ${repId} = (SELECT c.rep_id FROM live_calls c
      WHERE c.lead_id IN (SELECT id FROM leads AS theirs WHERE theirs.person_id = leads.person_id) AND ${DIAL}
      ORDER BY ${WITH_PERSON} DESC, c.dialled_at, c.id LIMIT 1)`)
