import * as z from 'zod'

import { BASIS_KINDS, CHANNELS } from '../domain/basis.ts'
import { SCREENING_LISTS } from '../domain/screening.ts'
import { day, id, instant, none, shortText } from './wire.ts'

const minutes = z.int().min(0).max(1440)
const spans = z.array(z.tuple([minutes, minutes]))

/** What an admin takes off a pack or a state; it can only make the hours narrower. */
export const narrowing = z.object({
  earliest: minutes.nullable(),
  latest: minutes.nullable(),
  /** 1 = Monday ... 7 = Sunday. */
  weekdays: z.array(z.int().min(1).max(7)).max(7),
  days: z.array(day).max(60),
})

const policyRule = z.object({
  id: z.string(),
  kind: z.enum(['hours', 'line', 'screening', 'consent', 'existing', 'sole_trader']),
  who: z.enum(['business', 'consumers', 'all']),
  since: day.nullable(),
  until: day.nullable(),
  inForce: z.boolean(),
  source: z.string(),
  address: z.string().nullable(),
  reviewBy: day.nullable(),
  /** Somebody should have read the source again. */
  overdue: z.boolean(),
  /** ISO 3166-2, of a rule that is one state's. */
  region: z.string().nullable(),
  hours: z.object({ weekdays: spans, saturday: spans, sunday: spans, holidays: z.boolean() }).nullable(),
  lists: z.array(z.enum(SCREENING_LISTS)),
  /** Days a register may be old, or anew for each campaign. */
  within: z.union([z.int(), z.literal('campaign')]).nullable(),
  months: z.int().nullable(),
})

const screeningFile = z.object({
  id,
  list: z.enum(SCREENING_LISTS),
  takenOn: day,
  fileName: z.string(),
  at: instant,
  by: z.string().nullable(),
  state: z.enum(['running', 'done', 'cancelled', 'failed', 'replaced']),
  numbers: z.int(),
  /** Lines that are no number. */
  refused: z.int(),
  /** Numbers of people here that are on it; null until it was looked up. */
  matched: z.int().nullable(),
})

const basis = z.object({
  channel: z.enum(CHANNELS),
  kind: z.enum(BASIS_KINDS),
  /** False when it was withdrawn. */
  given: z.boolean(),
  on: day,
  source: shortText.nullable(),
  proof: z.string().max(2000).nullable(),
})
const bases = z.array(basis.extend({ id, at: instant, by: z.string().nullable() }))

export const policy = {
  /**
   * The packs as they stand in code, what was taken off them, and the public holidays of this year and the
   * next.
   */
  'policy.get': {
    input: none,
    output: z.object({
      packs: z.array(z.object({ id: z.string(), rules: z.array(policyRule) })),
      /** By pack, and by state as `US-FL`. */
      narrowings: z.record(z.string(), narrowing),
      states: z.array(z.object({ id: z.string(), name: z.string() })),
      holidays: z.array(
        z.object({
          country: z.string(),
          source: z.string(),
          regions: z.int(),
          years: z.array(z.int()),
          /** Of this year and the next, those that are not here or not final. */
          lacking: z.array(z.object({ year: z.int(), known: z.enum(['provisional', 'missing']) })),
        }),
      ),
    }),
  },
  /** Lays a narrowing over a pack or a state in place of the one before. Admins only ('not-allowed'). */
  'policy.narrow': { input: z.object({ subject: z.string().max(10), narrowing }), output: none },
  /** Files of registers, newest first. */
  'screening.files': { input: none, output: z.array(screeningFile) },
  /** Reads a file of numbers from the inbox, in the background. Team leads and admins ('not-allowed'). */
  'screening.import': {
    input: z.object({ fileId: id, name: shortText, list: z.enum(SCREENING_LISTS), takenOn: day }),
    output: z.object({ id }),
  },
  /** Stops one that runs, as if it had never begun. */
  'screening.cancel': { input: z.object({ id }), output: none },
  /** Why somebody may be called or written to, newest first. */
  'basis.list': { input: z.object({ leadId: id }), output: bases },
  /** A new fact; the newest of a channel holds. Throws 'conflict' (`day-ahead`). */
  'basis.save': { input: basis.extend({ leadId: id }), output: bases },
} as const
