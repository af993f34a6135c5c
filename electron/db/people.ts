import { eq, sql } from 'drizzle-orm'

import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { reps, settings } from './schema/desk.ts'
import { lists } from './schema/lead.ts'

const REP = { id: reps.id, name: reps.name, role: reps.role, active: reps.active }

const everyRep = prepared((db) => db.select(REP).from(reps).orderBy(reps.name, reps.id).prepare())
export const allReps = (db: Db) => everyRep(db).all()

const repQuery = prepared((db) =>
  db
    .select(REP)
    .from(reps)
    .where(eq(reps.id, sql.placeholder('id')))
    .prepare(),
)
export const findRep = (db: Db, id: string) => repQuery(db).get({ id })

export const insertRep = (db: Db, rep: typeof reps.$inferInsert) => db.insert(reps).values(rep).run()

/** Adds somebody, or has somebody who is known join. */
export const putRep = (db: Db, rep: typeof reps.$inferInsert) =>
  db
    .insert(reps)
    .values(rep)
    .onConflictDoUpdate({ target: reps.id, set: { name: rep.name, role: rep.role, active: rep.active } })
    .run()

/** Every list, oldest first. */
export function allLists(db: Db) {
  const rows = db.select().from(lists).orderBy(lists.createdAt, lists.id).all()
  return rows.map(({ script: _, createdAt: __, ...list }) => list)
}

export type ListRow = typeof lists.$inferInsert

/** Adds a list, or changes what stands; its script and its age stay. */
export function saveList(db: Db, list: ListRow): void {
  const { id: _, createdAt: __, script: ___, ...changes } = list
  db.insert(lists).values(list).onConflictDoUpdate({ target: lists.id, set: changes }).run()
}

export const findList = (db: Db, id: string) => db.select().from(lists).where(eq(lists.id, id)).get()

const settingsQuery = prepared((db) => db.select().from(settings).prepare())
export function readSettings(db: Db): Record<string, unknown> {
  return Object.fromEntries(
    settingsQuery(db)
      .all()
      .map((row) => [row.key, row.value]),
  )
}

const settingQuery = prepared((db) =>
  db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, sql.placeholder('key')))
    .prepare(),
)
export const readSetting = (db: Db, key: string): unknown => settingQuery(db).get({ key })?.value

export function writeSetting(db: Db, key: string, given: unknown): void {
  // "None" is a choice too; the column takes it as JSON, not as a missing value.
  const value = given === null ? sql`'null'` : given
  db.insert(settings)
    .values({ key, value })
    .onConflictDoUpdate({ target: settings.key, set: { value } })
    .run()
}
