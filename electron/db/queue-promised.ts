import { and, eq, gte, isNull, lte, sql, type SQL } from 'drizzle-orm'

import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { queue } from './schema/queue.ts'

const param = sql.placeholder

/** In words and not as a parameter, so that the index of promises serves. */
const IS_READY_PROMISE = and(
  eq(queue.listId, param('listId')),
  eq(queue.calendar, param('calendar')),
  sql`${queue.bucket} = 'promise'`,
  isNull(queue.until),
  gte(queue.dueAt, param('since')),
)
const dueWhen = (condition: SQL) =>
  prepared((db) =>
    db
      .select({
        leadId: queue.leadId,
        listId: queue.listId,
        bucket: queue.bucket,
        rank: queue.rank,
        readyAt: queue.readyAt,
        attempts: queue.attempts,
        dueAt: queue.dueAt,
      })
      .from(queue)
      .where(and(IS_READY_PROMISE, condition))
      .orderBy(queue.dueAt)
      .limit(param('limit'))
      .prepare(),
  )

type Walk = { listId: string; calendar: string; since: number; limit: number }

const ownedQuery = dueWhen(sql`${queue.ownerId} IS ${param('ownerId')}`)
/** Promises of one owner, or nobody's, due since `since`, oldest first. */
export const firstOwned = (db: Db, walk: Walk & { ownerId: string | null }) => ownedQuery(db).all(walk)

const byQuery = dueWhen(lte(queue.dueAt, param('by')))
/** Promises due from `since` to `by`, whosever they are, oldest first. */
export const firstDueBy = (db: Db, walk: Walk & { by: number }) => byQuery(db).all(walk)
