import type { Stage } from '#shared/domain/stage'
import { findLead, saveStanding } from './lead.ts'
import { stampOf, type Clock } from './facts.ts'
import type { Range } from './import-remove.ts'
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

/** A file brought grounds to call, or wishes not to be. */
export const broughtFacts = (db: Db, importId: string): boolean =>
  raw(
    db,
    `SELECT 1 FROM bases WHERE refers_to = @importId
      UNION ALL SELECT 1 FROM suppressions WHERE call_id = @importId LIMIT 1`,
  ).get({ importId }) !== undefined

/** People who are here and of whom a file said that they must not be called. */
export const peopleOfWishes = (db: Db, importId: string): string[] =>
  raw<{ id: string }>(
    db,
    `SELECT DISTINCT person_id AS id FROM suppressions JOIN persons ON persons.id = person_id
      WHERE call_id = ? AND channel = 'call'`,
  )
    .all(importId)
    .map(({ id }) => id)

/** People who were here before a file and of whom it alone says that they must not be called. `made`: ids that it gave. */
export const wishesOnlyOf = (db: Db, importId: string, made: Range | undefined): number =>
  raw<{ n: number }>(
    db,
    `SELECT count(DISTINCT s.person_id) AS n FROM suppressions AS s JOIN persons ON persons.id = s.person_id
      WHERE s.call_id = @importId AND s.channel = 'call' AND (s.person_id < @first OR s.person_id > @last)
        AND NOT EXISTS (SELECT 1 FROM live_suppressions AS other WHERE other.person_id = s.person_id
          AND other.scope = 'person' AND other.channel = 'call' AND NOT other.lifted AND other.call_id IS NOT @importId)`,
  ).get({ importId, first: made?.first ?? '', last: made?.last ?? '' })?.n ?? 0

/** Their leads that somebody could be given to call. */
export const queuedLeads = (db: Db, personId: string): string[] =>
  raw<{ id: string }>(db, 'SELECT lead_id AS id FROM queue WHERE person_id = ?')
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
