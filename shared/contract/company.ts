import * as z from 'zod'

import { STAGES } from '../domain/stage.ts'
import { merges } from './review.ts'
import { id, instant } from './wire.ts'
import { companyWish } from './wish.ts'

const companyPage = z.object({
  companyId: id,
  name: z.string(),
  domain: z.string().nullable(),
  industry: z.string().nullable(),
  employees: z.int().nullable(),
  /** Country and city, as far as known. */
  place: z.string().nullable(),
  /** Those who were touched last first, at most 200 of `total`. */
  people: z.array(
    z.object({
      personId: id,
      name: z.string(),
      title: z.string().nullable(),
      /** Their open lead, else their newest. */
      leadId: id.nullable(),
      stage: z.enum(STAGES).nullable(),
      leads: z.int(),
      lastTouchAt: instant.nullable(),
    }),
  ),
  total: z.int(),
  leads: z.array(z.object({ stage: z.enum(STAGES), count: z.int() })),
  /** Numbers that several people have, or that are marked as a switchboard. */
  numbers: z.array(z.object({ display: z.string(), people: z.int(), switchboard: z.boolean() })),
  /** Since when nobody may be called there; null when they may. */
  silencedAt: instant.nullable(),
  /** It waits for a team lead to confirm it. */
  wish: companyWish.nullable(),
  /** How many of them asked not to be called. */
  silenced: z.int(),
  /** The company it was merged into; null while it stands for itself. */
  mergedInto: z.object({ companyId: id, name: z.string() }).nullable(),
  merges,
  /** Companies that look like this one. */
  alike: z.array(z.object({ companyId: id, name: z.string(), points: z.int() })),
})
export type CompanyPage = z.output<typeof companyPage>

export const company = {
  /** Throws AppError 'not-found' (`company-unknown`). */
  'company.page': { input: z.object({ companyId: id }), output: companyPage },
} as const
