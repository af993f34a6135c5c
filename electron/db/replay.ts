import { sql } from 'drizzle-orm'

import type { AnswerFact } from '#shared/domain/facts'
import { WITH_PERSON } from './metrics-events.ts'
import type { Db } from './open.ts'

/** Calls with the person that began in `[from, to)` and stand, lead by lead. */
export const spokenCalls = (db: Db, from: number, to: number) =>
  db.all<{ leadId: string; listId: string; at: number }>(sql`
    SELECT c.lead_id AS leadId, c.list_id AS listId, c.at
    FROM live_calls c WHERE c.dialled_at >= ${from} AND c.dialled_at < ${to} AND ${WITH_PERSON}
    ORDER BY c.lead_id, c.at`)

/** Every answer that leads spoken with in `[from, to)` ever gave, oldest first. */
export const answersOfSpoken = (db: Db, from: number, to: number) =>
  db.all<AnswerFact & { leadId: string }>(sql`
    SELECT a.lead_id AS leadId, a.criterion, a.state, a.grade, a.at, a.date, a.call_id AS callId
    FROM answers a WHERE a.lead_id IN (
      SELECT c.lead_id FROM live_calls c WHERE c.dialled_at >= ${from} AND c.dialled_at < ${to} AND ${WITH_PERSON})
    ORDER BY a.clock`)
