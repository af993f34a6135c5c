import { and, eq, inArray, sql, type SQL, type SQLWrapper } from 'drizzle-orm'

import type { Db } from './open.ts'
import { reps } from './schema/desk.ts'
import { answers, calls, opportunities, promises, stageChanges, suppressions } from './schema/facts.ts'
import { leads, lists } from './schema/lead.ts'
import { companies, emails, persons, phones } from './schema/person.ts'

/** Any number of ids in one parameter. */
const amongst = (column: SQLWrapper, ids: readonly string[]): SQL =>
  sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** What an undone call brought is left out. */
const live = (callId: SQLWrapper): SQL =>
  sql`(${callId} IS NULL OR ${callId} NOT IN (SELECT call_id FROM undos))`

const textOf = (factId: SQLWrapper, field: string): SQL<string | null> =>
  sql<string | null>`(SELECT text FROM texts WHERE fact_id = ${factId} AND field = ${field})`

const owner = sql<string | null>`(SELECT name FROM reps WHERE id = ${leads.ownerId})`

export const leadParts = (db: Db, ids: readonly string[]) =>
  db
    .select({ lead: leads, person: persons, company: companies, list: lists, owner })
    .from(leads)
    .innerJoin(persons, eq(persons.id, leads.personId))
    .innerJoin(lists, eq(lists.id, leads.listId))
    .leftJoin(companies, eq(companies.id, leads.companyId))
    .where(amongst(leads.id, ids))
    .orderBy(leads.id)
    .all()

/** Those that still reach somebody of theirs, the one to call first first; each number once a person. */
export function phonesOf(db: Db, personIds: readonly string[]) {
  const seen = new Set<string>()
  return allPhones(db, personIds).filter(({ personId, e164, extension }) => {
    const key = `${personId} ${e164} ${extension ?? ''}`
    return !seen.has(key) && seen.add(key)
  })
}

const allPhones = (db: Db, personIds: readonly string[]) =>
  db
    .select()
    .from(phones)
    .where(
      and(amongst(phones.personId, personIds), inArray(phones.status, ['ok', 'switchboard', 'opted_out'])),
    )
    .orderBy(phones.personId, phones.place)
    .all()

export const emailsOf = (db: Db, personIds: readonly string[]) =>
  db
    .select()
    .from(emails)
    .where(amongst(emails.personId, personIds))
    .orderBy(emails.personId, emails.place)
    .all()

/** Facts come oldest first. */
export const callsOf = (db: Db, ids: readonly string[]) =>
  db
    .select({
      id: calls.id,
      leadId: calls.leadId,
      by: reps.name,
      at: calls.dialledAt,
      outcome: calls.outcome,
      own: calls.ownOutcome,
      spoke: calls.spoke,
      leftMessage: calls.leftMessage,
      talk: calls.talk,
      note: textOf(calls.id, 'note'),
    })
    .from(calls)
    .innerJoin(reps, eq(reps.id, calls.repId))
    .where(and(amongst(calls.leadId, ids), live(calls.id)))
    .orderBy(calls.clock)
    .all()

export const movesToSql = (db: Db, ids: readonly string[]) =>
  db
    .select({
      leadId: stageChanges.leadId,
      at: stageChanges.at,
      by: reps.name,
      callId: stageChanges.callId,
      frozen: stageChanges.frozen,
      overrideBy: sql<string | null>`(SELECT name FROM reps WHERE id = ${stageChanges.overrideBy})`,
      overrideReason: textOf(stageChanges.id, 'override'),
    })
    .from(stageChanges)
    .innerJoin(reps, eq(reps.id, stageChanges.repId))
    .where(and(amongst(stageChanges.leadId, ids), eq(stageChanges.to, 'sql'), live(stageChanges.callId)))
    .orderBy(stageChanges.clock)
    .all()

/** What was said stays said, though the outcome of its call was taken back. */
export const answersOf = (db: Db, ids: readonly string[]) =>
  db
    .select({
      leadId: answers.leadId,
      criterion: answers.criterion,
      state: answers.state,
      grade: answers.grade,
      amountMinor: answers.amountMinor,
      currency: answers.currency,
      date: answers.date,
      evidence: textOf(answers.id, 'evidence'),
    })
    .from(answers)
    .where(amongst(answers.leadId, ids))
    .orderBy(answers.clock)
    .all()

/** What they agreed to; a date that was only noted, or moved since, is no next step of theirs. */
export const stepsOf = (db: Db, ids: readonly string[]) =>
  db
    .select({
      leadId: promises.leadId,
      kind: promises.kind,
      dueAt: promises.dueAt,
      withWhom: textOf(promises.id, 'who'),
    })
    .from(promises)
    .where(
      and(
        amongst(promises.leadId, ids),
        live(promises.callId),
        eq(promises.agreed, true),
        sql`NOT EXISTS (SELECT 1 FROM live_promises AS moved WHERE moved.lead_id = ${promises.leadId}
          AND moved.refers_to = ${promises.id})`,
      ),
    )
    .orderBy(promises.clock)
    .all()

export const opportunitiesOf = (db: Db, ids: readonly string[]) =>
  db
    .select({ fact: opportunities, problem: textOf(opportunities.id, 'problem') })
    .from(opportunities)
    .where(amongst(opportunities.leadId, ids))
    .orderBy(opportunities.clock)
    .all()

/** Who asked for no more mail; a wish that was lifted is over. */
export const withoutMail = (db: Db, personIds: readonly string[]): Set<string | null> =>
  new Set(
    db
      .select({ personId: suppressions.personId })
      .from(suppressions)
      .where(
        and(
          eq(suppressions.channel, 'mail'),
          eq(suppressions.lifted, false),
          amongst(suppressions.personId, personIds),
          live(suppressions.callId),
          sql`${suppressions.id} NOT IN (SELECT refers_to FROM suppressions WHERE lifted AND refers_to IS NOT NULL)`,
        ),
      )
      .all()
      .map(({ personId }) => personId),
  )
