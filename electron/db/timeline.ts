import { and, desc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'

import { ofPerson } from './dials.ts'
import { notUndone } from './lead.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { reps } from './schema/desk.ts'
import { calls, opportunities, promises, skips, stageChanges, suppressions, undos } from './schema/facts.ts'
import { exportedLeads, exports_, imports } from './schema/files.ts'
import { leads } from './schema/lead.ts'
import { texts } from './schema/person.ts'
import { CONFIRMED } from './wish.ts'

/** What happened to a person, newest first; `MOST` of each kind. */
const MOST = 100
const param = sql.placeholder

const why = alias(texts, 'why')
const note = alias(texts, 'note')

const callQuery = prepared((db) =>
  db
    .select({
      id: calls.id,
      at: calls.dialledAt,
      by: reps.name,
      outcome: calls.outcome,
      own: calls.ownOutcome,
      spoke: calls.spoke,
      talk: calls.talk,
      talkAtLeast: calls.talkAtLeast,
      // Of a call made elsewhere nobody knows how it was dialled.
      byHand: sql<boolean>`${calls.byHand} AND ${calls.importId} IS NULL`.mapWith(Boolean),
      reason: calls.reason,
      ruleVersion: calls.ruleVersion,
      note: note.text,
      why: why.text,
      objections: sql<
        string | null
      >`(SELECT group_concat(said.code, ' ' ORDER BY said.at) FROM objections AS said
        WHERE said.call_id = ${calls.id} AND said.refers_to IS NULL
          AND said.id NOT IN (SELECT refers_to FROM objections WHERE call_id = ${calls.id} AND refers_to IS NOT NULL))`,
      isUndone: sql<boolean>`${isNotNull(undos.id)}`.mapWith(Boolean),
    })
    .from(calls)
    .leftJoin(reps, eq(reps.id, calls.repId))
    .leftJoin(undos, eq(undos.callId, calls.id))
    .leftJoin(note, and(eq(note.factId, calls.id), eq(note.field, 'note')))
    .leftJoin(why, and(eq(why.factId, calls.id), eq(why.field, 'reason')))
    .where(ofPerson(calls.leadId, param('personId')))
    .orderBy(desc(calls.dialledAt))
    .limit(MOST)
    .prepare(),
)
/** Every call to the person, on whichever list; those taken back too. */
export const callsTo = (db: Db, personId: string) => callQuery(db).all({ personId })

const stageQuery = prepared((db) =>
  db
    .select({
      id: stageChanges.id,
      at: stageChanges.at,
      by: reps.name,
      from: stageChanges.from,
      to: stageChanges.to,
      reason: stageChanges.reason,
      dueAt: stageChanges.wakesAt,
      ruleVersion: stageChanges.ruleVersion,
      why: why.text,
    })
    .from(stageChanges)
    .leftJoin(reps, eq(reps.id, stageChanges.repId))
    .leftJoin(why, and(eq(why.factId, stageChanges.id), eq(why.field, 'reason')))
    .where(and(eq(stageChanges.leadId, param('leadId')), notUndone(stageChanges.callId)))
    .orderBy(desc(stageChanges.at))
    .limit(MOST)
    .prepare(),
)
export const movesOf = (db: Db, leadId: string) => stageQuery(db).all({ leadId })

const promiseQuery = prepared((db) =>
  db
    .select({
      id: promises.id,
      at: promises.at,
      by: reps.name,
      kind: promises.kind,
      dueAt: promises.dueAt,
      ruleVersion: promises.ruleVersion,
      who: why.text,
    })
    .from(promises)
    .leftJoin(reps, eq(reps.id, promises.repId))
    .leftJoin(why, and(eq(why.factId, promises.id), eq(why.field, 'who')))
    .where(and(eq(promises.leadId, param('leadId')), notUndone(promises.callId)))
    .orderBy(desc(promises.at))
    .limit(MOST)
    .prepare(),
)
export const datesOf = (db: Db, leadId: string) => promiseQuery(db).all({ leadId })

const back = alias(skips, 'back')
const skipQuery = prepared((db) =>
  db
    .select({
      id: skips.id,
      at: skips.at,
      by: reps.name,
      reason: skips.reason,
      dueAt: skips.until,
      ruleVersion: skips.ruleVersion,
    })
    .from(skips)
    .leftJoin(reps, eq(reps.id, skips.repId))
    .leftJoin(back, and(eq(back.leadId, skips.leadId), eq(back.refersTo, skips.id)))
    .where(and(eq(skips.leadId, param('leadId')), isNotNull(skips.until), isNull(back.id)))
    .orderBy(desc(skips.at))
    .limit(MOST)
    .prepare(),
)
/** How often it was not the moment; what was taken back is no part of it. */
export const skipsOf = (db: Db, leadId: string) => skipQuery(db).all({ leadId })

const suppressionQuery = prepared((db) =>
  db
    .select({
      id: suppressions.id,
      at: suppressions.at,
      by: reps.name,
      scope: suppressions.scope,
      ruleVersion: suppressions.ruleVersion,
    })
    .from(suppressions)
    .leftJoin(reps, eq(reps.id, suppressions.repId))
    .where(
      and(
        eq(suppressions.personId, param('personId')),
        eq(suppressions.lifted, false),
        // That it was confirmed is no wish of its own.
        ne(suppressions.source, CONFIRMED),
        notUndone(suppressions.callId),
      ),
    )
    .orderBy(desc(suppressions.at))
    .limit(MOST)
    .prepare(),
)
export const wishesOf = (db: Db, personId: string) => suppressionQuery(db).all({ personId })

const savedQuery = prepared((db) =>
  db
    .select({
      id: opportunities.id,
      at: opportunities.at,
      by: reps.name,
      reason: sql<string | null>`${opportunities.contractReference}`,
      ruleVersion: opportunities.ruleVersion,
      text: why.text,
    })
    .from(opportunities)
    .leftJoin(reps, eq(reps.id, opportunities.repId))
    .leftJoin(why, and(eq(why.factId, opportunities.id), eq(why.field, 'problem')))
    .where(eq(opportunities.leadId, param('leadId')))
    .orderBy(desc(opportunities.at))
    .limit(MOST)
    .prepare(),
)
export const opportunitiesOf = (db: Db, leadId: string) => savedQuery(db).all({ leadId })

const exportQuery = prepared((db) =>
  db
    .select({ id: exports_.id, at: exportedLeads.at, by: reps.name, text: exports_.fileName })
    .from(exportedLeads)
    .innerJoin(exports_, eq(exports_.id, exportedLeads.exportId))
    .leftJoin(reps, eq(reps.id, exports_.repId))
    .where(eq(exportedLeads.leadId, param('leadId')))
    .orderBy(desc(exportedLeads.at))
    .limit(MOST)
    .prepare(),
)
export const handOversOf = (db: Db, leadId: string) => exportQuery(db).all({ leadId })

const importQuery = prepared((db) =>
  db
    .select({ id: imports.id, at: leads.createdAt, by: reps.name, text: imports.fileName })
    .from(leads)
    .innerJoin(imports, eq(imports.id, leads.importId))
    .leftJoin(reps, eq(reps.id, imports.repId))
    .where(eq(leads.id, param('leadId')))
    .prepare(),
)
export const importOf = (db: Db, leadId: string) => importQuery(db).get({ leadId })
