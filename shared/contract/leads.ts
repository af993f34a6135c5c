import * as z from 'zod'

import { BUCKETS, WAITS } from '../domain/queue.ts'
import { STAGES } from '../domain/stage.ts'
import { id, instant } from './wire.ts'

export const LEAD_SORTS = ['newest', 'name', 'lastDial', 'fit'] as const

export const leadRow = z.object({
  leadId: id,
  listId: id,
  listName: z.string(),
  name: z.string(),
  company: z.string().nullable(),
  title: z.string().nullable(),
  /** The first number that may be called, else the first; as people read it. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  stage: z.enum(STAGES),
  source: z.string().nullable(),
  owner: z.string().nullable(),
  fit: z.int(),
  dials: z.int(),
  lastDialAt: instant.nullable(),
  /** Where it stands in the queue: `bucket` when its turn can come now, `wait` and when it ends otherwise. */
  next: z
    .object({ bucket: z.enum(BUCKETS), wait: z.enum(WAITS).nullable(), at: instant.nullable() })
    .nullable(),
})
export type LeadRow = z.output<typeof leadRow>

export const leads = {
  /** One page of a virtual list. `text` narrows as `leads.search` does; '' does not. */
  'leads.page': {
    input: z.object({
      listId: id.nullable(),
      stage: z.enum(STAGES).nullable(),
      text: z.string().max(200),
      sort: z.enum(LEAD_SORTS),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    output: z.object({ total: z.int(), rows: z.array(leadRow) }),
  },
  /** As one types: name, company, phone (national or international), e-mail; every word is the beginning of one. */
  'leads.search': {
    input: z.object({ text: z.string().max(200), limit: z.int().min(1).max(50) }),
    output: z.object({ rows: z.array(leadRow), more: z.boolean() }),
  },
} as const
