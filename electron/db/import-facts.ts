import { findLead, saveStanding } from './lead.ts'
import { stampOf, type Clock } from './facts.ts'
import type { Db } from './open.ts'
import { raw } from './raw.ts'
import { stageChanges } from './schema/facts.ts'

/** A wish that stood in a file: about the person, whatever their numbers are. A file may bring a million of them. */
export function suppressPerson(db: Db, clock: Clock, personId: string, channel: 'call' | 'mail'): void {
  raw(
    db,
    `INSERT INTO suppressions (id, rep_id, device, seq, at, offset, clock, rule_version, refers_to, scope, channel,
      person_id, source, lifted)
      VALUES (@id, @repId, @device, @seq, @at, @offset, @clock, @ruleVersion, @refersTo, 'person', @channel, @personId,
      'import', 0)`,
  ).run({ ...stampOf(db, clock), channel, personId })
}

/** Their leads that somebody could be given to call. */
export const queuedLeads = (db: Db, personId: string): string[] =>
  raw<{ id: string }>(db, 'SELECT lead_id AS id FROM queue WHERE person_id = ?')
    .all(personId)
    .map(({ id }) => id)

export type Again = {
  leadId: string
  reason: string
  wakesAt: number | null
  refersTo: string | null
}

/** Closes a lead that came back while what closed the last one still holds. */
export function disqualifyAgain(db: Db, clock: Clock, { leadId, ...again }: Again, frozen: unknown): void {
  const { reason, wakesAt } = again
  const from = findLead(db, leadId)?.lead.bornAs ?? 'lead'
  db.insert(stageChanges)
    .values({ ...stampOf(db, clock), leadId, from, to: 'disqualified', frozen, ...again })
    .run()
  saveStanding(db, leadId, { stage: 'disqualified', reason, wakesAt })
}
