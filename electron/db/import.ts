import { asc, desc, eq, inArray } from 'drizzle-orm'

import type { CellProblem } from '#shared/domain/import/field'
import type { Verdict } from '#shared/domain/import/verdict'
import type { Db } from './open.ts'
import { clientOf, raw } from './raw.ts'
import { reps } from './schema/desk.ts'
import { imports } from './schema/files.ts'

export type ImportRow = typeof imports.$inferSelect
export type KeptRow = {
  line: number
  verdict: Verdict
  problems: readonly CellProblem[]
  cells: readonly string[]
  /** `{ changes, ended }`. */
  found: unknown
}

/** Rows of a dry run live beside the store, not in it: they are gone when it is closed. */
const TABLES = { run: 'import_rows', check: 'temp.checked_rows' } as const
export type RowsOf = keyof typeof TABLES

export function prepareChecks(db: Db): void {
  clientOf(db).exec(
    `CREATE TEMP TABLE IF NOT EXISTS checked_rows (import_id, line, verdict, problems, cells, found,
      PRIMARY KEY (import_id, line)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS temp.checked_by_verdict ON checked_rows (import_id, verdict, line);
    DELETE FROM temp.checked_rows`,
  )
}

export const insertImport = (db: Db, row: typeof imports.$inferInsert) => db.insert(imports).values(row).run()

export const saveImport = (db: Db, id: string, change: Partial<ImportRow>) =>
  db.update(imports).set(change).where(eq(imports.id, id)).run()

export const findImport = (db: Db, id: string) => db.select().from(imports).where(eq(imports.id, id)).get()

/** Those that a crash or a closing left. */
export const unfinishedImports = (db: Db) =>
  db
    .select()
    .from(imports)
    .where(inArray(imports.state, ['running', 'finishing']))
    .all()

/** Newest first, with who did it. */
export const allImports = (db: Db) =>
  db
    .select({ row: imports, by: reps.name })
    .from(imports)
    .leftJoin(reps, eq(reps.id, imports.repId))
    .orderBy(desc(imports.at), asc(imports.id))
    .all()

export function keepRow(db: Db, of: RowsOf, importId: string, row: KeptRow): void {
  raw(
    db,
    `INSERT INTO ${TABLES[of]} (import_id, line, verdict, problems, cells, found) VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(
    importId,
    row.line,
    row.verdict,
    JSON.stringify(row.problems),
    JSON.stringify(row.cells),
    row.found === null ? null : JSON.stringify(row.found),
  )
}

type Page = { importId: string; filter: Verdict | 'marked'; offset: number; limit: number }
type Stored = { line: number; verdict: Verdict; problems: string; cells: string; found: string | null }

export function keptRows(db: Db, of: RowsOf, { importId, filter, offset, limit }: Page) {
  const [which, values] = filter === 'marked' ? ["problems <> '[]'", []] : ['verdict = ?', [filter]]
  const from = `FROM ${TABLES[of]} WHERE import_id = ? AND ${which}`
  const { n = 0 } = raw<{ n: number }>(db, `SELECT count(*) AS n ${from}`).get(importId, ...values) ?? {}
  const rows = raw<Stored>(
    db,
    `SELECT line, verdict, problems, cells, found ${from} ORDER BY line LIMIT ? OFFSET ?`,
  ).all(importId, ...values, limit, offset)
  return {
    total: n,
    rows: rows.map(({ line, verdict, problems, cells, found }) => ({
      line,
      verdict,
      problems: JSON.parse(problems) as CellProblem[],
      cells: JSON.parse(cells) as string[],
      found: found === null ? null : (JSON.parse(found) as unknown),
    })),
  }
}

/** A deed that waits until the import can no longer be taken back. `n` from 1, in the order to be done. */
export const keepDeed = (db: Db, importId: string, n: number, deed: unknown) =>
  raw(db, "INSERT INTO import_changes (import_id, n, entity, id, before) VALUES (?, ?, 'after', '', ?)").run(
    importId,
    n,
    JSON.stringify(deed),
  )

/** The next ones to do; `deed` is what `keepDeed` was given. */
export const dueDeeds = (db: Db, importId: string, limit: number): { n: number; deed: unknown }[] =>
  raw<{ n: number; before: string }>(
    db,
    'SELECT n, before FROM import_changes WHERE import_id = ? ORDER BY n LIMIT ?',
  )
    .all(importId, limit)
    .map(({ n, before }) => ({ n, deed: JSON.parse(before) as unknown }))

export const dropDeed = (db: Db, importId: string, n: number) =>
  raw(db, 'DELETE FROM import_changes WHERE import_id = ? AND n = ?').run(importId, n)

/** What an import that is taken back had kept. */
export function dropKept(db: Db, importId: string): void {
  for (const table of ['import_rows', 'import_changes'])
    raw(db, `DELETE FROM ${table} WHERE import_id = ?`).run(importId)
}
