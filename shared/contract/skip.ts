import * as z from 'zod'

import { SKIP_REASONS, SKIP_REFUSALS } from '../domain/skip.ts'
import { card } from './card.ts'
import { id, instant, queueId, seat } from './wire.ts'

export const skip = {
  /** "Not now": passes a lead over until then, and puts the next one on the desk. */
  'queue.skip': {
    input: z.object({ leadId: id, listId: queueId, reason: z.enum(SKIP_REASONS), until: instant, seat }),
    output: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('skipped'),
        skipId: id,
        name: z.string(),
        until: instant,
        next: card.nullable(),
      }),
      z.object({ kind: z.literal('refused'), reason: z.enum(SKIP_REFUSALS) }),
    ]),
  },
  /** Takes one's own skip back; refused when somebody said something else since. */
  'queue.unskip': {
    input: z.object({ leadId: id, skipId: id }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('back'), leadId: id }),
      z.object({ kind: z.literal('refused') }),
    ]),
  },
} as const
