import * as z from 'zod'

import { COLUMN_RULES, FIELDS, type Field, IMPORT_MODES } from '../domain/import/field.ts'
import { HISTORY_FIELDS, type HistoryField } from '../domain/import/history.ts'
import { NOTICES } from '../domain/import/notice.ts'
import { VERDICTS } from '../domain/import/verdict.ts'
import { importId } from './import-plan.ts'
import { id, instant } from './wire.ts'

/** `undoing` and `undone`: a run that was done is being taken back, or was. */
const IMPORT_STATES = ['checked', 'running', 'done', 'cancelled', 'failed', 'undoing', 'undone'] as const
const counts = z.record(z.enum(VERDICTS), z.int())

export const notices = z.array(
  z.object({
    kind: z.enum(NOTICES),
    count: z.int(),
    /** The first few. `until`: the other line it is about. */
    places: z.array(z.object({ line: z.int(), until: z.int().nullable() })),
    columns: z.array(z.string()),
  }),
)

/** While it runs: rows are read, the store is copied before the first is written, or the last are put in their places. */
const IMPORT_STEPS = ['rows', 'copy', 'places'] as const
export type ImportStep = (typeof IMPORT_STEPS)[number]

export const importStatus = z.object({
  importId,
  kind: z.enum(['check', 'run']),
  state: z.enum(IMPORT_STATES),
  step: z.enum(IMPORT_STEPS),
  /** Every verdict is there; their sum is `rows`. */
  counts,
  /** Rows read so far; all of the file's in the end. */
  rows: z.int(),
  /** Rows with a cell that was not understood, whatever their verdict. */
  marked: z.int(),
  /** Leads that would be stored, or were, without a number to call. */
  noNumber: z.int(),
  /** Of the suppressed, those who were erased: nothing of their rows is kept. */
  erased: z.int(),
  /** What somebody should know of the whole file; empty until its last row was read. */
  notices,
  seconds: z.number(),
  /** Key of what went wrong: see FILE_REASONS; `interrupted` or `internal` otherwise. Null when nothing did. */
  message: z.string().nullable(),
})

/** A file of people, or of calls and verdicts. */
const mappedTo = z.enum([...new Set([...FIELDS, ...HISTORY_FIELDS])] as [Field | HistoryField])

/** One line of the log. */
export const importEntry = importStatus.extend({
  at: instant,
  by: z.string(),
  fileName: z.string(),
  /** SHA-256 of the file, its first 12 digits; null when there was none (rows that were mended). */
  hash: z.string().nullable(),
  listId: id.nullable(),
  /** People to call, or calls that were made elsewhere: those are undone by 'history.undo'. */
  holds: z.enum(['people', 'calls']),
  mode: z.enum(IMPORT_MODES),
  cost: z.object({ minor: z.int(), currency: z.string() }).nullable(),
  basis: z.string().nullable(),
  /** Columns that were brought in, as mapped; `field` null = kept beside the lead. */
  columns: z.array(
    z.object({
      index: z.int(),
      header: z.string(),
      field: mappedTo.nullable(),
      /** What it did where something stood already; calls have none. */
      rule: z.enum(COLUMN_RULES).nullable(),
    }),
  ),
  /** Rows of another import that were mended by hand. */
  isMend: z.boolean(),
  /** Of its error rows, those that were mended and brought in since. */
  mended: z.int(),
  /** Its people are not all found by name yet; they are in the queue. */
  indexing: z.boolean(),
  /** Until when it can be taken back; null when it cannot. */
  undoUntil: instant.nullable(),
})
