import * as z from 'zod'

import { DATE_ORDERS } from '../domain/import/field.ts'
import { HISTORY_FIELDS, HISTORY_PROBLEMS } from '../domain/import/history.ts'
import { columnPlan, fileId, importId, importPlan } from './import-plan.ts'
import { id, none } from './wire.ts'

/** How a file of calls that were made elsewhere is read. */
export const historyPlan = importPlan
  .pick({
    name: true,
    encoding: true,
    delimiter: true,
    entry: true,
    sheet: true,
    headerLine: true,
    headerRows: true,
    country: true,
    emptyWords: true,
  })
  .extend({
    columns: z
      .array(
        z.object({
          index: columnPlan.shape.index,
          field: z.enum(HISTORY_FIELDS),
          dates: z.enum(DATE_ORDERS).nullable().optional(),
          values: columnPlan.shape.values,
        }),
      )
      .max(2000),
    /** The list whose leads were called; null = the newest lead of each, wherever it is. */
    listId: id.nullable(),
    /** Agents whom nobody knows join the team as people who no longer call. */
    addReps: z.boolean(),
    /** The last call of a lead closes it where its outcome says so. */
    closes: z.boolean(),
  })

const found = z.object({
  /** Somebody cancelled it: nothing of it stands, and the rest says nothing. */
  cancelled: z.boolean(),
  rows: z.int(),
  /** Calls and verdicts without one that come in, rows that say nobody was called, what is here already, rows that cannot be used. */
  counts: z.object({ call: z.int(), verdict: z.int(), none: z.int(), duplicate: z.int(), error: z.int() }),
  /** People on whose leads they go. */
  leads: z.int(),
  /** Leads that the file puts where only proofs could. Under a rep they stay where they stand; a team lead answers for them. */
  claims: z.object({ leads: z.int(), stay: z.boolean() }),
  /** Names of agents whom nobody on the team has. */
  agents: z.array(z.object({ name: z.string(), calls: z.int() })),
  /** Outcomes that nobody knows, commonest first. */
  outcomes: z.array(z.object({ cell: z.string(), calls: z.int() })),
  /** Verdicts that nobody knows, commonest first. */
  verdicts: z.array(z.object({ cell: z.string(), calls: z.int() })),
  /** Rows that cannot be used, the first 200. */
  errors: z.array(z.object({ line: z.int(), cells: z.array(z.string()), problem: z.enum(HISTORY_PROBLEMS) })),
})

export const histories = {
  /** What bringing a call history in would do; nothing is written. A job of kind `history` says how far it is. */
  'history.check': { input: z.object({ fileId, plan: historyPlan }), output: found },
  /**
   * Calls made elsewhere become facts, marked with their file. Those that are here already are not written twice, so
   * what was stopped half-way goes on when the file comes again. Throws 'conflict' while another file comes in.
   */
  'history.run': { input: z.object({ fileId, plan: historyPlan }), output: found.extend({ importId }) },
  /** Stops what is read or brought in, and takes back what was written. No harm when nothing is. */
  'history.cancel': { input: none, output: none },
  /**
   * Takes back every call of a file, with what it brought; both facts stay. `stay`: agents it brought of whom something else
   * stands. Throws 'conflict' (`undo-too-late`).
   */
  'history.undo': {
    input: z.object({ importId }),
    output: z.object({ calls: z.int(), stay: z.array(z.string()) }),
  },
} as const
