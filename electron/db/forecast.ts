import { and, count, eq, inArray, lte, sql } from 'drizzle-orm'

import { WAITS } from '#shared/domain/queue'
import { isDial } from './dials.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { calls } from './schema/facts.ts'
import { queue } from './schema/queue.ts'

const param = sql.placeholder

const laterQuery = prepared((db) =>
  db
    .select({ calendar: queue.calendar, n: count() })
    .from(queue)
    .where(
      and(eq(queue.listId, param('listId')), inArray(queue.why, [...WAITS]), lte(queue.until, param('by'))),
    )
    .groupBy(queue.calendar)
    .prepare(),
)
/** Those whose wait ends by then, by calendar. */
export const countReadyBy = (db: Db, of: { listId: string; by: number }) => laterQuery(db).all(of)

const dialsQuery = prepared((db) =>
  db
    .select({ at: calls.dialledAt })
    .from(calls)
    .where(and(eq(calls.repId, param('repId')), isDial))
    .prepare(),
)
/** When a rep dialled since an instant, in every list. */
export const dialsOfRep = (db: Db, of: { repId: string; since: number }): number[] =>
  dialsQuery(db)
    .all(of)
    .map(({ at }) => at)
