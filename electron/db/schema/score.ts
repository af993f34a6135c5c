import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { OVERRIDABLE } from '#shared/domain/override'
import { stamp } from './stamp.ts'

/** A score set by a team lead until an instant; why is in `texts` (field `reason`). The newest of a score stands. */
export const scoreOverrides = sqliteTable(
  'score_overrides',
  {
    ...stamp,
    leadId: text('lead_id').notNull(),
    score: text({ enum: OVERRIDABLE }).notNull(),
    /** Whole hundredths, 0-10000; null ends the one it refers to. */
    points: integer(),
    until: integer().notNull(),
  },
  (t) => [index('score_overrides_by_lead').on(t.leadId, t.at)],
)
