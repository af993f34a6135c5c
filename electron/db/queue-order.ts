import { and, eq, gt, isNull, lte, sql, type SQL } from 'drizzle-orm'

import type { Bucket } from '#shared/domain/queue'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { cycles } from './schema/desk.ts'
import { queue } from './schema/queue.ts'

const param = sql.placeholder

/** Each of these walks an index to the first rows it wants; what is blocked by a window is never looked at. */
const isReady = and(eq(queue.listId, param('listId')), eq(queue.bucket, param('bucket')), isNull(queue.until))
const ROW = {
  leadId: queue.leadId,
  listId: queue.listId,
  bucket: queue.bucket,
  rank: queue.rank,
  readyAt: queue.readyAt,
  attempts: queue.attempts,
  dueAt: queue.dueAt,
}

const calendarQuery = prepared((db) => {
  const least = (more: SQL) =>
    sql`SELECT min(calendar) FROM queue WHERE list_id = ${param('listId')} AND bucket = ${param('bucket')}
      AND until IS NULL ${more}`
  const query = sql`WITH RECURSIVE found(calendar) AS (
      ${least(sql``)}
      UNION ALL SELECT (${least(sql`AND calendar > found.calendar`)}) FROM found WHERE found.calendar IS NOT NULL
    ) SELECT calendar FROM found WHERE calendar IS NOT NULL`
  return db
    .select({ calendar: sql<string>`calendar` })
    .from(sql`(${query})`)
    .prepare()
})
/** The calendars that the ready ones of a bucket follow: one seek for each, however many leads they have. */
export const calendarsOf = (db: Db, of: { listId: string; bucket: Bucket }): string[] =>
  calendarQuery(db)
    .all(of)
    .map(({ calendar }) => calendar)

const listQuery = prepared((db) => {
  const least = (more: SQL) => sql`SELECT min(list_id) FROM queue WHERE until IS NULL ${more}`
  const query = sql`WITH RECURSIVE found(id) AS (
      ${least(sql``)}
      UNION ALL SELECT (${least(sql`AND list_id > found.id`)}) FROM found WHERE found.id IS NOT NULL
    ) SELECT id FROM found WHERE id IS NOT NULL`
  return db
    .select({ id: sql<string>`id` })
    .from(sql`(${query})`)
    .prepare()
})
/** The lists that have somebody ready, whatever the hour: one seek for each. */
export const readyLists = (db: Db): string[] =>
  listQuery(db)
    .all()
    .map(({ id }) => id)

type Walk = { listId: string; bucket: Bucket; calendar: string; limit: number }

const rankedQuery = prepared((db) =>
  db
    // These have no time of their own; not asking for it leaves all that is needed in the index.
    .select({ ...ROW, dueAt: sql<number | null>`NULL` })
    .from(queue)
    .where(and(isReady, eq(queue.calendar, param('calendar'))))
    .orderBy(queue.rank, queue.readyAt, queue.attempts, queue.leadId)
    .limit(param('limit'))
    .prepare(),
)
/** The first of retry, new or review. */
export const firstByRank = (db: Db, walk: Walk) => rankedQuery(db).all(walk)

const insideQuery = prepared((db) =>
  db
    .select(ROW)
    .from(queue)
    .where(and(isReady, eq(queue.calendar, param('calendar')), gt(queue.dueAt, param('cutoff'))))
    .orderBy(queue.dueAt)
    .limit(param('limit'))
    .prepare(),
)
const lateQuery = prepared((db) =>
  db
    .select(ROW)
    .from(queue)
    .where(and(isReady, eq(queue.calendar, param('calendar')), lte(queue.dueAt, param('cutoff'))))
    .orderBy(sql`${queue.dueAt} DESC`)
    .limit(param('limit'))
    .prepare(),
)
/** The first of the hot: those since `cutoff` with least time left, and the newest of the others. */
export const firstHot = (db: Db, walk: Walk & { cutoff: number }) => [
  ...insideQuery(db).all(walk),
  ...lateQuery(db).all(walk),
]

type CycleKey = { repId: string; listId: string; day: string }

const placeQuery = prepared((db) =>
  db
    .select({ place: cycles.place })
    .from(cycles)
    .where(
      and(eq(cycles.repId, param('repId')), eq(cycles.listId, param('listId')), eq(cycles.day, param('day'))),
    )
    .prepare(),
)
/** Where a rep stands in the cycle that day; every day begins at its start. */
export const cyclePlace = (db: Db, key: CycleKey): number => placeQuery(db).get(key)?.place ?? 0

const savePlaceQuery = prepared((db) =>
  db
    .insert(cycles)
    .values({ repId: param('repId'), listId: param('listId'), day: param('day'), place: param('place') })
    .onConflictDoUpdate({
      target: [cycles.repId, cycles.listId, cycles.day],
      set: { place: sql`excluded.place` },
    })
    .prepare(),
)
export const saveCyclePlace = (db: Db, key: CycleKey, place: number): void =>
  void savePlaceQuery(db).run({ ...key, place })
