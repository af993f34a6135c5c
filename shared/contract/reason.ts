import * as z from 'zod'

import { REASON_REFUSALS } from '../domain/reason-check.ts'
import { EXITS, REASON_IDS } from '../domain/reason.ts'
import { day, instant, none, shortText } from './wire.ts'

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
}
export const reasonEntry = z.object({
  ...rule,
  /** Null = as shipped. */
  label: z.object({ es: shortText, en: shortText }).nullable(),
})
/** As it is to be done; its name is among the team's words. */
export const reasonHeld = z.object(rule)

const reasonSet = z.array(reasonEntry).max(100)
const saved = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), version: z.int(), from: instant }),
  z.object({
    kind: z.literal('refused'),
    reasons: z.array(
      z.object({
        reason: z.enum([...REASON_REFUSALS, 'from-in-the-past']),
        /** The code it is about, for `none-left` the outcome; null = the version itself. */
        subject: z.string().nullable(),
        field: z.enum(['code', 'label', 'on', 'exit', 'days', 'from']),
        /** The code that has it already. */
        by: z.string().nullable(),
      }),
    ),
  }),
])

/** Why leads leave the pipeline, by version: PRODUCT.md section 8. */
export const reasons = {
  /** Every version, the newest first; 0 = as shipped. */
  'reason.get': {
    input: none,
    output: z.object({
      /** The version that a lead closed now is judged by. */
      inForce: z.int(),
      versions: z
        .array(
          z.object({
            version: z.int(),
            at: instant.nullable(),
            by: z.string().nullable(),
            /** Null for the one that ships. */
            from: instant.nullable(),
            reasons: reasonSet,
          }),
        )
        .min(1),
    }),
  },
  /** A new version; `from` = the day it begins here, null = now. What was closed keeps its own. Admins only ('not-allowed'). */
  'reason.save': { input: z.object({ reasons: reasonSet, from: day.nullable() }), output: saved },
  /** A new version that says what an earlier one said. Admins only ('not-allowed'). */
  'reason.restore': { input: z.object({ version: z.int().min(0), from: day.nullable() }), output: saved },
} as const
