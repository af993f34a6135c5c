import { and, eq, lt, sql } from 'drizzle-orm'

import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { keptRanks } from './schema/queue.ts'

const param = sql.placeholder

type Kept = typeof keptRanks.$inferSelect

const keepQuery = prepared((db) =>
  db
    .insert(keptRanks)
    .values({
      leadId: param('leadId'),
      readyAt: param('readyAt'),
      rank: param('rank'),
      keptAt: param('keptAt'),
    })
    .onConflictDoUpdate({
      target: [keptRanks.leadId, keptRanks.readyAt],
      set: { rank: sql`excluded.rank`, keptAt: sql`excluded.kept_at` },
    })
    .prepare(),
)
/** Of a lead that is ready no more. */
export const keepRank = (db: Db, kept: Kept): void => void keepQuery(db).run(kept)

const rankQuery = prepared((db) =>
  db
    .select({ rank: keptRanks.rank })
    .from(keptRanks)
    .where(and(eq(keptRanks.leadId, param('leadId')), eq(keptRanks.readyAt, param('readyAt'))))
    .prepare(),
)
/** The rank it had when it was ready as of that instant; undefined when it never was, or too long ago. */
export const rankKept = (db: Db, of: Pick<Kept, 'leadId' | 'readyAt'>): number | undefined =>
  rankQuery(db).get(of)?.rank

export const dropKeptRanks = (db: Db, before: number): void =>
  void db.delete(keptRanks).where(lt(keptRanks.keptAt, before)).run()
