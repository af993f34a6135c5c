import * as z from 'zod'

import { FEWEST_MONTHS, HELD, MOST_MONTHS } from '../domain/retention.ts'
import { id, instant, none } from './wire.ts'

const months = z.int().min(FEWEST_MONTHS).max(MOST_MONTHS).nullable()

/** How long people are kept, by list. For admins only ('not-allowed', `needs-admin`). */
export const retaining = {
  'retention.get': {
    input: none,
    output: z.object({
      /** `months` null = the list keeps everything. */
      lists: z.array(z.object({ listId: id, name: z.string(), months })),
      running: z.boolean(),
    }),
  },
  'retention.save': { input: z.object({ listId: id, months }), output: none },
  /** A dry run: whom it would erase now, and whom something holds. */
  'retention.look': {
    input: none,
    output: z.object({
      people: z.int(),
      lists: z.array(
        z.object({
          listId: id,
          name: z.string(),
          due: z.int(),
          held: z.array(z.object({ why: z.enum(HELD), count: z.int() })),
          /** The first of them. */
          sample: z.array(z.object({ leadId: id, name: z.string(), lastAt: instant })),
        }),
      ),
    }),
  },
  /** Erases them, as a job. Throws 'conflict' (`import-running`, `retention-runs`). */
  'retention.run': { input: none, output: z.object({ jobId: id, people: z.int() }) },
  'retention.cancel': { input: none, output: none },
} as const
