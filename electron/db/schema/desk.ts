import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import type { Role } from '#shared/domain/people'

/** Who works with Callwright. The people who are called are in `persons`. */
export const reps = sqliteTable('reps', {
  id: text().primaryKey(),
  name: text().notNull(),
  role: text().$type<Role>().notNull(),
  active: integer({ mode: 'boolean' }).notNull(),
  createdAt: integer('created_at').notNull(),
})

/** One row: this installation, its counters, and who sits at it. */
export const device = sqliteTable('device', {
  one: integer().primaryKey(),
  id: text().notNull(),
  seq: integer().notNull(),
  clock: text().notNull(),
  repId: text('rep_id').references(() => reps.id),
})

export const settings = sqliteTable('settings', {
  key: text().primaryKey(),
  value: text({ mode: 'json' }).$type<unknown>().notNull(),
})

/** Every rule as it was ever in force. A fact's rule version names the newest row of each kind up to it. */
export const rules = sqliteTable('rules', {
  version: integer().primaryKey(),
  kind: text().notNull(),
  data: text({ mode: 'json' }).$type<unknown>().notNull(),
  at: integer().notNull(),
  repId: text('rep_id'),
})

/** What is on the desk before an outcome is confirmed: saved as typed, gone once the call is logged. */
export const drafts = sqliteTable('drafts', {
  leadId: text('lead_id').primaryKey(),
  /** The id the call will have, so that a retry logs it once. */
  callId: text('call_id').notNull().unique(),
  repId: text('rep_id').notNull(),
  phoneId: text('phone_id'),
  openedAt: integer('opened_at').notNull(),
  dialledAt: integer('dialled_at'),
  answeredAt: integer('answered_at'),
  endedAt: integer('ended_at'),
  /** When answered and hung up, in ms since this machine started: a clock that nobody sets and that counts sleep. */
  answeredUp: integer('answered_up'),
  endedUp: integer('ended_up'),
  /** The opening line was said; null until somebody answered or ticked it. */
  openingSaid: integer('opening_said').$type<0 | 1>(),
  note: text().notNull(),
  updatedAt: integer('updated_at').notNull(),
})

/** The place in retry, retry, new, ... per rep, list and day; it moves by dials. */
export const cycles = sqliteTable(
  'cycles',
  {
    repId: text('rep_id').notNull(),
    listId: text('list_id').notNull(),
    day: text().notNull(),
    place: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.repId, t.listId, t.day] })],
)

/** Who has a lead before them right now, so that nobody else is served it. A window holds one at a time. */
export const leases = sqliteTable(
  'leases',
  {
    /** A window's own id, or the rep's where none was said. */
    seat: text().primaryKey(),
    repId: text('rep_id').notNull(),
    leadId: text('lead_id').notNull(),
    personId: text('person_id').notNull(),
    until: integer().notNull(),
  },
  (t) => [index('leases_by_lead').on(t.leadId)],
)
