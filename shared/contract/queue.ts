import * as z from 'zod'

import { BUCKETS } from '../domain/queue.ts'
import { mayCall, wait, why, window } from './card.ts'
import { id, instant, queueId, seat } from './wire.ts'

export const queueItem = z.object({
  leadId: id,
  name: z.string(),
  company: z.string().nullable(),
  /** Its list, where several are worked as one. */
  list: z.string().nullable(),
  why,
})

export const queue = {
  /** The queue of a list, or of all, as the rep at the desk would be served, best first, `limit` rows. */
  'queue.view': {
    input: z.object({ listId: queueId, limit: z.int().min(1).max(200), seat }),
    output: z.object({
      counts: z.record(z.enum(BUCKETS), z.int()),
      items: z.array(queueItem),
      /** Those who wait, by reason, with the first instant one of them becomes ready. */
      waiting: z.array(
        z.object({
          why: z.union([wait, z.enum(['window', 'leased', 'territory'])]),
          count: z.int(),
          nextAt: instant.nullable(),
        }),
      ),
      /** Open leads of the list without a number, never queued. */
      noNumber: z.int(),
      dialsToday: z.int(),
    }),
  },
  /** How today ends at the pace of the rep at the desk: their dials a day over the last two weeks. */
  'queue.forecast': {
    input: z.object({ listId: queueId }),
    output: z.object({
      /** Promises, hot leads, retries and reviews of today. */
      due: z.int(),
      /** What today will not reach, of those due and of the new; null while the pace is not known. */
      dueLeft: z.int().nullable(),
      newLeft: z.int().nullable(),
      pace: z.int().nullable(),
      /** Dials left today at that pace. */
      left: z.int().nullable(),
      /** When the hours of the rep at the desk end today; null when they never said, or are off today. */
      endsAt: instant.nullable(),
      isOff: z.boolean(),
    }),
  },
  /** Why not this one: every failed condition and when each ends. */
  'queue.why': {
    input: z.object({ leadId: id, seat }),
    output: z.object({ why: why.nullable(), window, mayCall, nextAt: instant.nullable() }),
  },
} as const
