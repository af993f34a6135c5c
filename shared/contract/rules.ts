import * as z from 'zod'

import { SIGNAL_GROUPS, SIGNAL_KINDS } from '../domain/profile.ts'
import { RULE_REFUSALS } from '../domain/rule-check.ts'
import { id, none, shortText } from './wire.ts'

const target = z.array(shortText.min(1)).max(200)

export const scoreProfile = z.object({
  fit: z.array(
    z.object({
      /** `industry`, `companySize`, `role`, `place`, or the header of a kept column. */
      rule: shortText.min(1),
      points: z.int(),
      /** Null = no target set, which gives half. Sizes are bands: `10-49`, `250+`. */
      targets: target.nullable(),
    }),
  ),
  /** Targets of single lists, by list id and rule. */
  lists: z.record(id, z.record(z.string(), target)),
  signals: z.record(
    z.enum(SIGNAL_KINDS),
    z.object({ points: z.int(), halfLifeDays: z.number().max(3650), group: z.enum(SIGNAL_GROUPS) }),
  ),
  readingCap: z.int(),
})

export const definition = z.object({
  framework: shortText.min(1),
  criteria: z.array(
    z.object({
      id: shortText.min(1),
      key: z.string().length(1),
      grades: z.array(z.object({ id: shortText.min(1), worth: z.int() })).min(1),
      staleMonths: z.int().min(1).nullable(),
      gate: z.array(shortText).nullable(),
      /** Said of the company as much as of the person: shown on later leads and on colleagues. */
      shared: z.literal(true).exactOptional(),
    }),
  ),
  weights: z.record(z.string(), z.int()),
  threshold: z.int(),
  agreed: z.object({ marketing: shortText.nullable(), sales: shortText.nullable() }),
})

export const rules = {
  'rules.get': {
    input: none,
    output: z.object({
      /** 0 = as shipped. */
      version: z.int(),
      score: scoreProfile,
      definition,
      /** Criteria whose lack alone keeps the threshold out of reach. */
      vetoes: z.array(z.string()),
    }),
  },
  /** A new version of one kind of rule. Team leads and admins only ('not-allowed'). Old facts keep theirs. */
  'rules.save': {
    input: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('score'), data: scoreProfile }),
      z.object({ kind: z.literal('definition'), data: definition }),
    ]),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('saved'), version: z.int(), vetoes: z.array(z.string()) }),
      z.object({
        kind: z.literal('refused'),
        reasons: z.array(z.object({ reason: z.enum(RULE_REFUSALS), subject: z.string().nullable() })),
      }),
    ]),
  },
} as const
