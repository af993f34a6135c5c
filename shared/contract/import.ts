import * as z from 'zod'

import {
  DATE_ORDERS,
  FIELDS,
  type Field,
  IMPORT_MODES,
  MENDS,
  PROBLEMS,
  SENSITIVE_REASONS,
  SUGGESTION_REASONS,
} from '../domain/import/field.ts'
import { HISTORY_FIELDS, type HistoryField } from '../domain/import/history.ts'
import { NOTICES } from '../domain/import/notice.ts'
import { DELIMITERS, ENCODINGS } from '../domain/import/text.ts'
import { VERDICTS } from '../domain/import/verdict.ts'
import {
  columnPlan,
  fileId,
  fileName,
  headerLine,
  headerRows,
  importId,
  importPlan,
  mendedRow,
  tableIn,
} from './import-plan.ts'
import { histories } from './import-history.ts'
import { undoing } from './import-undo.ts'
import { id, instant, none, outgoing } from './wire.ts'

export { columnPlan, importPlan, type ImportPlan } from './import-plan.ts'

const cellProblem = z.object({
  /** Null: about the whole row. */
  field: z.enum(FIELDS).nullable(),
  column: z.int().nullable(),
  cell: z.string(),
  problem: z.enum(PROBLEMS),
  mend: z.enum(MENDS),
})

/** `undoing` and `undone`: a run that was done is being taken back, or was. */
const IMPORT_STATES = ['checked', 'running', 'done', 'cancelled', 'failed', 'undoing', 'undone'] as const
const counts = z.record(z.enum(VERDICTS), z.int())

const notices = z.array(
  z.object({
    kind: z.enum(NOTICES),
    count: z.int(),
    /** The first few. `until`: the other line it is about. */
    places: z.array(z.object({ line: z.int(), until: z.int().nullable() })),
    columns: z.array(z.string()),
  }),
)

const importStatus = z.object({
  importId,
  kind: z.enum(['check', 'run']),
  state: z.enum(IMPORT_STATES),
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

export const rowChange = z.object({
  field: z.enum(FIELDS).nullable(),
  header: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string(),
})

const started = z.object({ importId, jobId: id })

/** A file of people, or of calls and verdicts. */
const mappedTo = z.enum([...new Set([...FIELDS, ...HISTORY_FIELDS])] as [Field | HistoryField])

/** One line of the log. */
const importEntry = importStatus.extend({
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
  columns: z.array(z.object({ index: z.int(), header: z.string(), field: mappedTo.nullable() })),
  /** Rows of another import that were mended by hand. */
  isMend: z.boolean(),
  /** Of its error rows, those that were mended and brought in since. */
  mended: z.int(),
  /** Its people are not all found by name yet; they are in the queue. */
  indexing: z.boolean(),
  /** Until when it can be taken back; null when it cannot. */
  undoUntil: instant.nullable(),
})

export const importing = {
  /** Null = find it out. Throws 'unreadable-file' with a reason of FILE_REASONS. */
  'import.inspect': {
    input: z.object({
      fileId,
      name: fileName.optional(),
      encoding: z.enum(ENCODINGS).nullable(),
      delimiter: z.enum(DELIMITERS).nullable(),
      ...tableIn.shape,
      headerLine: headerLine.nullable(),
      headerRows: headerRows.nullable().optional(),
    }),
    output: z.object({
      name: z.string(),
      encoding: z.enum(ENCODINGS),
      /** To choose from, the likely one first. */
      encodings: z.array(z.enum(ENCODINGS)),
      /** Nothing in the bytes tells which it is: how a piece of them reads in each, to be chosen from. */
      encodingAsked: z.array(z.object({ encoding: z.enum(ENCODINGS), reads: z.string() })),
      delimiter: z.enum(DELIMITERS),
      /** A sheet has neither encoding nor delimiter. */
      kind: z.enum(['text', 'sheet']),
      /** Of an archive: its tables, and which this is. */
      entries: z.array(z.string()),
      entry: z.string().nullable(),
      /** Of a workbook. */
      sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean() })),
      sheet: z.string().nullable(),
      headerLine: z.int(),
      headerRows: z.int(),
      header: z.array(z.string()),
      /** The first 20, cut at 200 characters a cell. */
      sample: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
      columns: z.array(
        z.object({
          index: z.int(),
          /** As it stands in the file, made unlike the others; `column_3` when it has none. */
          header: z.string(),
          /** The file gives it no name. */
          nameless: z.boolean(),
          /** No cell of the first rows holds anything. */
          empty: z.boolean(),
          samples: z.array(z.string()),
          suggestion: z
            .object({
              field: z.enum(FIELDS),
              reason: z.enum(SUGGESTION_REASONS),
              /** By content: whole percent of its cells that look so. */
              share: z.int().nullable(),
            })
            .nullable(),
          /** What stands in it, commonest first, where that is few enough to be a set of options. */
          values: z.array(z.object({ cell: z.string(), times: z.int() })).nullable(),
          /** Left out unless ticked. */
          sensitive: z.enum(SENSITIVE_REASONS).nullable(),
          /** Dates: their order, and the cell that decides it; null = none does, the country's custom is taken. */
          dates: z.object({ order: z.enum(DATE_ORDERS), decidedBy: z.string().nullable() }).nullable(),
        }),
      ),
      /** Rows of data; exact for a small file. */
      rowsEstimate: z.int(),
      /** The same bytes were imported before. */
      seenBefore: z.object({ at: instant, fileName: z.string() }).nullable(),
      /** What somebody should know of the file before it comes in; of a long text, of its first rows. */
      notices,
      emptyWords: z.array(z.string()),
      /** How columns of these names were brought in the last time. */
      saved: z
        .object({
          at: instant,
          by: z.string(),
          fileName,
          mode: z.enum(IMPORT_MODES),
          columns: z.array(columnPlan),
        })
        .nullable(),
    }),
  },
  /** What `import.run` would do; nothing is written to the leads. A job; ask 'import.status' when it is done. */
  'import.check': { input: z.object({ fileId, plan: importPlan }), output: started },
  /** Whole or not at all. A job. Throws 'conflict' while another import runs. */
  'import.run': { input: z.object({ fileId, plan: importPlan }), output: started },
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
          /** Second look and re-disqualified: how it ended last time. */
          ended: z.object({ leadId: id, reason: z.string().nullable(), at: instant }).nullable(),
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
