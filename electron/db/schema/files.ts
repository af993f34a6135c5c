import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

import { EXPORT_PROFILES } from '#shared/domain/export/profile'
import { VERDICTS } from '#shared/domain/import/verdict'
import { leads } from './lead.ts'

/** `running` can be taken back; `finishing` and `undoing` only go on: facts are being written. */
export const IMPORT_STATES = [
  'running',
  'finishing',
  'done',
  'cancelled',
  'failed',
  'undoing',
  'undone',
] as const

/** The import log: one row a file that was run. */
export const imports = sqliteTable('imports', {
  id: text().primaryKey(),
  repId: text('rep_id').notNull(),
  at: integer().notNull(),
  fileName: text('file_name').notNull(),
  sha256: text().notNull(),
  listId: text('list_id'),
  state: text({ enum: IMPORT_STATES }).notNull(),
  /** Mapping, encoding, delimiter, header row, mode: all that is needed to run it again. */
  plan: text({ mode: 'json' }).$type<unknown>().notNull(),
  /** Rows by verdict, and `rows`, `marked`, `noNumber`, `erased`. */
  counts: text({ mode: 'json' }).$type<Record<string, number>>().notNull(),
  finishedAt: integer('finished_at'),
  /** Key of what went wrong. */
  message: text(),
  /** The import whose error rows it brought in, mended. */
  fixes: text(),
  /** How far the last steps are, for who goes on after a crash: `{ step, at }`. */
  progress: text({ mode: 'json' }).$type<unknown>(),
  /**
   * The last of its changes whose old values were deleted; null = none yet: it may be taken back. Below 0: the values that
   * its rows keep are still being deleted.
   */
  forgottenTo: integer('forgotten_to'),
})

/** What an import did to what stood before: the ground for taking it back. */
export const importChanges = sqliteTable(
  'import_changes',
  {
    importId: text('import_id').notNull(),
    /** In the order they were made. */
    n: integer().notNull(),
    /** A table that was changed or added to. */
    entity: text().notNull(),
    id: text().notNull(),
    /** Of each changed column `[before, after]`; of an added row, what it is found by. */
    before: text({ mode: 'json' }).$type<unknown>(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.n] }), index('import_changes_by_id').on(t.id)],
)

/** Rows that need a look: errors, rows with a marked cell, and the first ones of every verdict. */
export const importRows = sqliteTable(
  'import_rows',
  {
    importId: text('import_id')
      .notNull()
      .references(() => imports.id),
    line: integer().notNull(),
    verdict: text({ enum: VERDICTS }).notNull(),
    /** `{ field, cell, problem }` for every marked cell. */
    problems: text({ mode: 'json' }).$type<unknown>().notNull(),
    cells: text({ mode: 'json' }).$type<string[]>().notNull(),
    /** `{ changes, ended }`: what would change, and how it ended last time. */
    found: text({ mode: 'json' }).$type<unknown>(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.line] }),
    index('import_rows_by_verdict').on(t.importId, t.verdict, t.line),
  ],
)

export const exports_ = sqliteTable('exports', {
  id: text().primaryKey(),
  repId: text('rep_id').notNull(),
  at: integer().notNull(),
  profile: text({ enum: EXPORT_PROFILES }).notNull(),
  fileId: text('file_id').notNull(),
  fileName: text('file_name').notNull(),
  rows: integer().notNull(),
})

/** What was handed over, so that nothing goes out twice and a change can be marked. */
export const exportedLeads = sqliteTable(
  'exported_leads',
  {
    exportId: text('export_id')
      .notNull()
      .references(() => exports_.id),
    leadId: text('lead_id')
      .notNull()
      .references(() => leads.id),
    profile: text({ enum: EXPORT_PROFILES }).notNull(),
    at: integer().notNull(),
    /** Values by header, as written. */
    row: text({ mode: 'json' }).$type<Record<string, string>>().notNull(),
    /** Not the lead went out but a task about it: the move that gave it; null = the lead. */
    task: text(),
  },
  (t) => [
    primaryKey({ columns: [t.exportId, t.leadId] }),
    index('exported_leads_by_lead').on(t.leadId, t.profile, t.at),
  ],
)
