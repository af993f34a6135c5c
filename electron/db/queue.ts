import { and, eq, inArray, isNull, lt, lte, ne, or, sql, type SQL } from 'drizzle-orm'

import type { QueueEntry, Wait } from '#shared/domain/queue'
import { WAITS } from '#shared/domain/queue'
import { keysOf } from '#shared/lib/table'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { raw } from './raw.ts'
import { queue } from './schema/queue.ts'

const param = sql.placeholder

export type QueueRow = typeof queue.$inferSelect
type Who = Pick<QueueRow, 'leadId' | 'listId' | 'personId' | 'companyId' | 'ownerId'>

const oneQuery = prepared((db) =>
  db
    .select()
    .from(queue)
    .where(eq(queue.leadId, param('id')))
    .prepare(),
)
export const queueRow = (db: Db, leadId: string): QueueRow | undefined => oneQuery(db).get({ id: leadId })

// Whose a lead is, its own indexes say: a second pair of them here would cost every import as much again.
const ofPerson = sql`${queue.leadId} IN (SELECT id FROM leads WHERE person_id = ${param('personId')})`
const ofCompany = sql`${queue.leadId} IN (SELECT id FROM leads WHERE company_id = ${param('companyId')})`

const promisedQuery = prepared((db) =>
  db
    .select({ leadId: queue.leadId, dueAt: queue.dueAt })
    .from(queue)
    .where(and(ofPerson, ne(queue.leadId, param('id')), eq(queue.bucket, 'promise')))
    .orderBy(queue.dueAt)
    .limit(1)
    .prepare(),
)
/** The first promise to be kept with the person on another lead of theirs. */
export const promisedElsewhere = (db: Db, of: { id: string; personId: string }) =>
  promisedQuery(db).get({ id: of.id, personId: of.personId }) ?? null

const COLUMNS = {
  leadId: queue.leadId,
  listId: queue.listId,
  personId: queue.personId,
  companyId: queue.companyId,
  ownerId: queue.ownerId,
  bucket: queue.bucket,
  calendar: queue.calendar,
  rank: queue.rank,
  readyAt: queue.readyAt,
  attempts: queue.attempts,
  dueAt: queue.dueAt,
  until: queue.until,
  why: queue.why,
  turnsAt: queue.turnsAt,
} as const

const putQuery = prepared((db) => {
  const names = keysOf(COLUMNS)
  const values = Object.fromEntries(names.map((name) => [name, param(name)]))
  const set = Object.fromEntries(
    names
      .filter((name) => name !== 'leadId')
      .map((name) => [name, sql.raw(`excluded.${COLUMNS[name].name}`)]),
  )
  return db
    .insert(queue)
    .values(values as unknown as QueueRow)
    .onConflictDoUpdate({ target: queue.leadId, set })
    .prepare()
})

const dropQuery = prepared((db) =>
  db
    .delete(queue)
    .where(eq(queue.leadId, param('id')))
    .prepare(),
)

/** Writes a lead's row, or takes it out. Touches nothing when it stands as it should. */
export function putQueueRow(db: Db, who: Who, entry: QueueEntry | null): void {
  const before = queueRow(db, who.leadId)
  if (!entry) {
    if (before) dropQuery(db).run({ id: who.leadId })
    return
  }
  const after: QueueRow = { ...who, ...entry }
  if (before && keysOf(COLUMNS).every((name) => before[name] === after[name])) return
  putQuery(db).run(after)
}

const promoteQuery = prepared((db) =>
  db
    .update(queue)
    .set({ until: null, why: null })
    .where(
      inArray(
        queue.leadId,
        db
          .select({ leadId: queue.leadId })
          .from(queue)
          .where(
            and(
              eq(queue.listId, param('listId')),
              inArray(queue.why, [...WAITS]),
              lte(queue.until, param('now')),
            ),
          )
          .limit(param('limit')),
      ),
    )
    .prepare(),
)
const promotePromisesQuery = prepared((db) =>
  db
    .update(queue)
    .set({ until: null, why: null })
    .where(and(eq(queue.listId, param('listId')), eq(queue.why, 'promise'), lte(queue.until, param('now'))))
    .prepare(),
)
/** Those whose promised time comes near become ready, however many. */
export const promotePromises = (db: Db, due: { listId: string; now: number }): void =>
  void promotePromisesQuery(db).run(due)

/** Those whose wait is over become ready, at most `limit` of them. Returns how many did. */
export const promote = (db: Db, due: { listId: string; now: number; limit: number }): number =>
  promoteQuery(db).run(due).changes

const turningQuery = prepared((db) =>
  db
    .select({ leadId: queue.leadId })
    .from(queue)
    .where(lte(queue.turnsAt, param('now')))
    .orderBy(queue.turnsAt)
    .limit(param('limit'))
    .prepare(),
)
/** Leads that time alone has moved, the longest overdue first. */
export const turning = (db: Db, due: { now: number; limit: number }): string[] =>
  turningQuery(db)
    .all(due)
    .map(({ leadId }) => leadId)

export type CompanyCalendar = { calendar: string; isHeld: number; isLate: number }
/** As the index `queue_of_company` has it: none of a company's other leads is looked at. */
const IS_HELD = `company_id = @companyId AND (why = 'cap_company' OR bucket = 'promise')`
type OfCompany = { companyId: string; before: number }
const SAYS = `calendar, max(why IS 'cap_company') AS isHeld, max(bucket = 'promise' AND due_at < @before) AS isLate`
/**
 * The calendars that a company's leads follow: does its cap hold back any of them, is a promise due before `before` among
 * them? In one walk, since a company may have thousands.
 */
export const calendarsOfCompany = (db: Db, of: OfCompany): CompanyCalendar[] =>
  raw<CompanyCalendar>(
    db,
    `SELECT ${SAYS} FROM leads CROSS JOIN queue ON queue.lead_id = leads.id WHERE leads.company_id = @companyId
      GROUP BY calendar`,
  ).all(of)
/** The same of those alone that are held back or promised: mostly none. */
export const heldCalendarsOfCompany = (db: Db, of: OfCompany): CompanyCalendar[] =>
  raw<CompanyCalendar>(db, `SELECT ${SAYS} FROM queue WHERE ${IS_HELD} GROUP BY calendar`).all(of)

type CompanyCap = { companyId: string; calendar: string; until: number }

/** Ready, or waiting for less. */
const isSooner = or(isNull(queue.until), lt(queue.until, param('until')))

const capQuery = prepared((db) =>
  db
    .update(queue)
    .set({ until: sql`${param('until')}`, why: 'cap_company' satisfies Wait })
    .where(and(ofCompany, eq(queue.calendar, param('calendar')), ne(queue.bucket, 'promise'), isSooner))
    .prepare(),
)
/** Lays a company's cap over all its leads of a calendar at once, promises aside; a longer wait stays. */
export const capCompany = (db: Db, cap: CompanyCap): void => void capQuery(db).run(cap)

const which = (condition: SQL | undefined) =>
  prepared((db) => db.select({ leadId: queue.leadId }).from(queue).where(condition).prepare())
const idsOf = (rows: readonly { leadId: string }[]) => rows.map(({ leadId }) => leadId)

/** Leads held back by the company's cap, which an undone dial may free. */
export const heldByCompany = (db: Db, companyId: string, calendar: string): string[] =>
  raw<string>(
    db,
    `SELECT lead_id FROM queue WHERE ${IS_HELD} AND calendar = @calendar AND why = 'cap_company'`,
  )
    .pluck()
    .all({ companyId, calendar })

/** Promises of the company due before `before`, whose lift is over, so that its cap counts for them. */
export const latePromises = (db: Db, companyId: string, before: number): string[] =>
  raw<string>(db, `SELECT lead_id FROM queue WHERE ${IS_HELD} AND bucket = 'promise' AND due_at < @before`)
    .pluck()
    .all({ companyId, before })

const hasNumber = sql`${queue.leadId} IN (SELECT leads.id FROM identities CROSS JOIN leads USING (person_id)
  WHERE kind = 'phone' AND key = ${param('e164')})`
const cappedQuery = which(and(hasNumber, eq(queue.why, 'cap_number')))
const sensitiveQuery = which(and(hasNumber, or(eq(queue.why, 'cap_number'), isSooner)))

/** Queued leads of those with this number that its cap holds back or, with `until`, should hold back until then. */
export const sensitiveToNumber = (db: Db, e164: string, until: number | null): string[] =>
  idsOf(until === null ? cappedQuery(db).all({ e164 }) : sensitiveQuery(db).all({ e164, until }))
