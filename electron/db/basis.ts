import { and, desc, eq, sql } from 'drizzle-orm'

import { inserter } from './insert.ts'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { raw } from './raw.ts'
import { bases } from './schema/policy.ts'
import { texts } from './schema/person.ts'
import { reps } from './schema/desk.ts'

const param = sql.placeholder

export const insertBasis = inserter(bases)

/** What a merge brought goes with it: such a fact refers to the merge, as an undo does. */
const stands = sql`(${bases.refersTo} IS NULL OR ${bases.refersTo} NOT IN (SELECT call_id FROM undos))`

const newestQuery = prepared((db) =>
  db
    .select({ id: bases.id, kind: bases.kind, given: bases.given, on: bases.on })
    .from(bases)
    .where(and(eq(bases.personId, param('personId')), eq(bases.channel, param('channel')), stands))
    .orderBy(desc(bases.clock))
    .limit(1)
    .prepare(),
)
/** What stands of a person: the newest fact of a channel; null when nobody ever said. */
export const newestBasis = (db: Db, of: { personId: string; channel: 'call' | 'mail' }) =>
  newestQuery(db).get(of) ?? null

const textOf = (field: string) =>
  sql<string | null>`(SELECT text FROM ${texts} WHERE fact_id = ${bases.id} AND field = ${field})`

/** Everything that was said of it, newest first, with where it is from and its proof. */
export const basesOf = (db: Db, personId: string) =>
  db
    .select({
      id: bases.id,
      channel: bases.channel,
      kind: bases.kind,
      given: bases.given,
      on: bases.on,
      at: bases.at,
      by: reps.name,
      source: textOf('source'),
      proof: textOf('proof'),
    })
    .from(bases)
    .leftJoin(reps, eq(reps.id, bases.repId))
    .where(and(eq(bases.personId, personId), stands))
    .orderBy(desc(bases.clock))
    .all()

export const isUndone = (db: Db, id: string): boolean =>
  raw(db, 'SELECT 1 FROM undos WHERE call_id = ?').get(id) !== undefined
