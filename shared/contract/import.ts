import * as z from 'zod'

import { FIELDS, MENDS, PROBLEMS } from '../domain/import/field.ts'
import { LOOKED_FOR } from '../domain/import/returning.ts'
import { VERDICTS } from '../domain/import/verdict.ts'
import { histories } from './import-history.ts'
import { inspecting } from './import-inspect.ts'
import { fileId, importId, importPlan, mendedRow } from './import-plan.ts'
import { importEntry, importStatus } from './import-status.ts'
import { undoing } from './import-undo.ts'
import { id, instant, none, outgoing } from './wire.ts'

const cellProblem = z.object({
  /** Null: about the whole row. */
  field: z.enum(FIELDS).nullable(),
  column: z.int().nullable(),
  cell: z.string(),
  problem: z.enum(PROBLEMS),
  mend: z.enum(MENDS),
})

export const rowChange = z.object({
  field: z.enum(FIELDS).nullable(),
  header: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string(),
})

const started = z.object({ importId, jobId: id })

export const importing = {
  ...inspecting,
  /** What `import.run` would do; nothing is written to the leads. A job; ask 'import.status' when it is done. */
  'import.check': { input: z.object({ fileId, plan: importPlan }), output: started },
  /** Whole or not at all. A job. Throws 'conflict' while another import runs. */
  'import.run': { input: z.object({ fileId, plan: importPlan }), output: started },
  /** Of a run also after it is over and after a restart. Throws 'not-found'. */
  'import.status': { input: z.object({ importId }), output: importStatus },
  /** Rows to look at: all errors and marked ones, the first 200 of each other verdict. */
  'import.rows': {
    input: z.object({
      importId,
      filter: z.enum([...VERDICTS, 'marked']),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    output: z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          line: z.int(),
          cells: z.array(z.string()),
          verdict: z.enum(VERDICTS),
          problems: z.array(cellProblem),
          /** Update and second look: what would change, or did. `field` null: the kept column `header`. */
          changes: z.array(rowChange),
          /** Second look and re-disqualified: how it ended last time; `why` it is looked at again, null where it still holds. */
          ended: z
            .object({
              leadId: id,
              reason: z.string().nullable(),
              at: instant,
              why: z.enum(LOOKED_FOR).nullable(),
            })
            .nullable(),
        }),
      ),
    }),
  },
  /** Error rows as they came, with `_line` and `_reason`. Throws 'conflict' when there are none. */
  'import.rejected': { input: z.object({ importId }), output: outgoing },
  /** How mended cells would be read, before anything is judged: at most 200 rows. */
  'import.tryRows': {
    input: z.object({ fileId, plan: importPlan, rows: z.array(mendedRow).max(200) }),
    output: z.object({ rows: z.array(z.object({ line: z.int(), problems: z.array(cellProblem) })) }),
  },
  /**
   * Brings error rows of a finished import in as they were mended: an import of its own, by the plan of the first. A job.
   * Throws 'conflict' while another runs, 'not-found' for a line that was no error.
   */
  'import.fix': { input: z.object({ importId, rows: z.array(mendedRow).min(1).max(5000) }), output: started },
  /** Takes back what it wrote so far. No harm when it is over already. */
  'import.cancel': { input: z.object({ importId }), output: importStatus },
  /** Newest first; checks are not among them. */
  'imports.list': { input: none, output: z.array(importEntry) },
  ...undoing,
  ...histories,
} as const
