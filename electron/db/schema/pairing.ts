import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { AlikeLine } from '#shared/domain/identity/alike-line'
import { PAIR_KINDS } from '#shared/domain/identity/merge'
import { stamp } from './stamp.ts'

export const PAIR_VERDICTS = ['same', 'apart'] as const

/**
 * Append-only: what somebody decided about two who look alike. An undo of it (`undos.call_id` is its id) takes back all
 * that it brought. What was chosen and what stood before is in `texts`.
 */
export const pairings = sqliteTable(
  'pairings',
  {
    ...stamp,
    kind: text({ enum: PAIR_KINDS }).notNull(),
    verdict: text({ enum: PAIR_VERDICTS }).notNull(),
    keptId: text('kept_id').notNull(),
    /** Whose leads, numbers and addresses went to the other; with `apart`, just the other of the two. */
    otherId: text('other_id').notNull(),
  },
  (t) => [index('pairings_by_kept').on(t.keptId), index('pairings_by_other').on(t.otherId)],
)

/** Leads that a merge brought to somebody else: the person of their calls is the person of the lead. */
export const pairingLeads = sqliteTable(
  'pairing_leads',
  { leadId: text('lead_id').notNull(), pairingId: text('pairing_id').notNull() },
  (t) => [
    primaryKey({ columns: [t.leadId, t.pairingId] }),
    index('pairing_leads_by_pairing').on(t.pairingId),
  ],
)

/** Two who look alike and about whom nobody has decided. Found anew at any time; `a` sorts before `b`. */
export const reviewPairs = sqliteTable(
  'review_pairs',
  {
    kind: text({ enum: PAIR_KINDS }).notNull(),
    a: text().notNull(),
    b: text().notNull(),
    points: integer().notNull(),
    /** The receipt. */
    lines: text({ mode: 'json' }).$type<AlikeLine[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.a, t.b] }), index('review_pairs_by_points').on(t.kind, t.points)],
)
