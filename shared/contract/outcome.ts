import * as z from 'zod'

import { OUTCOME_NAME_REFUSALS } from '../domain/outcome-names.ts'
import { OUTCOME_IDS } from '../domain/outcome.ts'
import { instant, none, shortText } from './wire.ts'

const name = z.object({ es: shortText, en: shortText })
const names = z.partialRecord(z.enum(OUTCOME_IDS), name)
const version = z.object({ version: z.int(), at: instant.nullable(), by: z.string().nullable(), names })

export const outcomes = {
  /** What the team calls its outcomes: every version, the one in force first; 0 = as shipped. */
  'outcome.get': { input: none, output: z.object({ versions: z.array(version).min(1) }) },
  /** A new version, in force from now on. Flags and what an outcome asks for stay. Admins only ('not-allowed'). */
  'outcome.save': {
    input: z.object({ names }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('saved'), version: z.int() }),
      z.object({
        kind: z.literal('refused'),
        reasons: z.array(z.object({ reason: z.enum(OUTCOME_NAME_REFUSALS), subject: z.enum(OUTCOME_IDS) })),
      }),
    ]),
  },
} as const
