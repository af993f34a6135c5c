import { integer, text } from 'drizzle-orm/sqlite-core'

/** What every fact carries (PRODUCT.md section 2), so that desks can be merged later without a rewrite. */
export const stamp = {
  /** UUIDv7. */
  id: text().primaryKey(),
  repId: text('rep_id').notNull(),
  device: text().notNull(),
  /** Per device, from 1, without gaps. */
  seq: integer().notNull(),
  /** Epoch ms. */
  at: integer().notNull(),
  /** Minutes east of UTC it was lived in. */
  offset: integer().notNull(),
  /** Hybrid logical clock: sorts as text in causal order, though the wall clock was set back. Facts are read by it. */
  clock: text().notNull(),
  /** Version of the rules it was made under: everything in `rules` up to it. */
  ruleVersion: integer('rule_version').notNull(),
  /** The fact that this one corrects, if any. */
  refersTo: text('refers_to'),
}
