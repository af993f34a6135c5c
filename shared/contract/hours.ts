import * as z from 'zod'

import { areHours, DAYS_A_WEEK, MOST_OFF } from '../domain/rep-hours.ts'
import { day, id, none } from './wire.ts'

const minutes = z.int().min(0).max(1440)
const off = z.array(z.object({ from: day, to: day })).max(MOST_OFF)
export const hours = z
  .object({
    /** Monday to Sunday: when they work, in order, with the breaks left out. Minutes from midnight. */
    week: z.array(z.array(z.tuple([minutes, minutes])).max(4)).length(DAYS_A_WEEK),
    off,
  })
  .refine(areHours)
/** As an older version kept them. */
export const sameHours = z.object({ days: z.array(z.int().min(1).max(7)), from: minutes, to: minutes, off })

export const workingHours = {
  /** Who works when: a team lead reads everybody's, a rep their own. `usual` = nobody ever said. */
  'hours.list': {
    input: none,
    output: z.array(z.object({ repId: id, name: z.string(), hours, usual: z.boolean() })),
  },
  /** Of oneself; of others as a team lead ('not-allowed', reason `needs-team-lead`). */
  'hours.save': { input: z.object({ repId: id, hours }), output: hours },
} as const
