import * as z from 'zod'

import { EXITS } from '../domain/reason.ts'
import { reasonCode } from './reason.ts'
import { id, instant, none } from './wire.ts'

const interval = z.object({ low: z.number(), high: z.number() }).nullable()

export const exits = {
  /** Why leads left, by reason: how they left, what came back, what was saved, what wakes, and whether a lead agrees. */
  'exits.view': {
    input: none,
    output: z.object({
      rows: z.array(
        z.object({
          reason: reasonCode,
          exit: z.enum(EXITS),
          closed: z.int(),
          /** Dials a lead; null = none known. */
          mean: z.number().nullable(),
          returned: z.int(),
          /** Calls, an estimate. */
          saved: z.number(),
          waking: z.int(),
          looked: z.int(),
          agreed: z.int(),
          interval,
        }),
      ),
      looks: z.object({ looked: z.int(), agreed: z.int(), interval }),
    }),
  },
  /** Some of the last 90 days' disqualified by lot, the same ones all week. Team leads only ('not-allowed'). */
  'looks.sample': {
    input: none,
    output: z.array(
      z.object({
        changeId: id,
        leadId: id,
        name: z.string(),
        company: z.string().nullable(),
        reason: reasonCode,
        /** The note of the call that closed it, or the words of who did. */
        words: z.string().nullable(),
        by: z.string().nullable(),
        at: instant,
        /** What was said of it this week; null = not yet. */
        agrees: z.boolean().nullable(),
      }),
    ),
  },
  /** Team leads only. Said again, the newest stands. Throws AppError 'not-found' (`change-unknown`). */
  'looks.say': { input: z.object({ changeId: id, agrees: z.boolean() }), output: none },
} as const
