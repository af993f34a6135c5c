import * as z from 'zod'

import { FEWEST_MONTHS, HELD, MOST_MONTHS } from '../domain/retention.ts'
import { id, instant, none } from './wire.ts'

const months = z.int().min(FEWEST_MONTHS).max(MOST_MONTHS).nullable()
/** Months after the last that happened; null = never. */
export const keeping = z.object({ close: months, erase: months })

/** The first of them. */
const sample = z.array(z.object({ leadId: id, name: z.string(), lastAt: instant }))

/** How long leads stay open and people are kept, by list. For admins only ('not-allowed', `needs-admin`). */
export const retaining = {
  'retention.get': {
    input: none,
    output: z.object({
      /** Of lists that say nothing themselves, those to come too. */
      standard: keeping.nullable(),
      /** `own` null = as the standard says. */
      lists: z.array(z.object({ listId: id, name: z.string(), own: keeping.nullable() })),
      running: z.boolean(),
    }),
  },
  /** `listId` null is the standard; `keeping` null takes a list's own back. Throws 'invalid-input' (`close-after-erase`). */
  'retention.save': { input: z.object({ listId: id.nullable(), keeping: keeping.nullable() }), output: none },
  /** A dry run: whom it would close or erase now, and whom something holds. */
  'retention.look': {
    input: none,
    output: z.object({
      people: z.int(),
      leads: z.int(),
      lists: z.array(
        z.object({
          listId: id,
          name: z.string(),
          due: z.int(),
          held: z.array(z.object({ why: z.enum(HELD), count: z.int() })),
          sample,
          /** Open leads that would be closed; `promised` stay for that. */
          close: z.object({ due: z.int(), promised: z.int(), sample }),
        }),
      ),
    }),
  },
  /** Closes the leads that are due, as a batch: `batch.undo` takes it back for a day. */
  'retention.close': { input: none, output: z.object({ batchId: id, leads: z.int() }) },
  /** Erases them, as a job. Throws 'conflict' (`import-running`, `retention-runs`). */
  'retention.run': { input: none, output: z.object({ jobId: id, people: z.int() }) },
  'retention.cancel': { input: none, output: none },
} as const
