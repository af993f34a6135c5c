import { and, desc, eq, gte, isNotNull, sql } from 'drizzle-orm'

import { notUndone } from './lead.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { answers, assignments, calls, edits, promises, suppressions, undos } from './schema/facts.ts'
import { exportedLeads } from './schema/files.ts'
import { phones, texts } from './schema/person.ts'

const param = sql.placeholder

export type Call = typeof calls.$inferSelect
export type Answer = typeof answers.$inferSelect
export type Text = typeof texts.$inferSelect

export const insertCall = (db: Db, call: Call) => void db.insert(calls).values(call).run()
export const insertAnswer = (db: Db, answer: Answer) => void db.insert(answers).values(answer).run()
export const insertPromise = (db: Db, row: typeof promises.$inferInsert) =>
  void db.insert(promises).values(row).run()
export const insertAssignment = (db: Db, row: typeof assignments.$inferInsert) =>
  void db.insert(assignments).values(row).run()
export const insertSuppression = (db: Db, row: typeof suppressions.$inferInsert) =>
  void db.insert(suppressions).values(row).run()
export const insertEdit = (db: Db, row: typeof edits.$inferInsert) => void db.insert(edits).values(row).run()
export const insertUndo = (db: Db, row: typeof undos.$inferInsert) => void db.insert(undos).values(row).run()

/** What is blank is not kept. */
export function insertText(db: Db, text: Omit<Text, 'text'> & { text: string | null }): void {
  if (text.text?.trim())
    db.insert(texts)
      .values({ ...text, text: text.text })
      .run()
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
      and(eq(answers.leadId, param('leadId')), isNotNull(answers.callId), gte(answers.at, param('since'))),
    )
    .orderBy(answers.at, answers.clock)
    .prepare(),
)
/** Answers given on the desk of a lead since its draft was opened, oldest first. */
export const answersSince = (db: Db, leadId: string, since: number): Answer[] =>
  givenQuery(db).all({ leadId, since })

export const firstAnswerOf = (db: Db, callId: string): number | null =>
  db
    .select({ at: answers.at })
    .from(answers)
    .where(eq(answers.callId, callId))
    .orderBy(answers.at)
    .limit(1)
    .get()?.at ?? null

/** The newest call of a lead with whether it was taken back since. */
export const newestCall = (db: Db, leadId: string) =>
  db
    .select({ call: calls, undone: isNotNull(undos.id) })
    .from(calls)
    .leftJoin(undos, eq(undos.callId, calls.id))
    .where(eq(calls.leadId, leadId))
    .orderBy(desc(calls.clock))
    .limit(1)
    .get()

/** The last outcome of a rep that still stands, among calls dialled since an instant. */
export const lastOutcome = (db: Db, repId: string, since: number): Call | undefined =>
  db
    .select()
    .from(calls)
    .where(and(eq(calls.repId, repId), gte(calls.dialledAt, since), notUndone(calls.id)))
    .orderBy(desc(calls.clock))
    .limit(1)
    .get()

export const hasCalls = (db: Db, repId: string): boolean =>
  db.select({ id: calls.id }).from(calls).where(eq(calls.repId, repId)).limit(1).get() !== undefined

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
