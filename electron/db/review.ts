import { and, count, desc, eq, or } from 'drizzle-orm'

import type { PairKind } from '#shared/domain/identity/merge'

import type { Db } from './open.ts'
import { raw } from './raw.ts'
import { reviewPairs } from './schema/pairing.ts'

export type ReviewPair = typeof reviewPairs.$inferSelect

/** The likeliest first. */
export const reviewPage = (db: Db, kind: PairKind, offset: number, limit: number): ReviewPair[] =>
  db
    .select()
    .from(reviewPairs)
    .where(eq(reviewPairs.kind, kind))
    .orderBy(desc(reviewPairs.points), reviewPairs.a, reviewPairs.b)
    .limit(limit)
    .offset(offset)
    .all()

export const countPairs = (db: Db, kind: PairKind): number =>
  db.select({ n: count() }).from(reviewPairs).where(eq(reviewPairs.kind, kind)).get()?.n ?? 0

export function putPairs(db: Db, pairs: readonly ReviewPair[]): void {
  for (const { kind, a, b, points, lines } of pairs)
    raw(db, 'INSERT OR REPLACE INTO review_pairs (kind, a, b, points, lines) VALUES (?, ?, ?, ?, ?)').run(
      kind,
      a,
      b,
      points,
      JSON.stringify(lines),
    )
}

export const pairsOf = (db: Db, kind: PairKind, id: string): ReviewPair[] =>
  db
    .select()
    .from(reviewPairs)
    .where(and(eq(reviewPairs.kind, kind), or(eq(reviewPairs.a, id), eq(reviewPairs.b, id))))
    .orderBy(desc(reviewPairs.points), reviewPairs.a, reviewPairs.b)
    .all()

/** All pairs that somebody is in, taken out. */
export function dropPairsOf(db: Db, kind: PairKind, id: string): ReviewPair[] {
  const pairs = pairsOf(db, kind, id)
  for (const { a, b } of pairs) dropPair(db, kind, a, b)
  return pairs
}

export const findPair = (db: Db, kind: PairKind, a: string, b: string): ReviewPair | undefined => {
  const [first = '', second = ''] = [a, b].toSorted()
  const which = and(eq(reviewPairs.kind, kind), eq(reviewPairs.a, first), eq(reviewPairs.b, second))
  return db.select().from(reviewPairs).where(which).get()
}

export const dropPair = (db: Db, kind: PairKind, a: string, b: string): number =>
  raw(db, 'DELETE FROM review_pairs WHERE kind = ? AND a = ? AND b = ?').run(kind, ...[a, b].toSorted())
    .changes

/** The pairs after one, in the order they lie in. */
export const pairsAfter = (db: Db, { kind, a, b }: Pick<ReviewPair, 'kind' | 'a' | 'b'>, limit: number) =>
  raw<Pick<ReviewPair, 'kind' | 'a' | 'b'> & { isGone: number }>(
    db,
    `SELECT kind, a, b, (SELECT count(*) FROM persons WHERE id IN (a, b))
        + (SELECT count(*) FROM companies WHERE id IN (a, b)) < 2 AS isGone
      FROM review_pairs WHERE (kind, a, b) > (?, ?, ?) ORDER BY kind, a, b LIMIT ?`,
  ).all(kind, a, b, limit)
