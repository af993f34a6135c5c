import { raw } from '#electron/db/raw'
import { settle } from '#electron/services/queue-next'
import type { World } from './busy-desk.ts'

/** What time alone has moved is worked off. */
export function settleAll({ app }: World): void {
  const most = { ms: 60_000, step: 1000, turn: 1000 }
  app.db.transaction((tx) => settle(tx, app.deps, 'all', most))
}

/**
 * All tables that only keep what follows from facts: where leads stand, the queue, the words that find somebody. A rank
 * stands as it was when a lead became ready; that of who is still to come follows from what is known.
 */
export function standing({ app }: World) {
  const { db } = app
  const now = app.clock.now()
  const queue = raw(
    db,
    `SELECT lead_id, list_id, person_id, company_id, owner_id, bucket, calendar, iif(ready_at > ${now}, rank, NULL) AS rank,
      ready_at, attempts, due_at, until, why, turns_at FROM queue ORDER BY lead_id`,
  ).all()
  raw(db, 'CREATE VIRTUAL TABLE IF NOT EXISTS temp.spoken USING fts5vocab(main, search, instance)').run()
  const words = raw(db, 'SELECT DISTINCT term, doc, col FROM temp.spoken ORDER BY 1, 2, 3').all()
  return { leads: app.rows('leads'), queue, words }
}
