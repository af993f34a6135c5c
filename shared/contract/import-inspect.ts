import * as z from 'zod'

import {
  DATE_ORDERS,
  FIELDS,
  IMPORT_MODES,
  SENSITIVE_REASONS,
  SUGGESTION_REASONS,
} from '../domain/import/field.ts'
import { DELIMITERS, ENCODINGS } from '../domain/import/text.ts'
import { WISH_IS } from '../domain/import/wish.ts'
import { columnPlan, fileId, fileName, headerLine, headerRows, tableIn } from './import-plan.ts'
import { notices } from './import-status.ts'
import { instant } from './wire.ts'

export const inspecting = {
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
              /** Of do-not-call and do-not-e-mail: which answer is the wish. */
              wishIs: z.enum(WISH_IS).nullable(),
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
} as const
