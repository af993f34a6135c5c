import * as z from 'zod'

import { goals } from './settings.ts'
import { day, none } from './wire.ts'

/** One day's calls of one rep, as `metrics.funnel` counts a period (PRODUCT.md section 10). */
const dayFigures = z.object({
  day,
  dials: z.int(),
  connects: z.int(),
  conversations: z.int(),
})

export const dayView = {
  /** The day of the rep at the desk, in the workspace's zone. Nothing about idle time: it is not measured. */
  'day.view': {
    input: none,
    output: z.object({
      today: dayFigures,
      /** From Monday to today. */
      week: z.array(dayFigures),
      /** Hand-overs of people who are the rep's, today and since Monday, and those accepted since; as that one counts. */
      handed: z.object({ today: z.int(), week: z.int(), accepted: z.int() }),
      goals,
      /** Calls of today that still stand, by outcome, most first. */
      outcomes: z.array(z.object({ outcome: z.string(), count: z.int() })),
    }),
  },
} as const
