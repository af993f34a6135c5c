import { eq, sql } from 'drizzle-orm'

import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { settings } from './schema/desk.ts'
import { writeSetting } from './people.ts'

const keyOf = (repId: string) => `framework@${repId}`

const lensQuery = prepared((db) =>
  db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, sql.placeholder('key')))
    .prepare(),
)
/** Through which framework a rep looks at the board; null = through the one in force. */
export const lensOf = (db: Db, repId: string): unknown =>
  lensQuery(db).get({ key: keyOf(repId) })?.value ?? null

export const saveLens = (db: Db, repId: string, framework: string): void =>
  writeSetting(db, keyOf(repId), framework)
