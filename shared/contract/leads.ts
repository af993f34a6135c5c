import * as z from 'zod'

import { BUCKETS, WAITS } from '../domain/queue.ts'
import { STAGES } from '../domain/stage.ts'
import { leadsOrder } from './leads-filter.ts'
import { id, instant } from './wire.ts'

const leadRow = z.object({
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
  reason: z.string().nullable(),
  source: z.string().nullable(),
  campaign: z.string().nullable(),
  owner: z.string().nullable(),
  country: z.string().nullable(),
  city: z.string().nullable(),
  fit: z.int(),
  bant: z.int(),
  dials: z.int(),
  attempts: z.int(),
  arrivedAt: instant,
  wakesAt: instant.nullable(),
  lastDialAt: instant.nullable(),
  /** By its code, ours or the team's own. */
  lastOutcome: z.string().nullable(),
  /** Columns of the file by header, as they came. */
  extra: z.record(z.string(), z.string()),
  /** Where it stands in the queue: `bucket` when its turn can come now, `wait` and when it ends otherwise. */
  next: z
    .object({ bucket: z.enum(BUCKETS), wait: z.enum(WAITS).nullable(), at: instant.nullable() })
    .nullable(),
})
export type LeadRow = z.output<typeof leadRow>

/** More are asked for piece by piece, or meant by a filter. */
export const MOST_IDS = 20_000

export const leads = {
  /** One page of a virtual list. */
  'leads.page': {
    input: leadsOrder.extend({ offset: z.int().min(0), limit: z.int().min(1).max(200) }),
    output: z.object({ total: z.int(), rows: z.array(leadRow) }),
  },
  /** The ids of a stretch of the list. */
  'leads.ids': {
    input: leadsOrder.extend({ offset: z.int().min(0), limit: z.int().min(1).max(MOST_IDS) }),
    output: z.object({ leadIds: z.array(id) }),
  },
  /**
   * Who stands before and after a lead. `at` is where it stood, from 0: one that the filter no longer holds is still
   * between its neighbours.
   */
  'leads.around': {
    input: leadsOrder.extend({ leadId: id, at: z.int().min(0).nullable() }),
    output: z.object({
      at: z.int().nullable(),
      total: z.int(),
      before: id.nullable(),
      after: id.nullable(),
    }),
  },
  /** What there is to choose from: sources, countries, files, and columns that no field took. */
  'leads.choices': {
    input: z.object({}),
    output: z.object({
      sources: z.array(z.object({ key: z.string(), name: z.string() })),
      countries: z.array(z.string()),
      imports: z.array(z.object({ id, name: z.string(), at: instant })),
      headers: z.array(z.string()),
    }),
  },
} as const
