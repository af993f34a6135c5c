import * as z from 'zod'

import { id, none } from './wire.ts'

const ofLead = z.object({ leadId: id })

/** The exit of whoever needs another product: a new lead of theirs on the list that sells it (PRODUCT.md section 8). */
export const alternatives = {
  /** The lead that was made of it, and the lists it could go to; null when this lead has no such exit. */
  'alternative.get': {
    input: ofLead,
    output: z
      .object({
        made: z.object({ leadId: id, listName: z.string() }).nullable(),
        lists: z.array(z.object({ id, name: z.string() })),
      })
      .nullable(),
  },
  /** Throws AppError 'conflict': `no-alternative` when it was not closed for that, `open-there` when they are on that list. */
  'alternative.make': { input: ofLead.extend({ listId: id }), output: ofLead },
  /** Takes that lead out again, as long as nobody worked on it: 'conflict' (`worked-on`) after that. */
  'alternative.undo': { input: ofLead, output: none },
} as const
