import * as z from 'zod'

import { LANGUAGES } from '../domain/language.ts'

import { ROLES } from '../domain/people.ts'
import { PRIORITIES } from '../domain/list.ts'
import { PROMISE_POLICIES } from '../domain/promise.ts'
import { outcomeRule } from './outcome.ts'
import { reasonHeld } from './reason.ts'
import { settings } from './settings.ts'
import { id, instant, none, shortText } from './wire.ts'

const rep = z.object({ id, name: z.string(), role: z.enum(ROLES), active: z.boolean() })

export const list = z.object({
  id,
  name: z.string(),
  business: z.boolean(),
  country: z.string().length(2),
  language: z.enum(LANGUAGES),
  costMinor: z.int().nullable(),
  currency: z.string().length(3).nullable(),
  basis: z.string().nullable(),
  /** Who keeps a promise that is due. */
  promisePolicy: z.enum(PROMISE_POLICIES),
  /** Among the lists that a rep works as one queue. */
  priority: z.enum(PRIORITIES),
})

const words = z.record(z.string(), z.string())

export const people = {
  /** All that the frame needs at start, in one request. */
  'app.state': {
    input: none,
    output: z.object({
      version: z.string(),
      data: z.string(),
      zone: z.string(),
      demo: z.boolean(),
      /** The person at this desk; null on the first run. */
      atDesk: rep.nullable(),
      reps: z.array(rep),
      lists: z.array(list),
      settings,
      /** The team's own names of outcomes, reasons, criteria and grades, by their place in the catalogues of `call`. */
      words: z.object({ en: words, es: words }),
      /** Those in force in the order of the bar, then the team's own of the past (off). */
      outcomes: z.array(outcomeRule),
      /** Those in force in the order in which they are offered, then the team's own of the past (off). */
      reasons: z.array(reasonHeld),
      /** When a version of outcomes or reasons that was planned begins; null = none is planned. */
      rulesUntil: instant.nullable(),
      savedAt: instant.nullable(),
    }),
  },
  /**
   * Whoever is added first sits down. Throws 'conflict' (`name-taken`), 'not-allowed' (`role-above-yours`).
   */
  'people.add': { input: z.object({ name: shortText.min(1), role: z.enum(ROLES) }), output: rep },
  /** Who acts from here on. Throws 'not-found' (`rep-unknown`). */
  'people.sit': { input: z.object({ repId: id }), output: rep },
  /** Leads of each list that has any, by its id. */
  'lists.counts': { input: none, output: z.record(id, z.int()) },
  /**
   * A new list without an id. Throws 'conflict' (`name-taken`); 'not-allowed' (`needs-team-lead`) for whom it
   * holds, who keeps promises and which list goes first.
   */
  'lists.save': {
    /** Without a policy or a priority, those that stand: the owner's first, then the team's; normal. */
    input: list.extend({
      id: id.nullable(),
      name: shortText.min(1),
      promisePolicy: list.shape.promisePolicy.optional(),
      priority: list.shape.priority.optional(),
    }),
    output: list,
  },
  /** Fills an empty workspace with generated people and 90 days of calls. */
  'demo.seed': { input: none, output: z.object({ leads: z.int() }) },
} as const
