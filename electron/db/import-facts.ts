import type { Stage } from '#shared/domain/stage'
import { findLead, saveStanding } from './lead.ts'
import { stampOf, type Clock } from './facts.ts'
import type { Db } from './open.ts'
import { raw } from './raw.ts'
import { stageChanges } from './schema/facts.ts'

type Wish = { personId: string; channel: 'call' | 'mail'; importId: string }

/**
 * A wish that stood in a file: about the person, whatever their numbers are. A file may bring a million of them. It goes
 * when its file is taken back, as one that came with a call goes with that.
 */
export function suppressPerson(db: Db, clock: Clock, { importId, ...wish }: Wish): void {
  raw(
    db,
    `INSERT INTO suppressions (id, rep_id, device, seq, at, offset, clock, rule_version, refers_to, scope, channel,
      person_id, call_id, source, lifted)
      VALUES (@id, @repId, @device, @seq, @at, @offset, @clock, @ruleVersion, @refersTo, 'person', @channel, @personId,
      @importId, 'import', 0)`,
  ).run({ ...stampOf(db, clock), importId, ...wish })
}

/** Their leads that somebody could be given to call. */
export const queuedLeads = (db: Db, personId: string): string[] =>
  raw<{ id: string }>(
    db,
    'SELECT lead_id AS id FROM queue WHERE lead_id IN (SELECT id FROM leads WHERE person_id = ?)',
  )
    .all(personId)
    .map(({ id }) => id)

export type Closed = {
  leadId: string
  to: Stage
  reason: string
  wakesAt: number | null
  refersTo: string | null
}

/** Closes a lead as it comes in. */
export function closeComing(db: Db, clock: Clock, closed: Closed, frozen: unknown): void {
  const { leadId, to, reason, wakesAt } = closed
  const from = findLead(db, leadId)?.lead.bornAs ?? 'lead'
  db.insert(stageChanges)
    .values({ ...stampOf(db, clock), from, frozen, ...closed })
    .run()
  saveStanding(db, leadId, { stage: to, reason, wakesAt })
}
