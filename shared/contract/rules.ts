import * as z from 'zod'

import { FIT_TESTS } from '../domain/fit-test.ts'
import { SIGNAL_GROUPS, SIGNAL_KINDS } from '../domain/profile.ts'
import { REFUSALS } from '../domain/refused.ts'
import { RULE_REFUSALS } from '../domain/rule-check.ts'
import { id, instant, none, shortText } from './wire.ts'

const target = z.array(shortText.min(1)).max(200)

export const scoreProfile = z.object({
  fit: z
    .array(
      z.object({
        /** `industry`, `companySize`, `role`, `place`, or the header of a kept column. */
        rule: shortText.min(1),
        points: z.int(),
        /** Null = no target set, which gives half. Sizes are bands: `10-49`, `250+`; `between` has `10..49`, `10..`. */
        targets: target.nullable(),
        /** How it asks; without it in the field's own way. */
        test: z.enum(FIT_TESTS).exactOptional(),
        /** Rules of a group give its cap together at most. */
        group: shortText.min(1).exactOptional(),
      }),
    )
    .max(60),
  /** Most that a group gives, by its name. */
  caps: z.record(z.string(), z.int()).exactOptional(),
  /** Targets of single lists, by list id and rule. */
  lists: z.record(id, z.record(z.string(), target)),
  signals: z.record(
    z.enum(SIGNAL_KINDS),
    z.object({ points: z.int(), halfLifeDays: z.number().max(3650), group: z.enum(SIGNAL_GROUPS) }),
  ),
  readingCap: z.int(),
})

/** A field that a rule may be about: what is in it, and why it may not be scored if so. */
const scoreField = z.object({
  /** A built-in rule, or the header of a kept column. */
  rule: z.string(),
  /** Of `of` leads looked at, so many have it. */
  known: z.int(),
  of: z.int(),
  /** The values seen most. */
  values: z.array(z.object({ value: z.string(), n: z.int() })),
  refused: z.enum(REFUSALS).nullable(),
})

const profileChange = z.object({
  about: z.enum(['rule', 'cap', 'signal', 'readingCap', 'list']),
  subject: z.string(),
  /** As read aloud; null = it is not there. */
  before: z.string().nullable(),
  after: z.string().nullable(),
})
const version = z.int().min(0)

const saved = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), version: z.int() }),
  z.object({
    kind: z.literal('refused'),
    reasons: z.array(
      z.object({
        reason: z.enum(RULE_REFUSALS),
        subject: z.string().nullable(),
        /** Of a refused column: what it would give away. */
        why: z.enum(REFUSALS).exactOptional(),
      }),
    ),
  }),
])

const interval = z.object({ low: z.number(), high: z.number() })
/** How leads ended: `good` of `n`, with the interval of the share and of the lift over all of them. */
const lift = z.object({
  good: z.int(),
  n: z.int(),
  interval: interval.nullable(),
  lift: z.number().nullable(),
  liftInterval: interval.nullable(),
  thin: z.boolean(),
  verdict: z.enum(['above', 'below']).nullable(),
})

export const rules = {
  /** Every field a rule may be about, by a sample of the leads; those that are refused say why. */
  'rules.fields': { input: none, output: z.array(scoreField) },
  /** The score in force (PRODUCT.md section 6). */
  'rules.get': {
    input: none,
    output: z.object({
      /** 0 = as shipped. */
      version: z.int(),
      score: scoreProfile,
      /** The re-score that goes on, or was stopped; null when every lead has its score. */
      rescore: z.object({ done: z.int(), total: z.int(), stopped: z.boolean() }).nullable(),
    }),
  },
  /** Stops the re-score between two slices; `go` goes on with it. What was not reached keeps the score it had. */
  'rules.rescore': { input: z.object({ go: z.boolean() }), output: none },
  /** A new version of one kind of rule. Admins only ('not-allowed'). Old facts keep theirs. */
  'rules.save': {
    input: z.object({ kind: z.literal('score'), data: scoreProfile }),
    output: saved,
  },
  /**
   * What other rules would come to, by a dry run over the open leads of some milliseconds. Begin with `after` 0, add up,
   * and go on from the `after` of each answer until it is null; to stop, ask no more. `total` only comes with the first.
   */
  'rules.preview': {
    input: z.object({ data: scoreProfile, after: z.int().min(0) }),
    output: z.object({
      /** Leads looked at, open or not. */
      seen: z.int(),
      effect: z.object({
        up: z.int(),
        down: z.int(),
        same: z.int(),
        mqlBefore: z.int(),
        mqlAfter: z.int(),
      }),
      after: z.int().nullable(),
      total: z.int().nullable(),
    }),
  },
  /**
   * What the team's own leads say, those that ended: won or lost by a contract, or by becoming an SQL. Nothing is changed;
   * `leftOut` had something filled in after the first dial, which a call may have told.
   */
  'rules.suggest': {
    input: z.object({ goal: z.enum(['won', 'sql']) }),
    output: z.object({
      good: z.int(),
      n: z.int(),
      leftOut: z.int(),
      /** In the order of the profile; `suggested` null = stays as it is. */
      rules: z.array(
        z.object({ rule: z.string(), points: z.int(), suggested: z.int().nullable(), match: lift }),
      ),
      fields: z.array(z.object({ rule: z.string(), values: z.array(lift.extend({ value: z.string() })) })),
    }),
  },
  /** Every version of the score's profile, newest first; 0 is as shipped. */
  'rules.versions': {
    input: none,
    output: z.array(
      z.object({
        version,
        at: instant.nullable(),
        by: z.string().nullable(),
        /** Against the version before it. */
        changes: z.array(profileChange),
      }),
    ),
  },
  /** What differs between two versions. */
  'rules.compare': { input: z.object({ from: version, to: version }), output: z.array(profileChange) },
  /** A new version that says what an old one said. Admins only ('not-allowed'). */
  'rules.restore': { input: z.object({ version }), output: saved },
} as const
