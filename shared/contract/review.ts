import * as z from 'zod'

import { HOWS, LIKENESSES } from '../domain/identity/alike-line.ts'
import { COMPANY_FIELDS, MERGE_FIELDS, PAIR_KINDS, SIDES } from '../domain/identity/merge.ts'
import { STAGES } from '../domain/stage.ts'
import { id, instant, none } from './wire.ts'

const shownLead = z.object({
  leadId: id,
  listName: z.string(),
  stage: z.enum(STAGES),
  lastDialAt: instant.nullable(),
})

/** One of two who look alike, as a person compares them. */
const alikeSide = z.object({
  id,
  name: z.string(),
  /** What may be chosen between, by field; null where it says nothing. */
  fields: z.record(z.string(), z.string().nullable()),
  phones: z.array(z.object({ display: z.string(), status: z.string() })),
  emails: z.array(z.string()),
  /** Kept columns by header. */
  extra: z.record(z.string(), z.string()),
  /** At most 20. */
  leads: z.array(shownLead),
  people: z.int(),
  companyId: id.nullable(),
  lastTouchAt: instant.nullable(),
  createdAt: instant.nullable(),
  suppressed: z.boolean(),
})
export type AlikeSide = z.output<typeof alikeSide>

const alikeLine = z.object({
  of: z.enum(LIKENESSES),
  how: z.enum(HOWS),
  points: z.int(),
  a: z.string(),
  b: z.string(),
  header: z.string().nullable(),
})
const alikePair = z.object({
  kind: z.enum(PAIR_KINDS),
  points: z.int(),
  lines: z.array(alikeLine),
  /** The one who is here longer first: the one to keep when nobody says otherwise. */
  sides: z.tuple([alikeSide, alikeSide]),
})
export type AlikePair = z.output<typeof alikePair>

/** Who was merged into one, newest first. `yours`: whoever is at the desk may take it back. */
export const merges = z.array(
  z.object({
    pairingId: id,
    name: z.string(),
    at: instant,
    by: z.string().nullable(),
    yours: z.boolean(),
  }),
)

const choices = z.partialRecord(z.enum([...MERGE_FIELDS, ...COMPANY_FIELDS]), z.enum(SIDES))

export const review = {
  /** Those who look alike and about whom nobody has decided, the likeliest first. */
  'review.pairs': {
    input: z.object({ kind: z.enum(PAIR_KINDS), offset: z.int().min(0), limit: z.int().min(1).max(50) }),
    output: z.object({
      total: z.int(),
      persons: z.int(),
      companies: z.int(),
      /** A search for more is going on. */
      looking: z.boolean(),
      /** Values that too many share to compare everybody who has them, in the last search. */
      capped: z.int(),
      rows: z.array(alikePair),
    }),
  },
  /**
   * Two are one. Throws AppError 'conflict' (`merged-meanwhile`, `call-open`, `import-running`), 'not-found', and 'not-allowed' for
   * companies, which a team lead merges.
   */
  'review.merge': {
    input: z.object({ kind: z.enum(PAIR_KINDS), keepId: id, otherId: id, choices }),
    output: z.object({ pairingId: id }),
  },
  /** They are two; remembered, so that they are not shown again. */
  'review.apart': {
    input: z.object({ kind: z.enum(PAIR_KINDS), a: id, b: id }),
    output: z.object({ pairingId: id }),
  },
  /** Takes a decision back. Throws AppError 'not-allowed', or 'conflict' (`merged-again`, `taken-back`, `import-running`). */
  'review.undo': { input: z.object({ pairingId: id }), output: none },
  /** Compares everybody anew, in the background; `review.pairs` says when it is over. */
  'review.look': { input: none, output: none },
  /** Those that stand. */
  'review.merges': { input: z.object({ kind: z.enum(PAIR_KINDS), id }), output: merges },
} as const
