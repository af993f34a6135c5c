import * as z from 'zod'

import { BULK_REFUSALS, BULK_STAGES, type BulkDeed } from '../domain/bulk.ts'
import { leadsFilter, leadsOrder } from './leads-filter.ts'
import { MOST_IDS } from './leads.ts'
import { reasonCode } from './reason.ts'
import { id, instant, outgoing } from './wire.ts'

/** The leads that were picked, or all that fit but a few. */
const which = z.union([
  z.strictObject({ ids: z.array(id).max(MOST_IDS) }),
  z.strictObject({ filter: leadsFilter, except: z.array(id).max(MOST_IDS) }),
])
export type Which = z.output<typeof which>

/** Those that may be asked for; `retention.close` does one more. */
const bulkDeed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('assign'), repId: id.nullable() }),
  z.object({
    kind: z.literal('move'),
    to: z.enum(BULK_STAGES),
    reason: reasonCode.nullable(),
    words: z.string().max(2000).nullable(),
  }),
  z.object({ kind: z.literal('silence') }),
  z.object({ kind: z.literal('addToList'), listId: id }),
  z.object({ kind: z.literal('moveToList'), listId: id }),
]) satisfies z.ZodType<Exclude<BulkDeed, { kind: 'close' }>>
const doneDeed = z.union([bulkDeed, z.object({ kind: z.literal('close') })]) satisfies z.ZodType<BulkDeed>

const refused = z.array(z.object({ reason: z.enum(BULK_REFUSALS), count: z.int() }))

const BATCH_UNDO_REFUSALS = ['not-yours', 'too-late', 'do-not-call-stands', 'running', 'undone'] as const

const batch = z.object({
  batchId: id,
  at: instant,
  by: z.string().nullable(),
  deed: doneDeed,
  state: z.enum(['running', 'done', 'cancelled', 'undone']),
  changed: z.int(),
  refused,
  /** Why the one at the desk can't take it back; null when they can. */
  stays: z.enum(BATCH_UNDO_REFUSALS).nullable(),
})
export type Batch = z.output<typeof batch>

export const batches = {
  /** What a deed would do, by the rule that does it. */
  'batch.preview': {
    input: z.object({ which, deed: bulkDeed }),
    output: z.object({ total: z.int(), change: z.int(), refused }),
  },
  /** Still `running` when it takes longer than a moment: then a job tells how far it is. */
  'batch.run': { input: z.object({ which, deed: bulkDeed }), output: batch },
  'batch.get': { input: z.object({ batchId: id }), output: batch },
  /** The newest first. */
  'batch.list': { input: z.object({}), output: z.array(batch) },
  /** Stops it; what it did so far is taken back. */
  'batch.cancel': { input: z.object({ batchId: id }), output: z.object({}) },
  /** Takes all of it back, but what somebody did since. */
  'batch.undo': {
    input: z.object({ batchId: id }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('undone'), leads: z.int() }),
      z.object({ kind: z.literal('refused'), reason: z.enum(BATCH_UNDO_REFUSALS) }),
    ]),
  },
  /** A CSV of these columns, in this order. `words` says values as the screen does: `stage.lead`, `outcome.busy`, ... */
  'batch.export': {
    input: z.object({
      which,
      order: leadsOrder,
      columns: z.array(z.object({ id: z.string().max(520), header: z.string().max(520) })).max(60),
      words: z.record(z.string(), z.string().max(200)),
    }),
    output: outgoing.extend({ rows: z.int() }),
  },
} as const
