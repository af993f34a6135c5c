import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'

import { stampAs, type Author } from './facts.ts'
import { inserter } from './insert.ts'
import type { Db } from './open.ts'
import { raw } from './raw.ts'
import { reps } from './schema/desk.ts'
import { erasures } from './schema/erase.ts'

export type Erasure = typeof erasures.$inferSelect
export const insertErasure = inserter(erasures)

type Fact = Pick<Erasure, 'personId' | 'kind' | 'cause' | 'askedOn' | 'until'> & {
  refersTo: string | null
}
/** A fact of somebody who may not sit here any more; once only. */
export function putErasure(db: Db, author: Author, fact: Fact): void {
  if (findErasure(db, author.id)) return
  insertErasure(db, { ...stampAs(db, author), ...fact, reason: null })
}

export const findErasure = (db: Db, id: string): Erasure | undefined =>
  db.select().from(erasures).where(eq(erasures.id, id)).get()

export const erasuresOf = (db: Db, persons: readonly string[]): Erasure[] =>
  db
    .select()
    .from(erasures)
    .where(inArray(erasures.personId, [...persons]))
    .orderBy(asc(erasures.clock))
    .all()

const MOST = 500
/** Newest first, with who did it. */
export const lastErasures = (db: Db, kinds: readonly Erasure['kind'][]) =>
  db
    .select({ fact: erasures, by: reps.name })
    .from(erasures)
    .leftJoin(reps, eq(reps.id, erasures.repId))
    .where(inArray(erasures.kind, [...kinds]))
    .orderBy(desc(erasures.at), desc(erasures.clock))
    .limit(MOST)
    .all()

/** Copies that are past their time and that nobody has destroyed yet. */
export const overdueSeals = (db: Db, now: number): Erasure[] =>
  db
    .select()
    .from(erasures)
    .where(
      and(
        eq(erasures.kind, 'erased'),
        sql`${erasures.until} <= ${now}`,
        sql`NOT EXISTS (SELECT 1 FROM erasures AS e WHERE e.refers_to = ${erasures.id} AND e.kind = 'destroyed')`,
      ),
    )
    .all()

type StoredKey = { hash: string; sieve: number; wish: boolean }

export function putKeys(db: Db, erasureId: string, keys: readonly StoredKey[]): void {
  const put = raw(db, 'INSERT OR IGNORE INTO erased_keys (hash, erasure_id, sieve, wish) VALUES (?, ?, ?, ?)')
  for (const { hash, sieve, wish } of keys) put.run(Buffer.from(hash, 'hex'), erasureId, sieve, wish ? 1 : 0)
}

export const erasedKeys = (db: Db): StoredKey[] =>
  raw<{ hash: Buffer; sieve: number; wish: number }>(db, 'SELECT hash, sieve, wish FROM erased_keys')
    .all()
    .map(({ hash, sieve, wish }) => ({ hash: hash.toString('hex'), sieve, wish: wish === 1 }))

/** Whoever this hash is of had asked not to be called. */
export const isWished = (db: Db, hash: string): boolean =>
  raw(db, 'SELECT 1 FROM erased_keys WHERE hash = ? AND wish LIMIT 1').get(Buffer.from(hash, 'hex')) !==
  undefined
