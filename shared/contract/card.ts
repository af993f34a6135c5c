import * as z from 'zod'

import { ANSWER_STATES } from '../domain/bant.ts'
import { LANGUAGES } from '../domain/language.ts'
import { PHONE_STATUSES, PHONE_TYPES } from '../domain/phone-kind.ts'
import { BUCKETS, WAITS } from '../domain/queue.ts'
import { SIZE_UNITS, STAGE_REFUSALS, STAGES } from '../domain/stage.ts'
import { hours } from './hours.ts'
import { raised } from './script.ts'
import { timelineItem } from './timeline.ts'
import { day, hundredths, id, instant } from './wire.ts'

/** A gate is refused by the name of its criterion. */
export const gateRefusal = z.templateLiteral(['gate-', z.string()])
export const stageRefusal = z.union([z.enum(STAGE_REFUSALS), gateRefusal])

const receiptLine = z.object({
  /** Key of the rule, worded by the screen: `industry`, `companySize`, `role`, `place`, `demo`, `cap` ... */
  rule: z.string(),
  /** The value the rule saw, as text; null when unknown. */
  value: z.string().nullable(),
  points: hundredths,
  /** Signals: when it happened. */
  at: instant.nullable(),
})
const receipt = z.object({
  total: hundredths,
  lines: z.array(receiptLine),
  /** Rules that would raise it if known, with what they could add. */
  wouldRaise: z.array(z.object({ rule: z.string(), points: hundredths })),
  /** What a team lead set by hand, in force until then, and what is computed; null when nobody did. */
  override: z
    .object({ by: z.string(), reason: z.string().nullable(), until: instant, original: hundredths })
    .nullable(),
})

/** Why this lead now, or on which ground it stands in the queue. */
export const why = z.object({
  bucket: z.enum(BUCKETS),
  /** Promise, follow-up, intent action or wake-up: its time. */
  at: instant.nullable(),
  /** Who gave the promise; null when it was the one at the desk or nobody. */
  by: z.string().nullable(),
  lateMinutes: z.int().nullable(),
  /** Hot: what is left of the first five working minutes; null once they are over. */
  leftMinutes: z.int().nullable(),
  /** Hot: the kind of intent action. */
  signal: z.string().nullable(),
  attempt: z.int(),
  floor: z.int(),
  /** The part of the day with the fewest attempts. */
  leastTried: z.enum(['morning', 'midday', 'afternoon']).nullable(),
  fit: hundredths,
  source: z.string().nullable(),
})

/** The calling window where the person is. */
export const window = z.object({
  /** Every zone the person may be in; empty = unknown. */
  zones: z.array(z.string()),
  open: z.boolean(),
  /** The next time it closes (open) or opens (closed); null when it never does. */
  changesAt: instant.nullable(),
  /** The window is that of all zones at once. */
  several: z.boolean(),
})

/** One condition of `mayCall`. `until` null = for good, or until somebody acts. */
const condition = z.object({
  rule: z.string(),
  effect: z.enum(['allow', 'warn', 'block']),
  until: instant.nullable(),
  /** What the rule saw: a count, a name, a country. */
  evidence: z.string().nullable(),
  /** The law or the regulator's page it rests on; null for rules of our own. */
  source: z.string().nullable(),
})
export const mayCall = z.object({
  effect: z.enum(['allow', 'warn', 'block']),
  conditions: z.array(condition),
})

export const phone = z.object({
  id,
  e164: z.string(),
  display: z.string(),
  extension: z.string().nullable(),
  type: z.enum(PHONE_TYPES),
  status: z.enum(PHONE_STATUSES),
})

const answer = z.object({
  criterion: z.string(),
  state: z.enum(ANSWER_STATES),
  grade: z.string().nullable(),
  at: instant,
  by: z.string(),
  stale: z.boolean(),
  date: day.nullable(),
  amountMinor: z.int().nullable(),
  currency: z.string().nullable(),
  evidence: z.string().nullable(),
  /** Given by a colleague or on another lead. */
  from: z.string().nullable(),
})
export const board = z.object({
  framework: z.string(),
  /** Every framework it can be looked at through. */
  frameworks: z.array(z.string()),
  /** The framework whose definition decides; another one is only looked through. */
  inForce: z.string(),
  version: z.int(),
  draft: z.boolean(),
  threshold: z.int(),
  /** 1-12: the month in which a year of quarters begins here. */
  quarterStart: z.int(),
  criteria: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      weight: z.int(),
      grades: z.array(z.object({ id: z.string(), worth: z.int() })),
      /** Grades that pass its gate; null when it is none. */
      gate: z.array(z.string()).nullable(),
      question: z.string(),
    }),
  ),
  /** One for each criterion that was asked; the others are "not asked". */
  answers: z.array(answer),
  now: hundredths,
  possible: hundredths,
  failedGates: z.array(z.string()),
  /** The open or stale criterion worth most; null when none is. */
  nextBest: z.object({ criterion: z.string(), points: hundredths }).nullable(),
})

const colleague = z.object({
  leadId: id,
  name: z.string(),
  title: z.string().nullable(),
  decides: z.boolean(),
  lastDialAt: instant.nullable(),
})

export const draft = z.object({
  callId: id,
  phoneId: id.nullable(),
  dialledAt: instant.nullable(),
  answeredAt: instant.nullable(),
  endedAt: instant.nullable(),
  /** Milliseconds in the present phase (ringing, talking, wrapping up) when this was answered; null before a dial. */
  elapsed: z.int().nullable(),
  /** What happened to the clock since somebody answered: moved by hand, or the machine started anew. */
  clock: z.enum(['steady', 'set', 'restarted']),
  /** The opening line was said; null until somebody answered or ticked it. */
  openingSaid: z.boolean().nullable(),
  note: z.string(),
})

export const opportunity = z.object({
  problem: z.string(),
  sizeValue: z.int().nullable(),
  sizeUnit: z.enum(SIZE_UNITS).nullable(),
  consent: z.boolean(),
  amountMinor: z.int().nullable(),
  currency: z.string().nullable(),
  expectedClose: day.nullable(),
  contractReference: z.string().nullable(),
  contractDate: day.nullable(),
})

/** Everything the call screen shows of one lead. */
export const card = z.object({
  leadId: id,
  listId: id,
  listName: z.string(),
  language: z.enum(LANGUAGES),
  stage: z.enum(STAGES),
  reason: z.string().nullable(),
  source: z.string().nullable(),
  campaign: z.string().nullable(),
  arrivedAt: instant,
  owner: z.string().nullable(),
  person: z.object({
    id,
    name: z.string(),
    givenName: z.string().nullable(),
    title: z.string().nullable(),
    city: z.string().nullable(),
    country: z.string().nullable(),
    phones: z.array(phone),
    emails: z.array(z.string()),
  }),
  company: z
    .object({ id, name: z.string(), industry: z.string().nullable(), employees: z.int().nullable() })
    .nullable(),
  why: why.nullable(),
  window,
  mayCall,
  fit: receipt,
  behaviour: receipt,
  board,
  /** What to say first, and what when they ask where the number came from; merge fields filled in. */
  script: z.object({ opener: z.string(), numberFrom: z.string() }),
  history: z.array(timelineItem),
  /** What the person said against it, in every list, newest first. */
  objections: z.array(raised),
  /** Whom the person named as the one to talk to, in a call of this lead. */
  named: z.object({ leadId: id, name: z.string() }).nullable(),
  colleagues: z.array(colleague),
  alsoIn: z.array(z.object({ listName: z.string(), promisedAt: instant.nullable() })),
  draft: draft.nullable(),
  /** When the rep at the desk works; null when they never said. */
  hours: hours.nullable(),
  opportunity: opportunity.nullable(),
  /** What "qualified" would still be refused for, as things stand, leaving the next step aside. */
  missing: z.array(stageRefusal),
  extra: z.record(z.string(), z.string()),
})
export type Card = z.output<typeof card>

export const wait = z.enum(WAITS)
