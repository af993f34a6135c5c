import { sql, type SQL } from 'drizzle-orm'

import type { Override } from '#shared/domain/override'
import type { Db } from './open.ts'
import { inserter } from './insert.ts'
import { raw } from './raw.ts'
import { scoreOverrides } from './schema/score.ts'

export const insertOverride = inserter(scoreOverrides)

type OverrideRow = Override & { id: string; by: string; reason: string | null }

/** What was set by hand of a lead, oldest first, with who and why. */
export const overridesOf = (db: Db, leadId: string): OverrideRow[] =>
  raw<OverrideRow>(
    db,
    `SELECT id, score, points, at, until, (SELECT name FROM reps WHERE reps.id = rep_id) AS "by",
      (SELECT text FROM texts WHERE fact_id = score_overrides.id AND field = 'reason') AS reason
    FROM score_overrides WHERE lead_id = ? ORDER BY clock`,
  ).all(leadId)

/** Fit of a row of `leads` in hundredths at `now`, a parameter or an instant: set by hand, else as computed. */
export const fitText = (now: string): string =>
  `coalesce((SELECT iif(until > ${now}, points, NULL) FROM score_overrides WHERE lead_id = leads.id AND score = 'fit'
    AND at <= ${now} ORDER BY clock DESC LIMIT 1), leads.fit)`

export const fitAt = (now: number): SQL<number> => sql.raw(fitText(String(now))) as SQL<number>
