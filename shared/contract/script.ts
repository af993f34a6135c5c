import * as z from 'zod'

import { LIBRARY_REFUSALS } from '../domain/objection.ts'
import { SCRIPT_REFUSALS } from '../domain/script.ts'
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
  label: words(80),
  at: instant,
  by: z.string(),
  callId: id,
  leadId: id,
})

const text = z.string().max(2000)
const inOneLanguage = z.object({
  openers: z.object({ cold: text, promised: text, asked: text }),
  source: text,
  object: text,
  numberFrom: text,
  questions: z.record(z.string().max(40), text),
  branches: z.array(z.object({ when: text, say: text, next: z.string().max(40).nullable() })).max(40),
  closes: z.array(z.object({ when: text, say: text })).max(40),
})
export const scripts = z.object({ es: inOneLanguage, en: inOneLanguage })

export const script = {
  /** A list's script, as it stands (`version` null) or as it once stood. Version 0 = as shipped. */
  'script.get': {
    input: z.object({ listId: id, version: z.int().nullable() }),
    output: z.object({
      version: z.int(),
      scripts,
      /** What the list qualifies by: its criteria are what is asked for. */
      framework: z.object({ id: z.string(), criteria: z.array(z.string()) }),
      /** Every version of the list's own, newest first. */
      versions: z.array(z.object({ version: z.int(), at: instant, by: z.string() })),
    }),
  },
  /** A new version. Team leads and admins only ('not-allowed'). */
  'script.save': {
    input: z.object({ listId: id, scripts }),
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('saved'), version: z.int() }),
      z.object({ kind: z.literal('refused'), reasons: z.array(z.enum(SCRIPT_REFUSALS)) }),
    ]),
  },
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
