import { and, desc, eq } from 'drizzle-orm'

import type { Db } from './open.ts'
import { raw } from './raw.ts'
import { imports } from './schema/files.ts'

/** The last import of these very bytes that went through; undefined when there was none. */
export const lastImportOf = (db: Db, sha256: string) =>
  db
    .select({ at: imports.at, fileName: imports.fileName })
    .from(imports)
    .where(and(eq(imports.sha256, sha256), eq(imports.state, 'done')))
    .orderBy(desc(imports.at))
    .get()

/** Imports that went through, newest first, with the names of their columns. */
export const importsWithHeader = (db: Db) =>
  raw<{ id: string; at: number; fileName: string; by: string | null; header: string }>(
    db,
    `SELECT i.id, i.at, file_name AS fileName, reps.name AS by, json_extract(plan, '$.header') AS header
      FROM imports AS i LEFT JOIN reps ON reps.id = i.rep_id
      WHERE i.state IN ('done', 'undone') AND header IS NOT NULL ORDER BY i.at DESC, i.id DESC`,
  )
    .all()
    .map((row) => ({ ...row, header: JSON.parse(row.header) as string[] }))

export const planOfImport = (db: Db, id: string): unknown =>
  db.select({ plan: imports.plan }).from(imports).where(eq(imports.id, id)).get()?.plan
