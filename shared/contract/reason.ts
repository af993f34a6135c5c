import * as z from 'zod'

import { REASON_FIELDS, REASON_REFUSALS } from '../domain/reason-check.ts'
import { EXITS, REASON_IDS } from '../domain/reason.ts'
import { catalogueOf, ownLabel } from './catalogue.ts'
import { day, id, instant } from './wire.ts'

/** One of ours, or one of the team's own: its kind, a slash and its name. */
export const reasonCode = z
  .string()
  .max(60)
  .regex(new RegExp(`^(${REASON_IDS.join('|')})(/[a-z0-9_]{1,36})?$`))

const rule = {
  code: z.string().min(1).max(60),
  on: z.boolean(),
  exit: z.enum(EXITS),
  /** Whole days; null = never by time, or at the next quarter. How many are sensible is the rule's to say, in words. */
  days: z.int().min(0).max(10_000).nullable(),
  /** Days for which it closes the second time; only where one does. Without it as shipped. */
  again: z.int().min(0).max(10_000).exactOptional(),
}
const reasonEntry = z.object({ ...rule, label: ownLabel })
/** As it is to be done; its name is among the team's words. */
export const reasonHeld = z.object(rule)

export const reasonSet = z.array(reasonEntry).max(100)
const { get, save, restore } = catalogueOf(reasonSet, REASON_REFUSALS, REASON_FIELDS)

/** Of one reason, the leads that a draft would have sent another way. */
const tally = z.object({
  code: z.string(),
  leads: z.int(),
  /** They would wake, or be free to come back, sooner or later. */
  sooner: z.int(),
  later: z.int(),
  /** Asleep, and would be closed; closed, and would be asleep. */
  closed: z.int(),
  asleep: z.int(),
  /** Another way out. */
  exit: z.int(),
  off: z.int(),
})
const place = z.object({ at: instant, id }).nullable()

/** Why leads leave the pipeline, by version: PRODUCT.md section 8. */
export const reasons = {
  'reason.get': get,
  'reason.save': save,
  'reason.restore': restore,
  /**
   * What a draft would have made of those who left in these days, both included, by a dry run over some of them: begin with
   * `after` null, add up, and go on from the `after` of each answer until it is null; to stop, ask no more.
   */
  'reason.preview': {
    input: z.object({ reasons: reasonSet, from: day, to: day, after: place }),
    output: z.object({
      seen: z.int(),
      /** Only with the first answer. */
      total: z.int().nullable(),
      reasons: z.array(tally),
      /** Some of the leads that would have gone another way. */
      rows: z.array(
        z.object({
          id,
          leadId: id,
          name: z.string(),
          at: instant,
          code: z.string(),
          /** When it wakes or may come back, as it was and under the draft; null = not by time. */
          before: instant.nullable(),
          after: instant.nullable(),
          stage: z.enum(['closed', 'asleep']).nullable(),
          exit: z.enum(EXITS).nullable(),
          off: z.boolean(),
        }),
      ),
      after: place,
    }),
  },
} as const
