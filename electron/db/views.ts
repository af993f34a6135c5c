import { eq, or } from 'drizzle-orm'

import type { Db } from './open.ts'
import { views } from './schema/batch.ts'
import { reps, settings } from './schema/desk.ts'

export type ViewRow = typeof views.$inferSelect

/** A rep's own and those that are shared, by name. */
export const viewsFor = (db: Db, repId: string) =>
  db
    .select({ view: views, by: reps.name })
    .from(views)
    .leftJoin(reps, eq(reps.id, views.repId))
    .where(or(eq(views.repId, repId), eq(views.shared, true)))
    .orderBy(views.name, views.id)
    .all()

export const findView = (db: Db, id: string): ViewRow | undefined =>
  db.select().from(views).where(eq(views.id, id)).get()

export function saveView(db: Db, row: ViewRow): void {
  const { name, shared, look } = row
  db.insert(views).values(row).onConflictDoUpdate({ target: views.id, set: { name, shared, look } }).run()
}

export const removeView = (db: Db, id: string) => void db.delete(views).where(eq(views.id, id)).run()

const keyOf = (repId: string) => `leads.columns.${repId}`

/** The columns a rep has chosen, as they were saved. */
export const columnsOf = (db: Db, repId: string): unknown =>
  db
    .select()
    .from(settings)
    .where(eq(settings.key, keyOf(repId)))
    .get()?.value

export const saveColumns = (db: Db, repId: string, columns: readonly string[]) =>
  void db
    .insert(settings)
    .values({ key: keyOf(repId), value: columns })
    .onConflictDoUpdate({ target: settings.key, set: { value: columns } })
    .run()
