import { and, asc, desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm'

import type { CellProblem } from '#shared/domain/import/field'
import type { Verdict } from '#shared/domain/import/verdict'
import type { Db } from './open.ts'
import { raw } from './raw.ts'
import { reps } from './schema/desk.ts'
import { imports } from './schema/files.ts'

export type ImportRow = typeof imports.$inferSelect
export type KeptRow = {
  line: number
  verdict: Verdict
  problems: CellProblem[]
  cells: string[]
  /** `{ changes, ended }`. */
  found: unknown
}

export const insertImport = (db: Db, row: typeof imports.$inferInsert) => db.insert(imports).values(row).run()

export const saveImport = (db: Db, id: string, change: Partial<ImportRow>) =>
  db.update(imports).set(change).where(eq(imports.id, id)).run()

export const findImport = (db: Db, id: string) => db.select().from(imports).where(eq(imports.id, id)).get()

/** It still reads rows, or is at its last steps. */
export const isComingIn = (db: Db, id: string): boolean =>
  raw(db, "SELECT 1 FROM imports WHERE id = ? AND state IN ('running', 'finishing')").get(id) !== undefined

/** One comes in, or is being taken back. */
export const isImporting = (db: Db): boolean =>
  raw(db, "SELECT 1 FROM imports WHERE state IN ('running', 'finishing', 'undoing')").get() !== undefined

/** Those that a crash or a closing left. */
export const unfinishedImports = (db: Db) =>
  db
    .select()
    .from(imports)
    .where(or(inArray(imports.state, ['running', 'finishing', 'undoing']), isNotNull(imports.progress)))
    .all()

/** Those that were taken back, and the one that is. */
export const undoneImports = (db: Db): string[] =>
  raw<{ id: string }>(db, "SELECT id FROM imports WHERE state IN ('undone', 'undoing')")
    .all()
    .map(({ id }) => id)

/** Those of people, whole, the newest first. */
export const undoneRows = (db: Db) =>
  db
    .select()
    .from(imports)
    .where(and(eq(imports.state, 'undone'), sql`${imports.plan} ->> '$.history' IS NULL`))
    .orderBy(desc(imports.at))
    .all()

/** Newest first, with who did it. */
export const allImports = (db: Db) =>
  db
    .select({ row: imports, by: reps.name })
    .from(imports)
    .leftJoin(reps, eq(reps.id, imports.repId))
    .orderBy(desc(imports.at), asc(imports.id))
    .all()

export type Page = { filter: Verdict | 'marked'; offset: number; limit: number }
type Stored = { line: number; verdict: Verdict; problems: string; cells: string; found: string | null }

/** Of a finished import; `null` = of what is staged, when `db` is that. */
export function keptRows(db: Db, importId: string | null, { filter, offset, limit }: Page) {
  const [which, values] = filter === 'marked' ? ["problems <> '[]'", []] : ['verdict = ?', [filter]]
  const [table, ids] =
    importId === null ? ['looked WHERE', []] : ['import_rows WHERE import_id = ? AND', [importId]]
  const from = `FROM ${table} ${which}`
  const { n = 0 } = raw<{ n: number }>(db, `SELECT count(*) AS n ${from}`).get(...ids, ...values) ?? {}
  const rows = raw<Stored>(
    db,
    `SELECT line, verdict, problems, cells, found ${from} ORDER BY line LIMIT ? OFFSET ?`,
  ).all(...ids, ...values, limit, offset)
  return {
    total: n,
    rows: rows.map(({ line, verdict, problems, cells, found }): KeptRow => ({
      line,
      verdict,
      problems: JSON.parse(problems) as CellProblem[],
      cells: JSON.parse(cells) as string[],
      found: found === null ? null : (JSON.parse(found) as unknown),
    })),
  }
}

/** What an import that is taken back had kept. */
export function dropKept(db: Db, importId: string): void {
  for (const table of ['import_rows', 'import_changes'])
    raw(db, `DELETE FROM ${table} WHERE import_id = ?`).run(importId)
}
