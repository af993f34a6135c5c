import * as z from 'zod'

import { areHours, MOST_OFF } from '../domain/rep-hours.ts'
import { day, id, none } from './wire.ts'

const minutes = z.int().min(0).max(1440)
export const hours = z
  .object({
    days: z.array(z.int().min(1).max(7)).max(7),
    from: minutes,
    to: minutes,
    off: z.array(z.object({ from: day, to: day })).max(MOST_OFF),
  })
  .refine(areHours)

export const workingHours = {
  /** Who works when: a team lead reads everybody's, a rep their own. `usual` = nobody ever said. */
  'hours.list': {
    input: none,
    output: z.array(z.object({ repId: id, name: z.string(), hours, usual: z.boolean() })),
  },
  /** Of oneself; of others as a team lead ('not-allowed', reason `needs-team-lead`). */
  'hours.save': { input: z.object({ repId: id, hours }), output: hours },
} as const
