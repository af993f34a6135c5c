import { and, desc, eq, inArray, sql } from 'drizzle-orm'

import type { ScreeningList, Taken } from '#shared/domain/screening'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { raw } from './raw.ts'
import { reps } from './schema/desk.ts'
import { screenings, secrets } from './schema/policy.ts'

type ScreeningRow = typeof screenings.$inferSelect

const secretQuery = prepared((db) =>
  db
    .select({ value: secrets.value })
    .from(secrets)
    .where(eq(secrets.name, sql.placeholder('name')))
    .prepare(),
)
export const findSecret = (db: Db, name: string): Buffer | null =>
  secretQuery(db).get({ name })?.value ?? null
export const saveSecret = (db: Db, name: string, value: Buffer): void =>
  void db.insert(secrets).values({ name, value }).run()

const takenQuery = prepared((db) =>
  db
    .select({ list: screenings.list, takenOn: screenings.takenOn, n: screenings.n })
    .from(screenings)
    .where(eq(screenings.state, 'done'))
    .prepare(),
)
/** The file of each register that is asked: its number and its day. */
export function standingScreenings(db: Db): { taken: Taken; numbers: ReadonlyMap<number, ScreeningList> } {
  const rows = takenQuery(db).all()
  return {
    taken: Object.fromEntries(rows.map(({ list, takenOn }) => [list, takenOn])),
    numbers: new Map(rows.map(({ n, list }) => [n, list])),
  }
}

/** Every file that has a number, by the hash of it, each with the days since 1970 that it has been on the register. */
export const filesWith = (db: Db, hash: Buffer) =>
  raw<{ n: number; since: number }>(db, 'SELECT n, since FROM screened WHERE hash = ?').all(hash)

export const allScreenings = (db: Db) =>
  db
    .select({
      id: screenings.id,
      list: screenings.list,
      takenOn: screenings.takenOn,
      fileName: screenings.fileName,
      at: screenings.at,
      by: reps.name,
      state: screenings.state,
      numbers: screenings.numbers,
      refused: screenings.refused,
      matched: screenings.matched,
    })
    .from(screenings)
    .leftJoin(reps, eq(reps.id, screenings.repId))
    .orderBy(desc(screenings.n))
    .limit(100)
    .all()

export const runningScreenings = (db: Db) =>
  db.select().from(screenings).where(eq(screenings.state, 'running')).all()

export const standingOf = (db: Db, list: ScreeningList): ScreeningRow | undefined =>
  db
    .select()
    .from(screenings)
    .where(and(eq(screenings.list, list), eq(screenings.state, 'done')))
    .get()

/** Returns the number of the file. */
export const insertScreening = (db: Db, row: Omit<ScreeningRow, 'n'>): number =>
  db.insert(screenings).values(row).returning({ n: screenings.n }).get().n

export const saveScreening = (db: Db, n: number, change: Partial<ScreeningRow>): void =>
  void db
    .update(screenings)
    .set(change)
    .where(inArray(screenings.n, [n]))
    .run()

/** One number of a file; the register's last file says since when. True when it is new in this file. */
export const insertScreened = (
  db: Db,
  hash: Buffer,
  of: { n: number; before: number; since: number },
): boolean =>
  raw(
    db,
    `INSERT INTO screened (hash, n, since)
     VALUES (?, ?, coalesce((SELECT since FROM screened WHERE hash = ? AND n = ?), ?)) ON CONFLICT DO NOTHING`,
  ).run(hash, of.n, hash, of.before, of.since).changes > 0

/** Takes out rows of a file, from a hash on; returns where it got to, null at the end. */
export function dropScreened(db: Db, n: number, from: Buffer, limit: number): Buffer | null {
  const rows = raw<{ hash: Buffer }>(
    db,
    'SELECT hash FROM screened WHERE hash > ? ORDER BY hash LIMIT ?',
  ).all(from, limit)
  const last = rows.at(-1)?.hash
  if (!last) return null
  raw(db, 'DELETE FROM screened WHERE hash > ? AND hash <= ? AND n = ?').run(from, last, n)
  return last
}

/** Numbers of people here in the order they came, from one on. */
export const numbersAfter = (db: Db, after: number, limit: number): { n: number; e164: string }[] =>
  raw<{ n: number; e164: string }>(
    db,
    'SELECT rowid AS n, e164 FROM phones WHERE rowid > ? ORDER BY rowid LIMIT ?',
  ).all(after, limit)
