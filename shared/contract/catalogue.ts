import * as z from 'zod'

import { day, instant, none, shortText } from './wire.ts'

/** A name in both languages; null = as shipped. */
export const ownLabel = z.object({ es: shortText, en: shortText }).nullable()

/** What may be asked of a set of labelled things that is versioned: `set` is one version of it. */
export function catalogueOf<
  S extends z.ZodType,
  const Reasons extends readonly string[],
  const Fields extends readonly string[],
>(set: S, reasons: Reasons, fields: Fields) {
  const saved = z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('saved'), version: z.int(), from: instant }),
    z.object({
      kind: z.literal('refused'),
      reasons: z.array(
        z.object({
          reason: z.enum([...reasons, 'from-in-the-past']),
          /** The code it is about, for `none-left` the outcome; null = the version itself. */
          subject: z.string().nullable(),
          field: z.enum([...fields, 'from']),
          /** Who has it already: a code, or a command's id. */
          by: z.string().nullable(),
        }),
      ),
    }),
  ])
  return {
    /** Every version, the newest first; 0 = as shipped. */
    get: {
      input: none,
      output: z.object({
        /** The version that what is logged now is judged by. */
        inForce: z.int(),
        versions: z
          .array(
            z.object({
              version: z.int(),
              at: instant.nullable(),
              by: z.string().nullable(),
              /** Null for the one that ships. */
              from: instant.nullable(),
              set,
            }),
          )
          .min(1),
      }),
    },
    /** A new version; `from` = the day it begins here, null = now. What was logged before keeps its own. Admins only ('not-allowed'). */
    save: { input: z.object({ set, from: day.nullable() }), output: saved },
    /** A new version that says what an earlier one said. Admins only ('not-allowed'). */
    restore: { input: z.object({ version: z.int().min(0), from: day.nullable() }), output: saved },
  }
}
