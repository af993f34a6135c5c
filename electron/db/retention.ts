import { CLOSABLE, TOO_OLD, type Lasting } from '#shared/domain/retention'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

/** That a lead was closed for its age is nothing that happened with it. */
const factsIn = (table: string) =>
  table === 'stage_changes' ? `stage_changes WHERE reason IS NOT '${TOO_OLD}' AND` : `${table} WHERE`

/** When anything last happened with a lead: its arrival, what they did, and every fact of it. Epoch ms. */
const LAST = `max(leads.created_at, leads.arrived_at, coalesce(last_dial_at, 0),
  ${['answers', 'stage_changes', 'promises', 'edits', 'verdicts', 'opportunities', 'signals']
    .map((table) => `coalesce((SELECT max(at) FROM ${factsIn(table)} lead_id = leads.id AND at <= @now), 0)`)
    .join(', ')})`
const PROMISED = `EXISTS (SELECT 1 FROM live_promises AS p
  WHERE p.lead_id = leads.id AND p.agreed AND p.due_at >= @now)`

type Piece = { listId: string; before: number; after: string; limit: number }
/** In the order of the leads' ids, which no index of the list has. */
const OLD = `FROM leads JOIN persons ON persons.id = person_id
  WHERE +list_id = @listId AND leads.id > @after AND leads.created_at < @before
    AND coalesce(last_dial_at, 0) < @before AND erased_at IS NULL`

/** People of a list who may be past an instant. */
export const oldOnes = (db: Db, of: Piece) =>
  raw<{ id: string; personId: string }>(
    db,
    `SELECT leads.id, person_id AS personId ${OLD} ORDER BY leads.id LIMIT @limit`,
  ).all(of)

type Row = Omit<Lasting, 'promised'> & { promised: number }
const asLasting = <R extends Row>({ promised, ...lead }: R) => ({ ...lead, promised: promised === 1 })

/** Open leads of a list that may be past an instant, as far as closing them goes. */
export const oldOpen = (db: Db, of: Piece & { now: number }) =>
  raw<Row & { id: string; personId: string }>(
    db,
    `SELECT leads.id, person_id AS personId, list_id AS listId, stage, ${LAST} AS lastAt, ${PROMISED} AS promised ${OLD}
      AND stage IN (${CLOSABLE.map((stage) => `'${stage}'`).join(', ')}) ORDER BY leads.id LIMIT @limit`,
  )
    .all(of)
    .map(asLasting)

/** Every lead of a person, as far as keeping them goes. */
export const lastingOf = (db: Db, personId: string, now: number): Lasting[] =>
  raw<Row>(
    db,
    `SELECT list_id AS listId, stage, ${LAST} AS lastAt, ${PROMISED} AS promised
      FROM leads WHERE person_id = @personId`,
  )
    .all({ personId, now })
    .map(asLasting)
