import { and, eq, sql } from 'drizzle-orm'

import type { Ready } from '#shared/domain/order'
import type { Bucket } from '#shared/domain/queue'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { raw } from './raw.ts'
import { cycles } from './schema/desk.ts'

const param = sql.placeholder

/** Smallest first, each by one seek: however many rows have the same, they are not walked. */
function jump(least: (after: string | null) => string | null): string[] {
  const found: string[] = []
  for (let at = least(null); at !== null; at = least(at)) found.push(at)
  return found
}

// Asked some twenty times for every next lead, where a query builder costs more than the query.
const CALENDAR = `SELECT min(calendar) FROM queue WHERE list_id = @listId AND bucket = @bucket AND until IS NULL`
/** The calendars that the ready ones of a bucket follow. */
export const calendarsOf = (db: Db, of: { listId: string; bucket: Bucket }): string[] =>
  jump((after) =>
    after === null
      ? (plucked(db, CALENDAR).get(of) ?? null)
      : (plucked(db, `${CALENDAR} AND calendar > @after`).get({ ...of, after }) ?? null),
  )

const LIST = 'SELECT min(list_id) FROM queue WHERE until IS NULL'
/** The lists that have somebody ready, whatever the hour. */
export const readyLists = (db: Db): string[] =>
  jump((after) =>
    after === null
      ? (plucked(db, LIST).get() ?? null)
      : (plucked(db, `${LIST} AND list_id > @after`).get({ after }) ?? null),
  )

const plucked = (db: Db, text: string) => raw<string | null>(db, text).pluck()

type Walk = { listId: string; bucket: Bucket; calendar: string; limit: number }

/** Each of these walks an index to the first rows it wants; what is blocked by a window is never looked at. */
const ROW = `lead_id AS leadId, list_id AS listId, bucket, rank, ready_at AS readyAt, attempts`
const IS_READY = `FROM queue WHERE list_id = @listId AND bucket = @bucket AND until IS NULL AND calendar = @calendar`

// These have no time of their own; not asking for it leaves all that is needed in the index.
const RANKED = `SELECT ${ROW}, NULL AS dueAt ${IS_READY} ORDER BY rank, ready_at, attempts, lead_id LIMIT @limit`
/** The first of retry, new or review. */
export const firstByRank = (db: Db, walk: Walk): Ready[] => raw<Ready>(db, RANKED).all(walk)

const INSIDE = `SELECT ${ROW}, due_at AS dueAt ${IS_READY} AND due_at > @cutoff ORDER BY due_at LIMIT @limit`
const LATE = `SELECT ${ROW}, due_at AS dueAt ${IS_READY} AND due_at <= @cutoff ORDER BY due_at DESC LIMIT @limit`
/** The first of the hot: those since `cutoff` with least time left, and the newest of the others. */
export const firstHot = (db: Db, walk: Walk & { cutoff: number }): Ready[] => [
  ...raw<Ready>(db, INSIDE).all(walk),
  ...raw<Ready>(db, LATE).all(walk),
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
