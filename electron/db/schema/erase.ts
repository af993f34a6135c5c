import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { stamp } from './stamp.ts'

/** `asked` and `withdrawn` are of the wish, the others of its doing; each refers to the one before it. */
export const ERASURE_KINDS = ['asked', 'withdrawn', 'erased', 'opened', 'destroyed'] as const
export const ERASURE_CAUSES = ['request', 'retention'] as const

/** Append-only: that a person was to be erased and was, and what became of the sealed copy (PRODUCT.md section 9). */
export const erasures = sqliteTable(
  'erasures',
  {
    ...stamp,
    personId: text('person_id').notNull(),
    kind: text({ enum: ERASURE_KINDS }).notNull(),
    cause: text({ enum: ERASURE_CAUSES }).notNull(),
    /** `YYYY-MM-DD`: when they asked. */
    askedOn: text('asked_on'),
    /** When the sealed copy is destroyed, epoch ms; null = there is none. */
    until: integer(),
    /** Why a sealed copy was opened, in the words of who did. */
    reason: text(),
  },
  (t) => [index('erasures_by_person').on(t.personId, t.at), index('erasures_by_kind').on(t.kind, t.at)],
)

/** Personal numbers and e-mails of the erased, as keyed hashes: who comes again is refused. */
export const erasedKeys = sqliteTable(
  'erased_keys',
  {
    hash: blob({ mode: 'buffer' }).notNull(),
    /** The fact that says who asked. */
    erasureId: text('erasure_id').notNull(),
    /** A few bits of another hash, so that most keys need no HMAC to be told apart. */
    sieve: integer().notNull(),
    /** They had asked not to be called. */
    wish: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.hash, t.erasureId] })],
)
