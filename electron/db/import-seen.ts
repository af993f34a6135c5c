import { and, desc, eq } from 'drizzle-orm'

import type { Db } from './open.ts'
import { imports } from './schema/files.ts'

/** The last import of these very bytes that went through; undefined when there was none. */
export const lastImportOf = (db: Db, sha256: string) =>
  db
    .select({ at: imports.at, fileName: imports.fileName })
    .from(imports)
    .where(and(eq(imports.sha256, sha256), eq(imports.state, 'done')))
    .orderBy(desc(imports.at))
    .get()
