import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** `running` is taken back at the next start when a crash left it so. */
export const BATCH_STATES = ['running', 'done', 'cancelled', 'undone'] as const

/** One deed on many leads. Its facts carry its id as `call_id`, so one undo takes all of them back. */
export const batches = sqliteTable('batches', {
  id: text().primaryKey(),
  repId: text('rep_id').notNull(),
  at: integer().notNull(),
  /** What was done, with all that it needs. */
  deed: text({ mode: 'json' }).$type<unknown>().notNull(),
  state: text({ enum: BATCH_STATES }).notNull(),
  changed: integer().notNull(),
  /** How many were refused, by reason. */
  refused: text({ mode: 'json' }).$type<Record<string, number>>().notNull(),
  finishedAt: integer('finished_at'),
})

/** Whom a batch changed. */
export const batchLeads = sqliteTable(
  'batch_leads',
  {
    batchId: text('batch_id').notNull(),
    leadId: text('lead_id').notNull(),
    /** A lead that was made for them on another list; where it was before it was moved. */
    made: text(),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.leadId] })],
)

/** A way to look at leads, with a name: a rep's own, or a team lead's for everybody. */
export const views = sqliteTable('views', {
  id: text().primaryKey(),
  repId: text('rep_id').notNull(),
  name: text().notNull(),
  shared: integer({ mode: 'boolean' }).notNull(),
  /** Filter, order and columns. */
  look: text({ mode: 'json' }).$type<unknown>().notNull(),
  createdAt: integer('created_at').notNull(),
})
