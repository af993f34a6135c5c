import { and, desc, eq, inArray, sql, type SQL, type SQLWrapper } from 'drizzle-orm'

import type { LeadFacts, Standing } from '#shared/domain/facts'
import { jobChangesOf } from '#shared/domain/job'
import type { SignalKind } from '#shared/domain/profile'
import { jobEdits } from './job.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { answers, assignments, calls, promises, stageChanges } from './schema/facts.ts'
import { leads, lists, signals } from './schema/lead.ts'
import { companies, emails, persons, phones } from './schema/person.ts'

const param = sql.placeholder

/** What an undone call brought is as if it had never been. */
export const notUndone = (callId: SQLWrapper): SQL =>
  sql`(${callId} IS NULL OR ${callId} NOT IN (SELECT call_id FROM undos))`

const leadQuery = prepared((db) =>
  db
    .select({ lead: leads, person: persons, company: companies, list: lists })
    .from(leads)
    .innerJoin(persons, eq(persons.id, leads.personId))
    .innerJoin(lists, eq(lists.id, leads.listId))
    .leftJoin(companies, eq(companies.id, leads.companyId))
    .where(eq(leads.id, param('id')))
    .prepare(),
)
export type LeadRow = NonNullable<ReturnType<typeof findLead>>

/** A lead with whom it is about and where it stands. */
export const findLead = (db: Db, id: string) => leadQuery(db).get({ id })

const addressesQuery = prepared((db) =>
  db
    .select({ all: sql<string | null>`group_concat(${emails.email}, ' ')` })
    .from(emails)
    .where(eq(emails.personId, param('id')))
    .prepare(),
)
/** Somebody's e-mail addresses with spaces between; null without any. */
export const addressesOf = (db: Db, personId: string): string | null =>
  addressesQuery(db).get({ id: personId })?.all ?? null

const CALL = {
  id: calls.id,
  repId: calls.repId,
  phoneId: calls.phoneId,
  outcome: calls.outcome,
  spoke: calls.spoke,
  reason: calls.reason,
  dialledAt: calls.dialledAt,
  answeredAt: calls.answeredAt,
  endedAt: calls.endedAt,
  talk: calls.talk,
  answers: calls.answers,
  own: calls.ownOutcome,
  madeAt: sql<number>`iif(${calls.importId} IS NULL, ${calls.at}, ${calls.dialledAt})`,
  ruleVersion: calls.ruleVersion,
  importId: calls.importId,
  clock: calls.clock,
} as const
const callQuery = prepared((db) =>
  db
    .select(CALL)
    .from(calls)
    .where(and(eq(calls.leadId, param('id')), notUndone(calls.id)))
    .orderBy(calls.clock)
    .prepare(),
)
const stageQuery = prepared((db) =>
  db
    .select({
      at: stageChanges.at,
      from: stageChanges.from,
      to: stageChanges.to,
      reason: stageChanges.reason,
      wakesAt: stageChanges.wakesAt,
      callId: stageChanges.callId,
      ruleVersion: stageChanges.ruleVersion,
    })
    .from(stageChanges)
    .where(and(eq(stageChanges.leadId, param('id')), notUndone(stageChanges.callId)))
    .orderBy(stageChanges.clock)
    .prepare(),
)
/** One that a merge carried along goes with the call that brought it. */
const carriedStands = notUndone(sql`(SELECT call_id FROM promises AS p WHERE p.id = ${promises.refersTo})`)
const PROMISE = {
  id: promises.id,
  repId: promises.repId,
  callId: promises.callId,
  at: promises.at,
  kind: promises.kind,
  dueAt: promises.dueAt,
  agreed: promises.agreed,
  clock: promises.clock,
} as const
const promiseQuery = prepared((db) =>
  db
    .select(PROMISE)
    .from(promises)
    .where(and(eq(promises.leadId, param('id')), notUndone(promises.callId), carriedStands))
    .orderBy(promises.clock)
    .prepare(),
)
const answerQuery = prepared((db) =>
  db
    .select({
      criterion: answers.criterion,
      state: answers.state,
      grade: answers.grade,
      at: answers.at,
      date: answers.date,
      callId: answers.callId,
      clock: answers.clock,
    })
    .from(answers)
    // What somebody said stays said, though the outcome of that call was taken back.
    .where(eq(answers.leadId, param('id')))
    .orderBy(answers.clock)
    .prepare(),
)
const ownerQuery = prepared((db) =>
  db
    .select({ toRepId: assignments.toRepId })
    .from(assignments)
    .where(and(eq(assignments.leadId, param('id')), notUndone(assignments.callId)))
    .orderBy(desc(assignments.clock))
    .limit(1)
    .prepare(),
)

/** Every fact of a lead as the rules read them: undone calls and what they brought are left out. */
export function factsOfLead(db: Db, lead: LeadRow['lead']): LeadFacts {
  const of = { id: lead.id }
  return {
    leadId: lead.id,
    personId: lead.personId,
    companyId: lead.companyId,
    listId: lead.listId,
    bornAs: lead.bornAs,
    createdAt: lead.createdAt,
    arrivedAt: lead.arrivedAt,
    calls: callQuery(db).all(of),
    stages: stageQuery(db).all(of),
    promises: promiseQuery(db).all(of),
    answers: answerQuery(db).all(of),
    jobChanges: jobChangesOf(jobEdits(db, lead.personId)),
    ownerId: ownerQuery(db).get(of)?.toRepId ?? null,
  }
}

/** The calls of many leads at once, by lead, oldest first. */
export const callsOf = (db: Db, leadIds: readonly string[]) =>
  Map.groupBy(
    db
      .select({ leadId: calls.leadId, ...CALL })
      .from(calls)
      .where(and(inArray(calls.leadId, [...leadIds]), notUndone(calls.id)))
      .orderBy(calls.leadId, calls.clock)
      .all(),
    ({ leadId }) => leadId,
  )

export const promisesOf = (db: Db, leadIds: readonly string[]) =>
  Map.groupBy(
    db
      .select({ leadId: promises.leadId, ...PROMISE })
      .from(promises)
      .where(and(inArray(promises.leadId, [...leadIds]), notUndone(promises.callId), carriedStands))
      .orderBy(promises.leadId, promises.clock)
      .all(),
    ({ leadId }) => leadId,
  )

const signalQuery = prepared((db) =>
  db
    .select({ kind: sql<SignalKind>`${signals.kind}`, at: signals.at })
    .from(signals)
    .where(eq(signals.leadId, param('id')))
    .prepare(),
)
export const signalsOf = (db: Db, leadId: string) => signalQuery(db).all({ id: leadId })

const phoneQuery = prepared((db) =>
  db
    .select()
    .from(phones)
    .where(eq(phones.personId, param('id')))
    .orderBy(phones.place, phones.id)
    .prepare(),
)
/** The first to call first. A number that two had who are one by now is there once. */
export function phonesOf(db: Db, personId: string) {
  const phones = phoneQuery(db).all({ id: personId })
  const isFirst = ({ e164, extension }: (typeof phones)[number], place: number) =>
    phones.findIndex((one) => one.e164 === e164 && one.extension === extension) === place
  return phones.length < 2 ? phones : phones.filter(isFirst)
}

const othersQuery = prepared((db) =>
  db
    .select({ id: leads.id })
    .from(leads)
    .where(and(eq(leads.personId, param('personId')), sql`${leads.id} <> ${param('id')}`))
    .prepare(),
)
/** Leads of the same person, in other lists or from other times. */
export const otherLeads = (db: Db, of: { id: string; personId: string }): string[] =>
  othersQuery(db)
    .all(of)
    .map(({ id }) => id)

/** Some of the caches of a lead's facts. */
export function saveStanding(db: Db, id: string, standing: Partial<typeof leads.$inferInsert>): void {
  db.update(leads).set(standing).where(eq(leads.id, id)).run()
}

const cacheQuery = prepared((db) => {
  const names = [
    'stage',
    'reason',
    'wakesAt',
    'ownerId',
    'bantNow',
    'attempts',
    'dials',
    'firstDialAt',
    'lastDialAt',
    'fit',
  ] as const
  const set = Object.fromEntries(names.map((name) => [name, sql`${param(name)}`]))
  return db
    .update(leads)
    .set(set)
    .where(eq(leads.id, param('id')))
    .prepare()
})
type Caches = Omit<Standing, 'open'> & { fit: number }
/** All the caches of a lead's facts. */
export const saveCaches = (db: Db, id: string, caches: Caches): void =>
  void cacheQuery(db).run({ id, ...caches })
