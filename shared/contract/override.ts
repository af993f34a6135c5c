import * as z from 'zod'

import { OVERRIDABLE, OVERRIDE_DAYS } from '../domain/override.ts'
import { hundredths, id, none, shortText } from './wire.ts'

const score = z.enum(OVERRIDABLE)

export const override = {
  /** Sets a score by hand for some days; what is computed goes on beside it. Team leads only ('not-allowed'). */
  'lead.setScore': {
    input: z.object({
      leadId: id,
      score,
      points: hundredths.min(0).max(100_00),
      days: z.int().min(1).max(OVERRIDE_DAYS),
      reason: shortText.min(1),
    }),
    output: none,
  },
  /** Ends it before its time. Team leads only ('not-allowed'). */
  'lead.unsetScore': { input: z.object({ leadId: id, score }), output: none },
} as const
