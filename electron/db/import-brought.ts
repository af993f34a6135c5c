import type { Range } from './import-remove.ts'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

/** A file's id and when it came in, from its first row to its last step; epoch ms. */
export type Came = { id: string; at: number; finishedAt: number | null }
/** The next rows of a table after one. */
type Piece = Came & { after: number; limit: number }
type Fact = { id: string; personId: string; channel: 'call' | 'mail'; isHere: 0 | 1 }

const STANDS = `NOT fact.lifted AND NOT EXISTS (SELECT 1 FROM suppressions AS ended
  WHERE ended.person_id = fact.person_id AND ended.lifted AND ended.refers_to = fact.id)`
/**
 * Wishes of before files were noted with them are told by when they came: one file comes in at a time. What a merge or a
 * lifting wrote refers to another.
 */
const EARLIER = `(fact.call_id IS NULL AND fact.source = 'import' AND fact.refers_to IS NULL AND fact.at >= @at
  AND fact.at <= @finishedAt AND ${STANDS})`

/** `next`: what finds them by an index. Grounds have none, so that writing a million costs nothing: all are walked through. */
const BROUGHT = {
  bases: { table: 'bases', next: '', ours: 'fact.refers_to = @id' },
  wishes: { table: 'suppressions', next: 'call_id = @id AND', ours: 'fact.call_id = @id' },
  earlier: { table: 'suppressions', next: 'call_id IS NULL AND', ours: EARLIER },
} as const
type Brought = keyof typeof BROUGHT

function lastOf(db: Db, which: Brought, piece: Piece): number | null {
  const { table, next } = BROUGHT[which]
  const found = raw<{ last: number | null }>(
    db,
    `SELECT max(rowid) AS last FROM (SELECT rowid FROM ${table} WHERE ${next} rowid > @after ORDER BY rowid LIMIT @limit)`,
  ).get(piece)
  return found?.last ?? null
}

/** Grounds to call, or wishes not to be, that a file brought, and the last row looked at; null at the end. */
export function someBrought(db: Db, which: Brought, piece: Piece) {
  const last = lastOf(db, which, piece)
  const { table, ours } = BROUGHT[which]
  const facts = raw<Fact>(
    db,
    `SELECT fact.id, person_id AS personId, channel, persons.id IS NOT NULL AS isHere
      FROM ${table} AS fact LEFT JOIN persons ON persons.id = person_id
      WHERE fact.rowid > @after AND fact.rowid <= @last AND ${ours}`,
  ).all({ ...piece, last: last ?? 0 })
  return { last, facts }
}

/** Where a ground is from and its proof, of people who went with their import. Returns the last row; null at the end. */
export function dropTextsOfGone(db: Db, piece: Piece): number | null {
  const last = lastOf(db, 'bases', piece)
  raw(
    db,
    `DELETE FROM texts WHERE fact_id IN (SELECT id FROM bases AS fact WHERE rowid > @after AND rowid <= @last
      AND ${BROUGHT.bases.ours} AND person_id NOT IN (SELECT id FROM persons))`,
  ).run({ ...piece, last: last ?? 0 })
  return last
}

const ofOther = (text: string) => text.replaceAll('fact.', 'other.')

/** People who were here before a file and of whom it alone says that they must not be called. `made`: ids that it gave. */
export function wishesOnlyOf(
  db: Db,
  which: 'wishes' | 'earlier',
  { made, ...piece }: Piece & { made: Range | undefined },
) {
  const last = lastOf(db, which, piece)
  const people = raw<{ id: string }>(
    db,
    `SELECT DISTINCT fact.person_id AS id FROM suppressions AS fact JOIN persons ON persons.id = fact.person_id
      WHERE fact.rowid > @after AND fact.rowid <= @last AND ${BROUGHT[which].ours} AND fact.channel = 'call'
        AND (fact.person_id < @first OR fact.person_id > @made)
        AND NOT EXISTS (SELECT 1 FROM live_suppressions AS other WHERE other.person_id = fact.person_id
          AND other.scope = 'person' AND other.channel = 'call' AND other.call_id IS NOT @id
          AND ${ofOther(STANDS)} AND NOT ${ofOther(EARLIER)})`,
  ).all({ ...piece, last: last ?? 0, first: made?.first ?? '', made: made?.last ?? '' })
  return { last, people: people.map(({ id }) => id) }
}
