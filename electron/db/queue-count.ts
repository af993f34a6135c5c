import { and, count, eq, gte, inArray, isNotNull, isNull, min, ne, sql } from 'drizzle-orm'

import { CYCLE_BUCKETS } from '#shared/domain/cycle'
import type { Bucket } from '#shared/domain/queue'
import { isDial } from './dials.ts'
import type { Db } from './open.ts'
import { fitAt } from './override.ts'
import { prepared } from './prepared.ts'
import { calls } from './schema/facts.ts'
import { leads } from './schema/lead.ts'
import { companies, persons } from './schema/person.ts'
import { queue } from './schema/queue.ts'

const param = sql.placeholder

const readyIn = (buckets: readonly Bucket[]) =>
  prepared((db) =>
    db
      .select({ bucket: queue.bucket, calendar: queue.calendar, n: count() })
      .from(queue)
      .where(and(eq(queue.listId, param('listId')), inArray(queue.bucket, [...buckets]), isNull(queue.until)))
      .groupBy(queue.bucket, queue.calendar)
      .prepare(),
  )
const urgentQuery = readyIn(['promise', 'hot'])
const cycleQuery = readyIn(CYCLE_BUCKETS)
/** The ready ones of a list by bucket and calendar: those that come before everything, which are few. */
export const countUrgent = (db: Db, listId: string) => urgentQuery(db).all({ listId })
/** The ready ones of retry, new and review, which may be hundreds of thousands. */
export const countCycle = (db: Db, listId: string) => cycleQuery(db).all({ listId })

const liftedQuery = prepared((db) =>
  db
    .select({ n: count() })
    .from(queue)
    .where(
      and(
        eq(queue.listId, param('listId')),
        eq(queue.bucket, 'promise'),
        eq(queue.calendar, param('calendar')),
        isNull(queue.until),
        gte(queue.dueAt, param('since')),
      ),
    )
    .prepare(),
)
/** Ready promises of a calendar due since `since`: those that a closed window does not hold. */
export const countLifted = (db: Db, of: { listId: string; calendar: string; since: number }): number =>
  liftedQuery(db).get(of)?.n ?? 0

const ownedQuery = prepared((db) =>
  db
    .select({ n: count() })
    .from(queue)
    .where(
      and(
        eq(queue.listId, param('listId')),
        eq(queue.ownerId, param('ownerId')),
        // In words and not as a parameter, so that the index of promises serves.
        sql`${queue.bucket} = 'promise'`,
        eq(queue.calendar, param('calendar')),
        isNull(queue.until),
        gte(queue.dueAt, param('since')),
      ),
    )
    .prepare(),
)
/** The same of one owner. */
export const countOwned = (
  db: Db,
  of: { listId: string; calendar: string; ownerId: string; since: number },
): number => ownedQuery(db).get(of)?.n ?? 0

const waitingQuery = prepared((db) =>
  db
    .select({ why: queue.why, n: count(), nextAt: min(queue.until) })
    .from(queue)
    .where(and(eq(queue.listId, param('listId')), isNotNull(queue.until), ne(queue.why, 'no_number')))
    .groupBy(queue.why)
    .prepare(),
)
/** Those who wait, by reason, with when the first of them becomes ready. */
export const countWaiting = (db: Db, listId: string) => waitingQuery(db).all({ listId })

const numberlessQuery = prepared((db) =>
  db
    .select({ n: count() })
    .from(queue)
    .where(and(eq(queue.listId, param('listId')), eq(queue.why, 'no_number'), isNotNull(queue.until)))
    .prepare(),
)
export const countNumberless = (db: Db, listId: string): number => numberlessQuery(db).get({ listId })?.n ?? 0

const dialsQuery = prepared((db) =>
  db
    .select({ n: count() })
    .from(calls)
    .where(and(eq(calls.listId, param('listId')), eq(calls.repId, param('repId')), isDial))
    .prepare(),
)
export const countDials = (db: Db, of: { listId: string; repId: string; since: number }): number =>
  dialsQuery(db).get(of)?.n ?? 0

/** What a row of the queue shows of these leads at that moment, in no order. */
export const queueItems = (db: Db, leadIds: readonly string[], now: number) =>
  db
    .select({
      leadId: queue.leadId,
      listId: queue.listId,
      name: persons.name,
      company: companies.name,
      bucket: queue.bucket,
      calendar: queue.calendar,
      readyAt: queue.readyAt,
      dueAt: queue.dueAt,
      fit: fitAt(now),
      source: leads.source,
    })
    .from(queue)
    .innerJoin(leads, eq(leads.id, queue.leadId))
    .innerJoin(persons, eq(persons.id, queue.personId))
    .leftJoin(companies, eq(companies.id, queue.companyId))
    .where(inArray(queue.leadId, [...leadIds]))
    .all()
export type QueueItem = ReturnType<typeof queueItems>[number]
