import { desc, eq, sql } from 'drizzle-orm'

import { ofPerson } from './dials.ts'
import { inserter } from './insert.ts'
import { notUndone } from './lead.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { reps } from './schema/desk.ts'
import { objections } from './schema/facts.ts'

const param = sql.placeholder

export const insertObjection = inserter(objections)

/** Nobody scrolls through more in the middle of a call. */
const MOST = 30

const stands = sql`${objections.refersTo} IS NULL
  AND NOT EXISTS (SELECT 1 FROM objections AS later WHERE later.call_id = ${objections.callId} AND later.refers_to = ${objections.id})`

const personQuery = prepared((db) =>
  db
    .select({
      id: objections.id,
      code: objections.code,
      at: objections.at,
      by: reps.name,
      callId: objections.callId,
      leadId: objections.leadId,
    })
    .from(objections)
    .leftJoin(reps, eq(reps.id, objections.repId))
    .where(
      sql`${ofPerson(objections.leadId, param('personId'))} AND ${stands} AND ${notUndone(objections.callId)}`,
    )
    .orderBy(desc(objections.clock))
    .limit(MOST)
    .prepare(),
)
/** What a person said against it, newest first; neither what was taken back nor what an undone call brought. */
export const objectionsOf = (db: Db, personId: string) => personQuery(db).all({ personId })

const firstQuery = prepared((db) =>
  db
    .select({ at: objections.at })
    .from(objections)
    .where(
      sql`${objections.callId} = ${param('callId')} AND ${objections.at} >= ${param('since')} AND ${stands}`,
    )
    .orderBy(objections.at)
    .limit(1)
    .prepare(),
)
/** When the first objection of a call was raised, from an instant on; null when none was. */
export const firstObjectionOf = (db: Db, of: { callId: string; since: number }): number | null =>
  firstQuery(db).get(of)?.at ?? null
