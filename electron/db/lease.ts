import { and, eq, gt, like, ne, notInArray, sql } from 'drizzle-orm'

import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { drafts, leases } from './schema/desk.ts'
import { leads } from './schema/lead.ts'

const param = sql.placeholder

type Lease = typeof leases.$inferSelect

const takeQuery = prepared((db) =>
  db
    .insert(leases)
    .values({
      seat: param('seat'),
      repId: param('repId'),
      leadId: param('leadId'),
      personId: param('personId'),
      until: param('until'),
    })
    .onConflictDoUpdate({
      target: leases.seat,
      set: {
        repId: sql`excluded.rep_id`,
        leadId: sql`excluded.lead_id`,
        personId: sql`excluded.person_id`,
        until: sql`excluded.until`,
      },
    })
    .prepare(),
)
/** This lead and no other is now before whoever sits at that seat. */
export const takeLease = (db: Db, lease: Lease): void => void takeQuery(db).run(lease)

const renewQuery = prepared((db) =>
  db
    .update(leases)
    .set({ until: sql`max(${leases.until}, ${param('until')})` })
    .where(and(eq(leases.leadId, param('leadId')), eq(leases.repId, param('repId'))))
    .prepare(),
)
/** Whoever works on it keeps it. */
export const renewLease = (db: Db, of: { leadId: string; repId: string; until: number }): void =>
  void renewQuery(db).run(of)

const dropQuery = prepared((db) =>
  db
    .delete(leases)
    .where(eq(leases.seat, param('seat')))
    .prepare(),
)
export const dropLease = (db: Db, seat: string): void => void dropQuery(db).run({ seat })

export const dropLeases = (db: Db): void => void db.delete(leases).run()

const notOnTheLine = (db: Db) =>
  notInArray(
    leases.leadId,
    db
      .select({ leadId: drafts.leadId })
      .from(drafts)
      .where(sql`${drafts.dialledAt} IS NOT NULL`),
  )

/** Those who left the desk have nothing before them, but for calls that are on. */
export const dropLeasesOfOthers = (db: Db, repId: string): void =>
  void db
    .delete(leases)
    .where(and(ne(leases.repId, repId), notOnTheLine(db)))
    .run()

/** Nor has a window that is gone, whoever sat at it; null = every window. Returns how many leads are free again. */
export const dropLeasesAt = (db: Db, window: string | null): number =>
  db
    .delete(leases)
    .where(and(window === null ? undefined : like(leases.seat, `${window} %`), notOnTheLine(db)))
    .run().changes

const takenQuery = prepared((db) =>
  db
    .select({ leadId: leads.id })
    .from(leases)
    .innerJoin(leads, eq(leads.personId, leases.personId))
    .where(and(ne(leases.seat, param('seat')), gt(leases.until, param('now'))))
    .prepare(),
)
/** Leads of everybody who is before another seat at that moment, in whichever list. */
export const takenByOthers = (db: Db, of: { seat: string; now: number }): string[] =>
  takenQuery(db)
    .all(of)
    .map(({ leadId }) => leadId)

const holderQuery = prepared((db) =>
  db
    .select({ repId: leases.repId, until: leases.until })
    .from(leases)
    .where(
      and(
        eq(leases.personId, param('personId')),
        ne(leases.seat, param('seat')),
        gt(leases.until, param('now')),
      ),
    )
    .prepare(),
)
/** Who else has this person before them, and until when at the latest. */
export const holderOf = (db: Db, of: { personId: string; seat: string; now: number }) =>
  holderQuery(db).get(of)
