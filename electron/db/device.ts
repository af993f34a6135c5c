import { eq, max } from 'drizzle-orm'

import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { device, drafts, reps } from './schema/desk.ts'

const ONE = 1

/** This installation gets its id once; facts carry it for ever. */
export function ensureDevice(db: Db, newId: () => string): void {
  if (db.select({ one: device.one }).from(device).get()) return
  db.insert(device).values({ one: ONE, id: newId(), seq: 0, clock: '', repId: null }).run()
}

const deskQuery = prepared((db) =>
  db
    .select({ id: reps.id, name: reps.name, role: reps.role, active: reps.active })
    .from(device)
    .innerJoin(reps, eq(reps.id, device.repId))
    .prepare(),
)
/** Who sits at this desk; undefined on the first run. */
export const repAtDesk = (db: Db) => deskQuery(db).get()

/** Where this device's count and clock stand, with its id. */
export const deviceCounters = (db: Db) =>
  db
    .select({ id: device.id, seq: device.seq, clock: device.clock })
    .from(device)
    .where(eq(device.one, ONE))
    .get()

export function saveCounters(db: Db, { seq, clock }: { seq: number; clock: string }): void {
  db.update(device).set({ seq, clock }).where(eq(device.one, ONE)).run()
}

export function sitAtDesk(db: Db, repId: string): void {
  db.update(device).set({ repId }).where(eq(device.one, ONE)).run()
}

const WALL_HEX = 12

/** When something a rep did was last written here, epoch ms: the newest fact or note. Null on a new store. */
export function lastWritten(db: Db): number | null {
  const { clock = '' } = deviceCounters(db) ?? {}
  const note =
    db
      .select({ at: max(drafts.updatedAt) })
      .from(drafts)
      .get()?.at ?? 0
  const fact = Number.parseInt(clock.slice(0, WALL_HEX) || '0', 16)
  return Math.max(fact, note) || null
}
