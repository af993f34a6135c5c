import * as z from 'zod'

import { BASIS_KINDS } from '../domain/basis.ts'
import { COLUMN_RULES, DATE_ORDERS, FIELDS, IMPORT_MODES } from '../domain/import/field.ts'
import { DELIMITERS, ENCODINGS } from '../domain/import/text.ts'
import { WISH_IS } from '../domain/import/wish.ts'
import { list, people } from './people.ts'
import { day, id, shortText } from './wire.ts'

/** Physical lines from 1, 0 = the file has no header row. */
export const headerLine = z.int().min(0).max(1000)
/** The header may be of two rows, groups of columns over their names. */
export const headerRows = z.int().min(1).max(2)
/** A file inside an archive; a sheet of a workbook. Null or absent = the first that holds anything. */
export const tableIn = z.object({
  entry: z.string().max(1000).nullable().optional(),
  sheet: z.string().max(200).nullable().optional(),
})
export const fileId = id
export const importId = id
export const fileName = z.string().max(200)

/** A row whose cells somebody wrote anew; it takes the place of the file's row on that line. */
export const mendedRow = z.object({
  line: z.int().min(1),
  cells: z.array(z.string().max(100_000)).max(2000),
})
/** Rows that may be mended by hand in one go. */
const MOST_MENDED = 5000

export const columnPlan = z.object({
  /** From 0. */
  index: z.int().min(0).max(2000),
  /** Null keeps it as it stands beside the lead, under its header; 'skip' leaves it out. */
  field: z.enum([...FIELDS, 'skip']).nullable(),
  rule: z.enum(COLUMN_RULES),
  /** Dates: null = what the column itself decides. */
  dates: z.enum(DATE_ORDERS).nullable().optional(),
  /** Of an option set: what a cell's words stand for, by the cell folded; '' = no answer. */
  values: z.record(z.string().max(200), z.string().max(200)).optional(),
  /** Of do-not-call and do-not-e-mail: which answer is the wish; absent = a yes. */
  wishIs: z.enum(WISH_IS).optional(),
})

export const importPlan = z.object({
  name: fileName,
  encoding: z.enum(ENCODINGS),
  delimiter: z.enum(DELIMITERS),
  ...tableIn.shape,
  headerLine,
  headerRows: headerRows.optional(),
  columns: z.array(columnPlan).max(2000),
  /** One of the two. */
  listId: id.nullable(),
  newList: people['lists.save'].input.omit({ id: true }).nullable(),
  mode: z.enum(IMPORT_MODES),
  /** ISO 3166-1 alpha-2, for numbers without a country. */
  country: list.shape.country,
  /** For rows that name none. */
  source: shortText.nullable(),
  /** Whose the new leads are where the row names nobody on the team; absent or null = anybody's. */
  ownerId: id.nullable().optional(),
  /** Whatever is asked, the engine says it by who sits there: of a rep, stages that only proofs give are not taken over. */
  capsStage: z.boolean().optional(),
  /** What this packet cost and on what ground it may be called, for the log; the list has its own. */
  cost: z
    .object({ minor: z.int().min(0), currency: z.string().length(3) })
    .nullable()
    .optional(),
  basis: shortText.nullable().optional(),
  /** Why everybody may be called of whom the row does not say: a fact of each person. `on` null = the day of the import. */
  ground: z
    .object({ kind: z.enum(BASIS_KINDS), on: day.nullable(), proof: z.string().max(2000).nullable() })
    .nullable()
    .optional(),
  /** Words that mean no answer, compared without case and accents. */
  emptyWords: z.array(z.string().max(60)).max(100),
  /** Cells that were read in another encoding before (`GarcÃ­a`) are read as they were meant. */
  mendLetters: z.boolean().optional(),
  /** Rows mended by hand before they came in. */
  mended: z.array(mendedRow).max(MOST_MENDED).optional(),
})
export type ImportPlan = z.output<typeof importPlan>
export type MendedRow = z.output<typeof mendedRow>
