import { and, desc, eq, gte, isNotNull, isNull, or, sql } from 'drizzle-orm'

import { inserter } from './insert.ts'
import { notUndone } from './lead.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { answers, assignments, calls, edits, promises, suppressions, undos } from './schema/facts.ts'
import { exportedLeads } from './schema/files.ts'
import { phones, texts } from './schema/person.ts'

const param = sql.placeholder

export type Call = typeof calls.$inferSelect
type Answer = typeof answers.$inferSelect
type Text = typeof texts.$inferSelect

export const insertCall = inserter(calls)
export const insertAnswer = inserter(answers)
export const insertPromise = inserter(promises)
export const insertAssignment = inserter(assignments)
export const insertSuppression = inserter(suppressions)
export const insertEdit = inserter(edits)
export const insertUndo = inserter(undos)
const putText = inserter(texts)

/** What is blank is not kept. */
export function insertText(db: Db, text: Omit<Text, 'text'> & { text: string | null }): void {
  if (text.text?.trim()) putText(db, { ...text, text: text.text })
}

const textQuery = prepared((db) =>
  db
    .select({ field: texts.field, text: texts.text })
    .from(texts)
    .where(eq(texts.factId, param('factId')))
    .prepare(),
)
export const textsOf = (db: Db, factId: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    textQuery(db)
      .all({ factId })
      .map(({ field, text }) => [field, text]),
  )

const callQuery = prepared((db) =>
  db
    .select()
    .from(calls)
    .where(eq(calls.id, param('id')))
    .prepare(),
)
export const findCall = (db: Db, id: string): Call | undefined => callQuery(db).get({ id })

export const isUndone = (db: Db, callId: string): boolean =>
  db.select({ id: undos.id }).from(undos).where(eq(undos.callId, callId)).get() !== undefined

const givenQuery = prepared((db) =>
  db
    .select()
    .from(answers)
    .where(
      and(
        eq(answers.leadId, param('leadId')),
        isNotNull(answers.callId),
        // Of this call whatever the wall clock said; after an undo, of the one that is made good.
        or(eq(answers.callId, param('callId')), gte(answers.at, param('since'))),
      ),
    )
    .orderBy(answers.clock)
    .prepare(),
)
/** Answers given on the desk of a lead since its draft was opened, oldest first. */
export const answersSince = (db: Db, of: { leadId: string; callId: string; since: number }): Answer[] =>
  givenQuery(db).all(of)

export const firstAnswerOf = (db: Db, callId: string): number | null =>
  db
    .select({ at: answers.at })
    .from(answers)
    .where(eq(answers.callId, callId))
    .orderBy(answers.at)
    .limit(1)
    .get()?.at ?? null

const newestQuery = prepared((db) =>
  db
    .select({ id: calls.id, repId: calls.repId, at: calls.at, undoId: undos.id })
    .from(calls)
    .leftJoin(undos, eq(undos.callId, calls.id))
    .where(eq(calls.leadId, param('leadId')))
    .orderBy(desc(calls.clock))
    .limit(1)
    .prepare(),
)
/** The newest call of a lead, with the undo that took it back since. */
export const newestCall = (db: Db, leadId: string) => newestQuery(db).get({ leadId })

/** The last outcome of a rep that still stands, among calls dialled since an instant. */
export const lastOutcome = (db: Db, repId: string, since: number): Call | undefined =>
  db
    .select()
    .from(calls)
    // What was made elsewhere is not this desk's to take back.
    .where(
      and(eq(calls.repId, repId), gte(calls.dialledAt, since), isNull(calls.importId), notUndone(calls.id)),
    )
    .orderBy(desc(calls.clock))
    .limit(1)
    .get()

/** Whether any outcome of a rep still stands, however old. */
export const hasOutcome = (db: Db, repId: string): boolean => lastOutcome(db, repId, 0) !== undefined

export const wasExportedSince = (db: Db, leadId: string, since: number): boolean =>
  db
    .select({ at: exportedLeads.at })
    .from(exportedLeads)
    .where(and(eq(exportedLeads.leadId, leadId), gte(exportedLeads.at, since)))
    .limit(1)
    .get() !== undefined

export const setPhoneStatus = (db: Db, id: string, status: (typeof phones.$inferSelect)['status']) =>
  void db.update(phones).set({ status }).where(eq(phones.id, id)).run()

/** What was set by hand on a lead in the course of a call. */
export const editsOfCall = (db: Db, leadId: string, callId: string) =>
  db
    .select()
    .from(edits)
    .where(and(eq(edits.leadId, leadId), eq(edits.refersTo, callId)))
    .all()

export const suppressionsOfCall = (db: Db, callId: string) =>
  db.select().from(suppressions).where(eq(suppressions.callId, callId)).all()
