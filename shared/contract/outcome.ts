import * as z from 'zod'

import { OUTCOME_FIELDS, OUTCOME_REFUSALS } from '../domain/outcome-check.ts'
import { NEEDS, OUTCOME_IDS } from '../domain/outcome.ts'
import { PART_IDS } from '../domain/part.ts'
import { REASON_IDS } from '../domain/reason.ts'
import { catalogueOf, ownLabel } from './catalogue.ts'
import { day, id, instant } from './wire.ts'

/** Whole numbers only; how many are sensible is the rule's to say, in words. */
const many = z.int().min(0).max(10_000)

const delay = z.discriminatedUnion('by', [
  z.object({ by: z.literal('ladder'), sameDay: z.boolean() }),
  z.object({ by: z.literal('once'), minutes: many }),
  z.object({ by: z.literal('now') }),
  z.object({ by: z.literal('minutes'), minutes: many }),
  z.object({ by: z.literal('hours'), hours: many }),
  z.object({ by: z.literal('days'), days: many, part: z.enum([...PART_IDS, 'least_tried'] as const) }),
])

const code = z.string().min(1).max(40)
const rule = {
  code,
  /** What it is to reports and to the law. */
  kind: z.enum(OUTCOME_IDS),
  key: z.string().max(4).nullable(),
  on: z.boolean(),
  needs: z.array(z.enum(NEEDS)).max(20),
  delay: delay.nullable(),
  reason: z.enum(REASON_IDS).nullable(),
}
const outcomeEntry = z.object({ ...rule, label: ownLabel })
/** As it is to be done: what its kind asks for is among its needs, and its delay is the kind's where it has none. */
export const outcomeRule = z.object({ ...rule, atOnce: z.boolean() })

export const outcomeSet = z.array(outcomeEntry).max(60)
const { get, save, restore } = catalogueOf(outcomeSet, OUTCOME_REFUSALS, OUTCOME_FIELDS)

/** Of one outcome, the calls that a draft would have changed. */
const tally = z.object({
  code,
  calls: z.int(),
  /** Tried again sooner, or later. */
  sooner: z.int(),
  later: z.int(),
  /** Pressed though it would be off; waiting for what was not given. */
  off: z.int(),
  asks: z.int(),
  /** Disqualified, and would be no more. */
  more: z.int(),
  fewer: z.int(),
})

/** What a call comes to, by version: PRODUCT.md section 4. */
export const outcomes = {
  'outcome.get': get,
  'outcome.save': save,
  'outcome.restore': restore,
  /**
   * What a draft would have made of the calls of these days, both included, by a dry run over some of them: begin with
   * `after` null, add up, and go on from the `after` of each answer until it is null; to stop, ask no more.
   */
  'outcome.preview': {
    input: z.object({
      outcomes: outcomeSet,
      from: day,
      to: day,
      after: z.object({ at: instant, id }).nullable(),
    }),
    output: z.object({
      seen: z.int(),
      /** Only with the first answer. */
      total: z.int().nullable(),
      outcomes: z.array(tally),
      /** Some of the calls that would have gone otherwise. */
      rows: z.array(
        z.object({
          id,
          leadId: id,
          name: z.string(),
          at: instant,
          code,
          /** When the lead would have been tried again, as it was and under the draft. */
          before: instant.nullable(),
          after: instant.nullable(),
          off: z.boolean(),
          asks: z.boolean(),
          closes: z.enum(['more', 'fewer']).nullable(),
        }),
      ),
      after: z.object({ at: instant, id }).nullable(),
    }),
  },
} as const
