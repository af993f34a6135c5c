import { sql } from 'drizzle-orm'
import { expect } from 'vitest'

import { raw } from '#electron/db/raw'
import { indexPeople } from '#electron/db/search-many'
import { refresh } from '#electron/services/queue'
import { settle } from '#electron/services/queue-next'
import type { TestApp } from './test-app.ts'

const OTHERS = `SELECT other_id FROM live_pairings WHERE verdict = 'same'`
const KEPT = `SELECT kept_id FROM live_pairings WHERE verdict = 'same'`
const hasGap = (table: string) =>
  `SELECT person_id FROM ${table} WHERE person_id NOT IN (${OTHERS}) GROUP BY 1 HAVING max(place) + 1 <> count(*)`

/** What never is, whatever was brought in, worked on, merged and taken back. */
const WRONG: Readonly<Record<string, string>> = {
  points_nowhere: 'PRAGMA foreign_key_check',
  without_lead: `SELECT name FROM persons WHERE id NOT IN (SELECT person_id FROM leads UNION ${OTHERS})`,
  key_of_nobody: 'SELECT key FROM identities WHERE person_id NOT IN (SELECT id FROM persons)',
  number_not_found: `SELECT e164 FROM phones AS p WHERE NOT EXISTS (SELECT 1 FROM identities AS i WHERE kind = 'phone'
    AND key = e164 AND i.person_id = p.person_id)`,
  found_by_no_number: `SELECT key FROM identities AS i WHERE kind = 'phone' AND NOT EXISTS (SELECT 1 FROM phones AS p
    WHERE p.person_id = i.person_id AND e164 = key)`,
  found_by_no_address: `SELECT key FROM identities AS i WHERE kind = 'email' AND NOT EXISTS (SELECT 1 FROM emails AS e
    WHERE e.person_id = i.person_id AND lower(email) = key)`,
  id_not_found: `SELECT external_id FROM leads WHERE external_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM identities
    WHERE kind = 'external' AND key = external_id)`,
  number_twice: `SELECT e164 FROM phones WHERE person_id NOT IN (${KEPT}) GROUP BY person_id, 1 HAVING count(*) > 1`,
  address_twice: 'SELECT email FROM emails GROUP BY person_id, lower(email) HAVING count(*) > 1',
  gap: `${hasGap('phones')} UNION ALL ${hasGap('emails')}`,
  silenced_queued: `SELECT lead_id FROM queue WHERE person_id IN (SELECT person_id FROM live_suppressions
    WHERE channel = 'call' AND scope = 'person')`,
  pair_of_nobody: `SELECT a, b FROM review_pairs WHERE a NOT IN (SELECT id FROM persons UNION SELECT id FROM companies)
    OR b NOT IN (SELECT id FROM persons UNION SELECT id FROM companies)`,
  failed: `SELECT message FROM imports WHERE state = 'failed'`,
}
const NOTHING = Object.fromEntries(Object.keys(WRONG).map((what) => [what, []]))

/** Nothing is wrong, the log adds up, and what stands is what the facts give. */
export async function lookAtAll(app: TestApp): Promise<void> {
  const found = Object.entries(WRONG).map(([what, text]) => [what, raw(app.db, text).all()])
  expect(Object.fromEntries(found)).toEqual(NOTHING)
  for (const { counts, rows } of await app.call('imports.list', {}))
    expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(rows)
  const [is, follows] = rebuilt(app)
  expect(is).toEqual(follows)
}

/** What time alone has moved is worked off. */
export const settleQueue = ({ db, deps }: TestApp): void =>
  db.transaction((tx) => settle(tx, deps, 'all', { ms: 60_000, step: 1000, turn: 1000 }))

/** Leads, queue and words as they stand, and as they follow from the facts; nothing of it stays. */
function rebuilt(app: TestApp): [unknown, unknown] {
  const { db, deps } = app
  raw(db, 'CREATE VIRTUAL TABLE IF NOT EXISTS temp.spoken USING fts5vocab(main, search, instance)').run()
  db.run(sql`SAVEPOINT rebuilt`)
  settleQueue(app)
  const is = standing(app)
  for (const table of ['queue', 'search']) db.run(sql`DELETE FROM ${sql.identifier(table)}`)
  db.run(sql`UPDATE leads SET stage = 'lost', reason = 'x', wakes_at = 1, owner_id = 'x', fit = 1, bant_now = 1,
    attempts = 9, dials = 9, first_dial_at = 9, last_dial_at = 9`)
  const leads = raw<{ id: string }>(db, 'SELECT id FROM leads').all()
  db.transaction((tx) =>
    refresh(
      tx,
      deps,
      leads.map(({ id }) => id),
    ),
  )
  indexPeople(db, '', '~')
  settleQueue(app)
  const follows = standing(app)
  db.run(sql`ROLLBACK TO rebuilt`)
  db.run(sql`RELEASE rebuilt`)
  return [is, follows]
}

/** Where somebody works is put in its place behind a merge of companies, and not again where one takes a legal form. */
const WORDS = `SELECT DISTINCT term, doc, col FROM temp.spoken WHERE col <> 'company' ORDER BY 1, 2, 3`

function standing({ db, clock }: TestApp) {
  const queue = raw<{ ready_at: number }>(db, 'SELECT * FROM queue ORDER BY lead_id').all()
  return {
    leads: raw(db, 'SELECT * FROM leads ORDER BY id').all(),
    // Points count as they stood when a lead became ready; of who is still to come, as they stand.
    queue: queue.map((row) => (row.ready_at > clock.now() ? row : { ...row, rank: null })),
    words: raw(db, WORDS).all(),
  }
}
