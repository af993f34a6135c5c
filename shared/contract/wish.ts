import * as z from 'zod'

import { day, id, instant, longText, none, shortText } from './wire.ts'

/** "Never call anybody here", recorded in a call: it holds at once, and a team lead confirms or narrows it in time. */
export const companyWish = z.object({
  wishId: id,
  companyId: id,
  company: z.string(),
  /** Who is said to have asked, and on which lead; null when they are not here any more. */
  person: z.string().nullable(),
  leadId: id.nullable(),
  by: z.string().nullable(),
  at: instant,
  /** After this day nobody confirmed it, and it is only the person's. */
  confirmBy: day,
  /** Leads that it keeps out of the queue. */
  leads: z.int(),
})
export type CompanyWish = z.output<typeof companyWish>

export const wishes = {
  /** Those that wait for a team lead, the one with the least time left first. */
  'wishes.open': { input: none, output: z.array(companyWish) },
  /**
   * Confirms it for the whole company, or narrows it to who said it. Throws AppError 'not-allowed' (`needs-team-lead`),
   * 'not-found' (`wish-unknown`) when it was decided, has lapsed, or was taken back with its call.
   */
  'wishes.decide': { input: z.object({ wishId: id, companyWide: z.boolean() }), output: none },
  /**
   * The person agreed to be called again: ends their own wish not to be, and keeps the consent with its day and proof. A
   * company's wish, and a number's, stay. Throws AppError 'not-allowed' (`needs-team-lead`), 'not-found' (`wish-unknown`),
   * 'conflict' (`day-ahead`, `consent-older` than the wish, `erased`).
   */
  'wishes.lift': {
    input: z.object({
      leadId: id,
      on: day,
      source: shortText.nullable(),
      proof: longText.trim().min(3).max(2000),
    }),
    output: none,
  },
} as const
