import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { BUCKETS, WAITS } from '#shared/domain/queue'
import { leads } from './lead.ts'

/** A lead that waits for a call is here, ready or waiting until an instant (ARCHITECTURE.md decision 10). */
export const queue = sqliteTable(
  'queue',
  {
    leadId: text('lead_id')
      .primaryKey()
      .references(() => leads.id),
    listId: text('list_id').notNull(),
    personId: text('person_id').notNull(),
    companyId: text('company_id'),
    ownerId: text('owner_id'),
    bucket: text({ enum: BUCKETS }).notNull(),
    /** Zones and rules its calling window follows; windows are opened by calendar, not by lead. */
    calendar: text().notNull(),
    /** Ready at - 86,400 ms for every hundredth of a point: a lower rank goes first. */
    rank: integer().notNull(),
    readyAt: integer('ready_at').notNull(),
    attempts: integer().notNull(),
    /** Promise: its time. Hot: the intent action. Otherwise null. */
    dueAt: integer('due_at'),
    /** Null when ready; otherwise when it becomes so. */
    until: integer(),
    why: text({ enum: WAITS }),
    /** When time alone moves it to another bucket or ends its lift; it is then placed anew. */
    turnsAt: integer('turns_at'),
  },
  (t) => [
    // `until` is always null in these two; with it in the index, counting need not look at the rows.
    index('queue_ready')
      .on(t.listId, t.bucket, t.calendar, t.rank, t.readyAt, t.attempts, t.leadId, t.until)
      .where(sql`${t.until} is null`),
    index('queue_due')
      .on(t.listId, t.bucket, t.calendar, t.dueAt, t.until)
      .where(sql`${t.until} is null and ${t.dueAt} is not null`),
    // By owner, so that what others promised is never walked.
    index('queue_promised')
      .on(t.listId, t.ownerId, t.calendar, t.dueAt)
      .where(sql`${t.bucket} = 'promise' and ${t.until} is null`),
    index('queue_waiting')
      .on(t.listId, t.why, t.until)
      .where(sql`${t.until} is not null`),
    // The few of a company that a dial of a colleague may move while its cap is not reached.
    index('queue_of_company')
      .on(t.companyId)
      .where(sql`${t.why} = 'cap_company' or ${t.bucket} = 'promise'`),
    index('queue_turning')
      .on(t.turnsAt)
      .where(sql`${t.turnsAt} is not null`),
  ],
)

/**
 * The rank that a lead had while it was ready, kept from when it no longer is: whatever brings it back as of the same
 * instant, points count as they stood then.
 */
export const keptRanks = sqliteTable(
  'kept_ranks',
  {
    leadId: text('lead_id').notNull(),
    readyAt: integer('ready_at').notNull(),
    rank: integer().notNull(),
    keptAt: integer('kept_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.leadId, t.readyAt] })],
)
