import { asc, max } from 'drizzle-orm'

import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import type { NewRule, RuleRow } from './rule-kinds.ts'
import { rules } from './schema/desk.ts'

const newest = prepared((db) =>
  db
    .select({ version: max(rules.version) })
    .from(rules)
    .prepare(),
)
const every = prepared((db) => db.select().from(rules).orderBy(asc(rules.version)).prepare())

/** 0 when nothing was ever changed. */
export const newestVersion = (db: Db): number => newest(db).get()?.version ?? 0

/** Oldest first. */
export const allRules = (db: Db): RuleRow[] =>
  // `insertRules` lets nothing in that is not of its kind.
  every(db).all() as RuleRow[]

/** Returns the version it was given. */
export function insertRules(db: Db, row: NewRule): number {
  const version = newestVersion(db) + 1
  db.insert(rules)
    .values({ ...row, version })
    .run()
  return version
}
