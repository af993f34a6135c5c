import type { Override } from '#shared/domain/override'
import type { Db } from './open.ts'
import { inserter } from './insert.ts'
import { raw } from './raw.ts'
import { scoreOverrides } from './schema/score.ts'

export const insertOverride = inserter(scoreOverrides)

export type OverrideRow = Override & { id: string; by: string; reason: string | null }

/** What was set by hand of a lead, oldest first, with who and why. */
export const overridesOf = (db: Db, leadId: string): OverrideRow[] =>
  raw<OverrideRow>(
    db,
    `SELECT id, score, points, at, until, (SELECT name FROM reps WHERE reps.id = rep_id) AS "by",
      (SELECT text FROM texts WHERE fact_id = score_overrides.id AND field = 'reason') AS reason
    FROM score_overrides WHERE lead_id = ? ORDER BY at, clock`,
  ).all(leadId)
