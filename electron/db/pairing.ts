import { and, desc, eq, or, sql } from 'drizzle-orm'

import type { PairKind } from '#shared/domain/identity/merge'

import { inserter } from './insert.ts'
import type { Db } from './open.ts'
import { raw } from './raw.ts'
import { reps } from './schema/desk.ts'
import { undos } from './schema/facts.ts'
import { pairings } from './schema/pairing.ts'

export type Pairing = typeof pairings.$inferSelect

export const insertPairing = inserter(pairings)

const stands = sql`${pairings.id} NOT IN (SELECT call_id FROM undos)`

/** One that stands. */
export const findPairing = (db: Db, id: string): Pairing | undefined =>
  db
    .select()
    .from(pairings)
    .where(and(eq(pairings.id, id), stands))
    .get()

/** The merge that brought somebody to somebody else, while it stands. */
export const absorbedBy = (db: Db, kind: PairKind, id: string): Pairing | undefined =>
  db
    .select()
    .from(pairings)
    .where(and(eq(pairings.otherId, id), eq(pairings.kind, kind), eq(pairings.verdict, 'same'), stands))
    .get()

/** Who was brought to one, newest first. */
export const mergesInto = (db: Db, kind: PairKind, id: string) =>
  db
    .select({
      id: pairings.id,
      otherId: pairings.otherId,
      at: pairings.at,
      by: reps.name,
      repId: pairings.repId,
    })
    .from(pairings)
    .leftJoin(reps, eq(reps.id, pairings.repId))
    .where(and(eq(pairings.keptId, id), eq(pairings.kind, kind), eq(pairings.verdict, 'same'), stands))
    .orderBy(desc(pairings.clock))
    .all()

/** Whether somebody said that these two are not one. */
export const areApart = (db: Db, kind: PairKind, a: string, b: string): boolean =>
  db
    .select({ id: pairings.id })
    .from(pairings)
    .where(
      and(
        eq(pairings.kind, kind),
        eq(pairings.verdict, 'apart'),
        or(
          and(eq(pairings.keptId, a), eq(pairings.otherId, b)),
          and(eq(pairings.keptId, b), eq(pairings.otherId, a)),
        ),
        stands,
      ),
    )
    .get() !== undefined

export const insertPairingLead = (db: Db, leadId: string, pairingId: string) =>
  void raw(db, 'INSERT INTO pairing_leads (lead_id, pairing_id) VALUES (?, ?)').run(leadId, pairingId)

export const isTakenBack = (db: Db, id: string): boolean =>
  db.select({ id: undos.id }).from(undos).where(eq(undos.callId, id)).get() !== undefined
