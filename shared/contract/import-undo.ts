import * as z from 'zod'

import { UNDO_ENDS, UNDO_REASONS } from '../domain/import/undo.ts'
import { importId } from './import-plan.ts'
import { id } from './wire.ts'

export const undoing = {
  /** What taking an import back would do; nothing is written. Throws 'not-found', or 'conflict' when it cannot be. */
  'import.undoPreview': {
    input: z.object({ importId }),
    output: z.object({
      /** Leads that the import made or changed, each once. */
      counts: z.record(z.enum(UNDO_ENDS), z.int()),
      /** Of the reversed ones: taken out whole, or set back to what stood before. */
      created: z.int(),
      updated: z.int(),
      /** People who were here before and of whom no other file and nobody here says that they must not be called. */
      wishes: z.int(),
      /** Kept and failed ones, the first 200. */
      rows: z.array(
        z.object({
          leadId: id,
          name: z.string(),
          company: z.string().nullable(),
          end: z.enum(UNDO_ENDS),
          why: z.enum(UNDO_REASONS),
        }),
      ),
    }),
  },
  /** Takes it back: what somebody worked on stays. A job; 'import.status' says how far it is. Throws 'conflict'. */
  'import.undo': { input: z.object({ importId }), output: z.object({ importId, jobId: id }) },
} as const
