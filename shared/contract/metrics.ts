import * as z from 'zod'

import { AGEING } from '../domain/ageing.ts'
import { BASES, FIGURES, STEPS, TABLES, UNITS } from '../domain/metrics.ts'
import { OUTCOME_IDS } from '../domain/outcome.ts'
import { STAGES } from '../domain/stage.ts'
import { day, id, instant, none } from './wire.ts'

/** Null takes all; the empty text takes those that have none. */
const one = <T extends z.ZodType>(value: T) => z.union([value, z.literal('')]).nullable()

/** Days are those of the workspace's zone; `to` is inside. */
const metricsFilter = z
  .object({
    from: day,
    to: day,
    listId: id.nullable(),
    repId: one(id),
    /** A source's key, as `metrics.table` by source gives it. */
    source: one(z.string().max(200)),
    unit: z.enum(UNITS),
    /** Unit calls is always by period. */
    basis: z.enum(BASES),
  })
  .refine(({ from, to }) => from <= to, 'The period ends before it starts.')

/** A share, 0-1 (over 1 only where the people are not the same). Null in its place is "no data": 0 of 0. */
const rate = z.object({
  n: z.int(),
  of: z.int(),
  /** Independent people behind it; under 30 is thin. */
  people: z.int(),
  value: z.number(),
  /** Wilson 95 %; null when numerator and denominator are not the same people. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  thin: z.boolean(),
})

export const figures = z.object({
  /** What each share is of: `STEP_OF`. `elsewhere`: of `n`, what only a file brought or a team lead answered for. */
  steps: z.array(z.object({ step: z.enum(STEPS), n: z.int(), elsewhere: z.int(), rate: rate.nullable() })),
  /** Calls of the period, by who made them. */
  dials: z.int(),
  connects: z.int(),
  conversations: z.int(),
  interestedCalls: z.int(),
  /** Distinct people behind the dials. */
  peopleDialled: z.int(),
  connectRate: rate.nullable(),
  conversationRate: rate.nullable(),
  interestedRate: rate.nullable(),
  /** Calls with the person whose talk time is not known, of all calls with the person. No interval. */
  unknownTalk: rate.nullable(),
})

/** First dial - arrival, of leads that arrived in the period. Whole working minutes; null when none was dialled. */
const speed = z.object({
  median: z.int().nullable(),
  p90: z.int().nullable(),
  dialled: z.int(),
  neverDialled: z.int(),
})

/** One row behind a figure: a person for the steps by people, else a call or a stage change. */
const metricsRow = z.object({
  leadId: id,
  name: z.string(),
  company: z.string().nullable(),
  listName: z.string(),
  source: z.string().nullable(),
  rep: z.string().nullable(),
  stage: z.enum(STAGES),
  /** When it happened: the dial, the step, the arrival. */
  at: instant,
  /** By its code, ours or the team's own. */
  outcome: z.string().nullable(),
  /** Seconds; null = unknown. */
  talk: z.int().nullable(),
  /** It began before anybody pressed that they answered: the seconds are at least these (PRODUCT.md section 10). */
  talkAtLeast: z.boolean(),
})

/** Where the person is: 1 = Monday, hours 0-23. */
const slot = z.object({ weekday: z.int().min(1).max(7), hour: z.int().min(0).max(23) })

export const metrics = {
  /** From call to contract, with how fast the first dial came (PRODUCT.md section 10). */
  'metrics.funnel': {
    input: metricsFilter,
    output: z.object({ basis: z.enum(BASES), figures, speed }),
  },
  /** The same figures for each rep, list or source, by name. Reps add up to the team. */
  'metrics.table': {
    input: metricsFilter.safeExtend({ by: z.enum(TABLES) }),
    output: z.object({
      basis: z.enum(BASES),
      /** `key` goes into the filter; '' = none, and its name is null. */
      rows: z.array(z.object({ key: z.string(), name: z.string().nullable(), figures })),
    }),
  },
  /** Connects over dials by weekday and hour in the person's time; slots without a dial are left out. */
  'metrics.byHour': {
    input: metricsFilter,
    output: z.object({
      slots: z.array(slot.extend({ dials: z.int(), connects: z.int(), rate: rate.nullable() })),
      /** Dials of people of whom nothing says where they are. */
      unplaced: z.int(),
    }),
  },
  /** Open leads that have been in their stage for too long, a bucket a stage; stages without any are left out. */
  'metrics.ageing': {
    input: none,
    output: z.array(
      z.object({
        stage: z.enum(AGEING),
        /** From so many days on it is too long; of nurture, past waking. */
        days: z.int(),
        /** How many ever went on from it; under 30 the limit is the one it is shipped with. */
        wentOn: z.int(),
        leads: z.int(),
        /** Since when the first of them waits. */
        since: instant.nullable(),
      }),
    ),
  },
  /** How the dials of the period ended, by the outcome that was pressed: the team's own apart from ours. They add up to the dials. */
  'metrics.outcomes': {
    input: metricsFilter,
    output: z.object({
      dials: z.int(),
      /** `code` is ours or the team's own, `kind` what it counts as; the commonest first. */
      rows: z.array(
        z.object({ code: z.string(), kind: z.enum(OUTCOME_IDS), n: z.int(), elsewhere: z.int() }),
      ),
    }),
  },
  /** The rows behind a figure, oldest first. `total` is the figure. */
  'metrics.rows': {
    input: metricsFilter.safeExtend({
      figure: z.enum(FIGURES),
      /** A cell of `metrics.byHour`: narrows figures that are calls. */
      slot: slot.nullable(),
      /** Of figures that are calls, only those that ended so, by code; absent or null takes all. */
      outcome: z.string().max(60).nullable().optional(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    output: z.object({ total: z.int(), rows: z.array(metricsRow) }),
  },
} as const
