import * as z from 'zod'

import { LIBRARY_REFUSALS } from '../domain/objection.ts'
import { id, instant, none } from './wire.ts'

const words = (most: number) => z.object({ es: z.string().max(most), en: z.string().max(most) })

export const objection = z.object({
  code: z.string().max(40),
  label: words(80),
  answer: words(1000),
  retired: z.boolean(),
})

/** One that a person raised and that stands; `callId` is the call it was raised in, logged or not yet. */
export const raised = z.object({
  id,
  code: z.string(),
  at: instant,
  by: z.string(),
  callId: id,
  leadId: id,
})

export const script = {
  /** What people say against it and what we answer. Version 0 = as shipped. */
  'objection.library': {
    input: none,
    output: z.object({ version: z.int(), objections: z.array(objection) }),
  },
  /** A new version; what is left out is kept, retired. Team leads and admins only ('not-allowed'). */
  'objection.save': {
    input: z.object({ objections: z.array(objection).min(1).max(200) }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('saved'), version: z.int() }),
      z.object({ kind: z.literal('refused'), reasons: z.array(z.enum(LIBRARY_REFUSALS)) }),
    ]),
  },
  /** Logs one on the call at the desk, or takes one back. All that stand of the person come back, newest first. */
  'objection.log': {
    input: z.object({ leadId: id, code: z.string().max(40), takesBack: id.nullable() }),
    output: z.array(raised),
  },
} as const
