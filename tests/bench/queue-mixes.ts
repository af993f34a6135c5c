import { sql } from 'drizzle-orm'

import type { Db } from '#electron/db/open'
import { BUCKETS, type Bucket } from '#shared/domain/queue'

/** Far enough that nothing put away comes back while it is measured. */
const AWAY = 8_000_000_000_000_000

/** The same order each time, so that what is many is moved least: a Gray code over the buckets. */
const MANY_LAST: readonly Bucket[] = ['promise', 'hot', 'review', 'retry', 'new']

/** Puts the ready ones of a bucket away, or back. */
function toggle(db: Db, listId: string, bucket: Bucket, isThere: boolean): void {
  const ready = sql`list_id = ${listId} AND bucket = ${bucket} AND until IS NULL`
  if (!isThere) db.run(sql`UPDATE queue SET until = ${AWAY}, why = 'nurture' WHERE ${ready}`)
  else
    db.run(sql`UPDATE queue SET until = NULL, why = NULL
      WHERE list_id = ${listId} AND why = 'nurture' AND until = ${AWAY} AND bucket = ${bucket}`)
}

/** Every mix of buckets that have somebody: 32 of them, each one toggle from the last. All is back at the end. */
export function* eachMix(db: Db, listId: string): Generator<readonly Bucket[]> {
  const there = new Set<Bucket>(BUCKETS)
  const steps = 2 ** MANY_LAST.length
  yield [...there]
  for (let step = 1; step < steps; step++) {
    const bucket = MANY_LAST[Math.log2(step & -step)] ?? 'promise'
    const isThere = !there.has(bucket)
    toggle(db, listId, bucket, isThere)
    if (isThere) there.add(bucket)
    else there.delete(bucket)
    yield [...there]
  }
  for (const bucket of BUCKETS) if (!there.has(bucket)) toggle(db, listId, bucket, true)
}

const CLOSED = 'default|b|America/Los_Angeles|US'
const TOP = 1000

/**
 * Blocks the head of every bucket as a rep may find it: a thousand promises that are others', a thousand of each other
 * bucket where nobody may be called at this hour, and the twenty after them before other windows.
 */
export function blockTop(db: Db, of: { listId: string; others: readonly string[]; now: number }): void {
  const { listId, others, now } = of
  const [other = ''] = others
  const top = (bucket: Bucket, order: string, n: number) =>
    sql`SELECT lead_id FROM queue WHERE list_id = ${listId} AND bucket = ${bucket} AND until IS NULL
      AND calendar <> ${CLOSED} ORDER BY ${sql.raw(order)} LIMIT ${n}`
  db.run(sql`UPDATE queue SET bucket = 'promise', owner_id = ${other}, due_at = ${now}, turns_at = NULL
    WHERE lead_id IN (${top('new', 'rank DESC', TOP)})`)
  db.run(sql`UPDATE queue SET owner_id = ${other}, due_at = ${now}
    WHERE list_id = ${listId} AND bucket = 'promise' AND until IS NULL`)
  for (const [bucket, order] of [
    ['hot', 'due_at DESC'],
    ['retry', 'rank'],
    ['new', 'rank'],
    ['review', 'rank'],
  ] as const)
    db.run(sql`UPDATE queue SET calendar = ${CLOSED} WHERE lead_id IN (${top(bucket, order, TOP)})`)
  const before = db.all<{ lead_id: string }>(sql`${top('retry', 'rank', 20)}`)
  before.forEach(({ lead_id }, place) =>
    db.run(sql`INSERT INTO leases (seat, rep_id, lead_id, person_id, until)
      SELECT ${`window ${place}`}, ${others[place % others.length]}, id, person_id, ${AWAY}
      FROM leads WHERE id = ${lead_id}`),
  )
}
