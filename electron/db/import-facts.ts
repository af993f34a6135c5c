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

/** `next`: what finds them by an index; grounds have none, so that writing a million costs nothing: all are walked through. */
const BROUGHT = {
  bases: { next: '', ours: 'refers_to = @importId' },
  suppressions: { next: 'call_id = @importId AND', ours: 'call_id = @importId' },
} as const
type Piece = { importId: string; after: number; limit: number }

/** The last row of the next ones; null at the end. */
const lastOf = (db: Db, table: keyof typeof BROUGHT, piece: Piece): number | null =>
  raw<{ last: number | null }>(
    db,
    `SELECT max(rowid) AS last FROM (SELECT rowid FROM ${table} WHERE ${BROUGHT[table].next} rowid > @after
      ORDER BY rowid LIMIT @limit)`,
  ).get(piece)?.last ?? null

/** Grounds to call, or wishes not to be, that a file brought: whether there are any, and of whom of those who are here. */
export function someBrought(db: Db, table: keyof typeof BROUGHT, piece: Piece) {
  const last = lastOf(db, table, piece)
  const facts = raw<{ id: string | null }>(
    db,
    `SELECT persons.id FROM ${table} AS fact LEFT JOIN persons ON persons.id = person_id
      WHERE fact.rowid > @after AND fact.rowid <= @last AND ${BROUGHT[table].ours}`,
  ).all({ ...piece, last: last ?? 0 })
  return { last, isAny: facts.length > 0, people: facts.flatMap(({ id }) => (id === null ? [] : [id])) }
}

/** Where a ground is from and its proof, of people who went with their import. Returns the last row; null at the end. */
export function dropTextsOfGone(db: Db, piece: Piece): number | null {
  const last = lastOf(db, 'bases', piece)
  raw(
    db,
    `DELETE FROM texts WHERE fact_id IN (SELECT id FROM bases WHERE rowid > @after AND rowid <= @last
      AND refers_to = @importId AND person_id NOT IN (SELECT id FROM persons))`,
  ).run({ ...piece, last: last ?? 0 })
  return last
}

/** A file's id and when it came in, from its first row to its last step; epoch ms. */
export type Came = { id: string; at: number; finishedAt: number | null }
const STANDS = `(NOT wish.lifted AND NOT EXISTS (SELECT 1 FROM suppressions AS ended
  WHERE ended.person_id = wish.person_id AND ended.lifted AND ended.refers_to = wish.id))`
/**
 * Wishes of before files were noted with them are told by when they came: one file comes in at a time. What a merge or a
 * lifting wrote refers to another.
 */
const EARLIER = `(wish.call_id IS NULL AND wish.source = 'import' AND wish.refers_to IS NULL AND wish.at >= @at
  AND wish.at <= @finishedAt AND ${STANDS})`

/** Of those the next ones that stand, and the last row looked at; null at the end. */
export function earlierWishes(db: Db, { at, finishedAt }: Came, piece: Omit<Piece, 'importId'>) {
  const last = raw<{ last: number | null }>(
    db,
    `SELECT max(rowid) AS last FROM (SELECT rowid FROM suppressions WHERE call_id IS NULL AND rowid > @after
      ORDER BY rowid LIMIT @limit)`,
  ).get(piece)?.last
  const wishes = raw<{ id: string; personId: string; channel: 'call' | 'mail' }>(
    db,
    `SELECT id, person_id AS personId, channel FROM suppressions AS wish
      WHERE rowid > @after AND rowid <= @last AND ${EARLIER}`,
  ).all({ after: piece.after, last: last ?? 0, at, finishedAt })
  return { last: last ?? null, wishes }
}

const ofOther = (text: string) => text.replaceAll('wish.', 'other.')

/** People who were here before a file and of whom it alone says that they must not be called. `made`: ids that it gave. */
export const wishesOnlyOf = (db: Db, { id, at, finishedAt }: Came, made: Range | undefined): number =>
  raw<{ n: number }>(
    db,
    `SELECT count(DISTINCT wish.person_id) AS n FROM suppressions AS wish JOIN persons ON persons.id = wish.person_id
      WHERE (wish.call_id = @id OR ${EARLIER}) AND wish.channel = 'call'
        AND (wish.person_id < @first OR wish.person_id > @last)
        AND NOT EXISTS (SELECT 1 FROM live_suppressions AS other WHERE other.person_id = wish.person_id
          AND other.scope = 'person' AND other.channel = 'call' AND other.call_id IS NOT @id
          AND ${ofOther(STANDS)} AND NOT ${ofOther(EARLIER)})`,
  ).get({ id, at, finishedAt, first: made?.first ?? '', last: made?.last ?? '' })?.n ?? 0

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
