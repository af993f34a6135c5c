import type { Lasting } from '#shared/domain/retention'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

/** When anything last happened with a lead: its arrival, what they did, and every fact of it. Epoch ms. */
const LAST = `max(leads.created_at, leads.arrived_at, coalesce(last_dial_at, 0),
  ${['answers', 'stage_changes', 'promises', 'edits', 'verdicts', 'opportunities', 'signals']
    .map((table) => `coalesce((SELECT max(at) FROM ${table} WHERE lead_id = leads.id AND at <= @now), 0)`)
    .join(', ')})`

/** People of a list who may be past an instant, in the order of their leads' ids, which no index of the list has. */
export const oldOnes = (db: Db, of: { listId: string; before: number; after: string; limit: number }) =>
  raw<{ id: string; personId: string }>(
    db,
    `SELECT leads.id, person_id AS personId FROM leads JOIN persons ON persons.id = person_id
      WHERE +list_id = @listId AND leads.id > @after AND leads.created_at < @before
        AND coalesce(last_dial_at, 0) < @before AND erased_at IS NULL ORDER BY leads.id LIMIT @limit`,
  ).all(of)

/** Every lead of a person, as far as keeping them goes. */
export const lastingOf = (db: Db, personId: string, now: number): Lasting[] =>
  raw<Omit<Lasting, 'promised'> & { promised: number }>(
    db,
    `SELECT list_id AS listId, stage, ${LAST} AS lastAt, EXISTS (SELECT 1 FROM live_promises AS p
        WHERE p.lead_id = leads.id AND p.agreed AND p.due_at >= @now) AS promised
      FROM leads WHERE person_id = @personId`,
  )
    .all({ personId, now })
    .map(({ promised, ...lead }) => ({ ...lead, promised: promised === 1 }))
