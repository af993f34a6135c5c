import { and, count, desc, eq, sql } from 'drizzle-orm'

import { inserter } from './insert.ts'
import type { Db } from './open.ts'
import { fitText } from './override.ts'
import { raw } from './raw.ts'
import { batches, batchLeads } from './schema/batch.ts'
import { reps } from './schema/desk.ts'
import { leads } from './schema/lead.ts'

export type BatchRow = typeof batches.$inferSelect

export const insertBatch = (db: Db, row: typeof batches.$inferInsert) => db.insert(batches).values(row).run()

export const saveBatch = (db: Db, id: string, change: Partial<BatchRow>) =>
  db.update(batches).set(change).where(eq(batches.id, id)).run()

export const findBatch = (db: Db, id: string) =>
  db
    .select({ batch: batches, by: reps.name })
    .from(batches)
    .leftJoin(reps, eq(reps.id, batches.repId))
    .where(eq(batches.id, id))
    .get()

const NEWEST = 20
export const newestBatches = (db: Db) =>
  db
    .select({ batch: batches, by: reps.name })
    .from(batches)
    .leftJoin(reps, eq(reps.id, batches.repId))
    .orderBy(desc(batches.at), desc(batches.id))
    .limit(NEWEST)
    .all()

export const runningBatches = (db: Db): BatchRow[] =>
  db.select().from(batches).where(eq(batches.state, 'running')).all()

export const insertBatchLead = inserter(batchLeads)
export const leadsOfBatch = (db: Db, batchId: string) =>
  db.select().from(batchLeads).where(eq(batchLeads.batchId, batchId)).all()
export const countOfBatch = (db: Db, batchId: string): number =>
  db.select({ n: count() }).from(batchLeads).where(eq(batchLeads.batchId, batchId)).get()?.n ?? 0

/** A batch is undone as a call is: by a fact about its id. */
export const isTakenBack = (db: Db, batchId: string): boolean =>
  raw(db, 'SELECT 1 FROM undos WHERE call_id = ?').get(batchId) !== undefined

export type Picked = {
  leadId: string
  personId: string
  companyId: string | null
  stage: (typeof leads.$inferSelect)['stage']
  ownerId: string | null
  listId: string
  fit: number
  attempts: number
  silenced: number
  erased: number
  openThere: number
  worked: number
}

const PICKED = `SELECT leads.id AS leadId, leads.person_id AS personId, leads.company_id AS companyId, leads.stage,
  leads.owner_id AS ownerId, leads.list_id AS listId, leads.attempts, ${fitText('@now')} AS fit,
  EXISTS (SELECT 1 FROM live_suppressions AS wish WHERE wish.person_id = leads.person_id AND wish.scope = 'person'
    AND wish.channel = 'call' AND wish.lifted = 0 AND NOT EXISTS (SELECT 1 FROM live_suppressions AS ended
      WHERE ended.person_id = wish.person_id AND ended.lifted = 1 AND ended.refers_to = wish.id)) AS silenced,
  (SELECT erased_at IS NOT NULL FROM persons WHERE persons.id = leads.person_id) AS erased,
  EXISTS (SELECT 1 FROM leads AS other WHERE other.person_id = leads.person_id AND other.list_id = @listId
    AND other.stage NOT IN ('disqualified', 'lost', 'customer')) AS openThere,
  (leads.dials > 0 OR EXISTS (SELECT 1 FROM answers WHERE answers.lead_id = leads.id)
    OR EXISTS (SELECT 1 FROM promises WHERE promises.lead_id = leads.id)
    OR EXISTS (SELECT 1 FROM stage_changes WHERE stage_changes.lead_id = leads.id)) AS worked
  FROM leads WHERE leads.id = @leadId`

/** A lead as a bulk deed sees it at that moment; `listId` is where it would go. */
export const picked = (
  db: Db,
  of: { leadId: string; listId: string | null; now: number },
): Picked | undefined => raw<Picked>(db, PICKED).get(of)

export const putOnList = (db: Db, leadId: string, listId: string) =>
  void db.update(leads).set({ listId }).where(eq(leads.id, leadId)).run()

export const isOn = (db: Db, leadId: string, listId: string): boolean =>
  db
    .select({ one: sql`1` })
    .from(leads)
    .where(and(eq(leads.id, leadId), eq(leads.listId, listId)))
    .get() !== undefined
