import { sql } from 'drizzle-orm'
import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { BASIS_KINDS, CHANNELS } from '#shared/domain/basis'
import { SCREENING_LISTS } from '#shared/domain/screening'
import { stamp } from './stamp.ts'

/** Why a person may be called or written to, or no longer. Where it is from and its proof are in `texts`. */
export const bases = sqliteTable(
  'bases',
  {
    ...stamp,
    personId: text('person_id').notNull(),
    channel: text({ enum: CHANNELS }).notNull(),
    kind: text({ enum: BASIS_KINDS }).notNull(),
    /** False when it was withdrawn. */
    given: integer({ mode: 'boolean' }).notNull(),
    /** `YYYY-MM-DD`: when it was given or withdrawn; of an existing customer the last dealing. */
    on: text('on_day').notNull(),
  },
  (t) => [index('bases_by_person').on(t.personId, t.channel, t.at)],
)

/** Each file of a register that was brought in; the newest one done of each register is asked. */
export const screenings = sqliteTable(
  'screenings',
  {
    n: integer().primaryKey(),
    id: text().notNull().unique(),
    list: text({ enum: SCREENING_LISTS }).notNull(),
    /** `YYYY-MM-DD`: the day the register was taken. */
    takenOn: text('taken_on').notNull(),
    fileName: text('file_name').notNull(),
    at: integer().notNull(),
    repId: text('rep_id').notNull(),
    state: text({ enum: ['running', 'done', 'cancelled', 'failed', 'replaced'] }).notNull(),
    numbers: integer().notNull(),
    /** Lines that are no number. */
    refused: integer().notNull(),
    /** Numbers of people here that are on it. */
    matched: integer(),
  },
  (t) => [
    index('screenings_by_list')
      .on(t.list, t.n)
      .where(sql`${t.state} = 'done'`),
  ],
)

/** Numbers of registers, as keyed hashes. */
export const screened = sqliteTable(
  'screened',
  {
    hash: blob({ mode: 'buffer' }).notNull(),
    n: integer().notNull(),
    /** Days since 1970: the first file of this register that had it. */
    since: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.hash, t.n] })],
)

/** Keys that never leave the store: without them its hashes say nothing. */
export const secrets = sqliteTable('secrets', {
  name: text().primaryKey(),
  value: blob({ mode: 'buffer' }).notNull(),
})
