import { and, asc, count, eq, gt, sql } from 'drizzle-orm'

import type { Db } from './open.ts'
import { leads } from './schema/lead.ts'
import { settings } from './schema/desk.ts'

const KEY = 'rescore'

/** How far a placing anew has come: up to which row, of which list (null = of all). */
export type Progress = { listId: string | null; after: number; done: number; total: number }

export const rescoreProgress = (db: Db): Progress | null =>
  (db.select().from(settings).where(eq(settings.key, KEY)).get()?.value as Progress | undefined) ?? null

/** Null when it is over. */
export function saveRescore(db: Db, progress: Progress | null): void {
  if (!progress) db.delete(settings).where(eq(settings.key, KEY)).run()
  else
    db.insert(settings)
      .values({ key: KEY, value: progress })
      .onConflictDoUpdate({ target: settings.key, set: { value: progress } })
      .run()
}

const ofList = (listId: string | null) => (listId === null ? undefined : eq(leads.listId, listId))

export const countLeads = (db: Db, listId: string | null): number =>
  db.select({ n: count() }).from(leads).where(ofList(listId)).get()?.n ?? 0

/** The next leads in the order of their rows. */
export const leadsAfter = (db: Db, { listId, after }: Progress, limit: number) =>
  db
    .select({ n: sql<number>`leads.rowid`, id: leads.id })
    .from(leads)
    .where(and(gt(sql`leads.rowid`, after), ofList(listId)))
    .orderBy(asc(sql`leads.rowid`))
    .limit(limit)
    .all()
