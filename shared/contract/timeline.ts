import * as z from 'zod'

import { OUTCOME_IDS, WHO_SPOKE } from '../domain/outcome.ts'
import { STAGES } from '../domain/stage.ts'
import { objection } from './script.ts'
import { id, instant } from './wire.ts'

export const timelineItem = z.object({
  id,
  at: instant,
  kind: z.enum([
    'call',
    'stage',
    'import',
    'referral',
    'promise',
    'skip',
    'suppression',
    'opportunity',
    'export',
    'undone',
  ]),
  by: z.string().nullable(),
  outcome: z.enum(OUTCOME_IDS).nullable(),
  /** The team's own outcome of that kind that was pressed. */
  own: z.string().nullable(),
  spoke: z.enum(WHO_SPOKE).nullable(),
  /** Seconds of talk; null = unknown. */
  talk: z.int().nullable(),
  /** It began before anybody pressed that they answered: the seconds are at least these (PRODUCT.md section 10). */
  talkAtLeast: z.boolean(),
  /** An outcome without Space before it (PRODUCT.md section 13). */
  byHand: z.boolean(),
  from: z.enum(STAGES).nullable(),
  to: z.enum(STAGES).nullable(),
  /** Why; of a promise its kind, of a suppression its scope. */
  reason: z.string().nullable(),
  /** A note, a file's name, with whom it was promised, who gave the name. */
  text: z.string().nullable(),
  /** Promise: its time. Put off: until when. Nurture and what is looked at again: when it wakes. */
  dueAt: instant.nullable(),
  ruleVersion: z.int().nullable(),
  /** Of a call: what they said against it. */
  objections: z.array(objection.pick({ code: true, label: true })),
})
