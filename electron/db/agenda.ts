import { sql } from 'drizzle-orm'

import { NEVER } from '#shared/domain/queue'
import type { PromiseFact } from '#shared/domain/facts'
import { DAY } from '#shared/lib/time'
import type { Db } from './open.ts'

export type AgendaRow = {
  promiseId: string
  leadId: string
  listId: string
  listName: string
  name: string
  company: string | null
  kind: PromiseFact['kind']
  dueAt: number
  /** Of the queue: where the person is. Null when the lead is not in it. */
  calendar: string | null
  repId: string
  /** Whoever owns the lead, else who gave the promise. */
  ownerId: string
}
/** Epoch ms; `ownerId` null = everybody's. */
type AgendaRange = { from: number; to: number; ownerId: string | null; most: number }

const COLUMNS = sql`p.id AS promiseId, p.lead_id AS leadId, lists.id AS listId, lists.name AS listName,
  persons.name AS name, companies.name AS company, p.kind AS kind, p.due_at AS dueAt, p.rep_id AS repId,
  coalesce(leads.owner_id, p.rep_id) AS ownerId`
const AROUND = sql`JOIN leads ON leads.id = p.lead_id JOIN lists ON lists.id = leads.list_id
  JOIN persons ON persons.id = leads.person_id LEFT JOIN companies ON companies.id = leads.company_id`
/** The newest word on a lead stands. */
const STANDS = sql`p.agreed = 1 AND (p.call_id IS NULL OR p.call_id NOT IN (SELECT call_id FROM undos))
  AND NOT EXISTS (SELECT 1 FROM live_promises AS newer WHERE newer.lead_id = p.lead_id AND newer.clock > p.clock)`
const within = ({ from, to, ownerId }: AgendaRange) => sql`p.due_at BETWEEN ${from} AND ${to}
  AND (${ownerId} IS NULL OR coalesce(leads.owner_id, p.rep_id) = ${ownerId})`

/** Milliseconds: of a day or two there are fewer promises than are open at all. */
const FEW = 2 * DAY
const FROM_DUE = sql`promises AS p INDEXED BY promises_by_due
  JOIN queue ON queue.lead_id = p.lead_id AND queue.bucket = 'promise' AND queue.due_at = p.due_at`
/** Of months most were settled long ago. */
const FROM_QUEUE = sql`queue CROSS JOIN promises AS p INDEXED BY promises_by_lead
  ON p.lead_id = queue.lead_id AND queue.bucket = 'promise' AND queue.due_at = p.due_at`

/** Promised calls that nobody has settled: the queue knows which, since its rows follow from the facts. By time. */
export const promisedCalls = (db: Db, range: AgendaRange): AgendaRow[] =>
  db.all(sql`SELECT ${COLUMNS}, queue.calendar AS calendar
    FROM ${range.to - range.from > FEW ? FROM_QUEUE : FROM_DUE} ${AROUND}
    WHERE ${within(range)} AND p.kind = 'call' AND ${STANDS} AND coalesce(queue.until, 0) < ${NEVER}
    ORDER BY p.due_at, p.id LIMIT ${range.most}`)

/** Meetings, demos and the like of leads that were handed over. By time. */
export const agreedSteps = (db: Db, range: AgendaRange): AgendaRow[] =>
  db.all(sql`SELECT ${COLUMNS}, NULL AS calendar
    FROM promises AS p INDEXED BY promises_by_due ${AROUND}
    WHERE ${within(range)} AND p.kind <> 'call' AND leads.stage IN ('sql', 'opportunity') AND ${STANDS}
      AND persons.erased_at IS NULL
    ORDER BY p.due_at, p.id LIMIT ${range.most}`)

/** Leads whose call is on: nobody is reminded of what they are doing. */
export const leadsOnTheLine = (db: Db): string[] =>
  db
    .all<{ leadId: string }>(
      sql`SELECT lead_id AS leadId FROM drafts
        WHERE ended_at IS NULL AND (dialled_at IS NOT NULL OR answered_at IS NOT NULL)`,
    )
    .map(({ leadId }) => leadId)
