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

export const rules = {
  'rules.get': {
    input: none,
    output: z.object({
      /** 0 = as shipped. */
      version: z.int(),
      score: scoreProfile,
    }),
  },
  /** A new version of one kind of rule. Team leads and admins only ('not-allowed'). Old facts keep theirs. */
  'rules.save': {
    input: z.object({ kind: z.literal('score'), data: scoreProfile }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('saved'), version: z.int() }),
      z.object({
        kind: z.literal('refused'),
        reasons: z.array(z.object({ reason: z.enum(RULE_REFUSALS), subject: z.string().nullable() })),
      }),
    ]),
  },
} as const
