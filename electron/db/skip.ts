import { and, desc, eq, sql } from 'drizzle-orm'

import { inserter } from './insert.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { skips } from './schema/facts.ts'

const param = sql.placeholder

type Skip = typeof skips.$inferSelect

export const insertSkip = inserter(skips)

const newestQuery = prepared((db) =>
  db
    .select()
    .from(skips)
    .where(eq(skips.leadId, param('leadId')))
    .orderBy(desc(skips.clock))
    .limit(1)
    .prepare(),
)
/** The newest word on whether this lead is passed over; one with `until` null takes back the one before. */
export const newestSkip = (db: Db, leadId: string): Skip | undefined => newestQuery(db).get({ leadId })

const dialledQuery = prepared((db) =>
  db
    .select({ one: sql`1` })
    .from(sql`live_calls`)
    .where(
      and(
        sql`lead_id = ${param('leadId')}`,
        sql`clock > ${param('since')}`,
        sql`outcome <> 'technical_failure'`,
      ),
    )
    .limit(1)
    .prepare(),
)

/**
 * Until when a rep passed the lead over, unless somebody dialled it since or it asked for a call, a price or a demo itself
 * (`askedAt`, epoch ms): whoever put it off did not know. Null when nobody did or that is over.
 */
export function snoozedUntil(
  db: Db,
  leadId: string,
  now: number,
  askedAt: number | null = null,
): number | null {
  const skip = newestSkip(db, leadId)
  if (!skip || skip.until === null || skip.until <= now || (askedAt ?? 0) > skip.at) return null
  return dialledQuery(db).get({ leadId, since: skip.clock }) ? null : skip.until
}
