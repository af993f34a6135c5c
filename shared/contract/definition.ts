import * as z from 'zod'

import { AGREEING_SIDES } from '../domain/bant.ts'

import { DEFINITION_REFUSALS } from '../domain/definition.ts'
import { day, id, instant, none, shortText } from './wire.ts'

/** Words of a definition's own, in both languages. */
const label = z.object({ es: shortText.min(1), en: shortText.min(1) })
const agreement = z.object({ name: z.string(), at: instant }).nullable()

export const definition = z.object({
  framework: shortText.min(1),
  name: shortText.min(1).exactOptional(),
  criteria: z
    .array(
      z.object({
        id: shortText.min(1),
        label: label.exactOptional(),
        key: z.string().length(1),
        grades: z
          .array(z.object({ id: shortText.min(1), label: label.exactOptional(), worth: z.int() }))
          .max(10),
        staleMonths: z.int().min(1).max(120).nullable(),
        gate: z.array(shortText).nullable(),
        /** Said of the company as much as of the person: shown on later leads and on colleagues. */
        shared: z.literal(true).exactOptional(),
      }),
    )
    .max(20),
  weights: z.record(z.string(), z.int()),
  threshold: z.int(),
  agreed: z.object({ marketing: agreement, sales: agreement }),
})

const version = z.object({
  /** The version of the rules it came with; 0 = as shipped. */
  version: z.int(),
  /** Null for the one that ships. */
  at: instant.nullable(),
  by: z.string().nullable(),
  definition,
})

/** `start`: the month in which a year of quarters begins. */
export const quarters = z.object({ start: z.int().min(1).max(12) })

const side = z.enum(AGREEING_SIDES)
const framework = shortText.min(1)

/** How many leads would have met proof 2 at a call of those days. */
const count = z.object({ inForce: z.int(), proposed: z.int() })

export const definitions = {
  /** What qualifies, as it is and as it ever was (PRODUCT.md section 5). */
  'definition.get': {
    input: none,
    output: z.object({
      /** What a list qualifies by that chose nothing. */
      standard: z.string(),
      lists: z.record(id, z.string()),
      /** 1-12: the month in which a year of quarters begins here (section 1). */
      quarterStart: z.int(),
      /** Of each framework its versions, the one in force first. */
      frameworks: z.array(z.object({ id: z.string(), versions: z.array(version).min(1) })),
    }),
  },
  /** A new version, or a new framework; it is a draft until both sides agree. Admins only ('not-allowed'). */
  'definition.save': {
    input: z.object({ definition }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('saved'), version: z.int() }),
      z.object({
        kind: z.literal('refused'),
        reasons: z.array(z.object({ reason: z.enum(DEFINITION_REFUSALS), subject: z.string().nullable() })),
      }),
    ]),
  },
  /** Who agreed to a version for one side. Refuses a version that is no longer in force ('conflict'). Admins only. */
  'definition.agree': {
    input: z.object({ framework, version: z.int(), side, name: shortText.min(1) }),
    output: version,
  },
  /** What a list qualifies by; `listId` null = all that chose nothing, `framework` null = as those. Admins only. */
  'definition.choose': {
    input: z.object({ listId: id.nullable(), framework: framework.nullable() }),
    output: none,
  },
  /** In which month (1-12) a year of quarters begins: what a timeline and "next quarter" read by. Admins only. */
  'definition.quarters': { input: quarters, output: none },
  /** A dry run over the calls of these days, both included: nothing is written. Read beside the engine. */
  'definition.replay': {
    input: z.object({ definition, from: day, to: day }),
    output: z.object({
      /** Leads spoken with in a call of those days. */
      leads: z.int(),
      passed: count,
      gained: z.int(),
      lost: z.int(),
    }),
  },
} as const
