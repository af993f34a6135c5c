import { sql } from 'drizzle-orm'

import { AppError } from '#shared/contract/errors'
import type { Db } from './open.ts'
import { prepared } from './prepared.ts'
import { newestVersion } from './rules.ts'
import { device } from './schema/desk.ts'

const deskQuery = prepared((db) => db.select().from(device).prepare())
const countQuery = prepared((db) =>
  db
    .update(device)
    .set({ seq: sql`${sql.placeholder('seq')}`, clock: sql`${sql.placeholder('clock')}` })
    .prepare(),
)

/** What a fact is made with; `Deps` has it all. `by`: whose it is, where somebody else may sit at the desk by now. */
export type Clock = { now: () => number; offset: (at: number) => number; newId: () => string; by?: string }

/**
 * The columns that every fact carries, and the device's counters moved on. `lived`: epoch ms, of what happened elsewhere
 * and is written down here only now; its clock is of that time, so that it lies among what was said then.
 * Throws AppError 'not-allowed' (reason `nobody-at-desk`) when nobody sits at the desk.
 */
export function stampOf(db: Db, { now, offset, newId, by }: Clock, lived: number | null = null) {
  const desk = deskQuery(db).get()
  const repId = by ?? desk?.repId
  if (!desk || !repId) throw new AppError('not-allowed', 'Say first who sits at this desk.', 'nobody-at-desk')
  const at = lived ?? now()
  const stamp = stamped(db, desk, { id: newId(), repId, at, offset: offset(at) })
  return lived === null ? stamp : { ...stamp, clock: clockOf(lived, stamp.seq, desk.id) }
}

/** Whose fact it is, and when they lived it. */
export type Author = { id: string; repId: string; at: number; offset: number }

/** The same for a fact that somebody made who need not sit here. */
export function stampAs(db: Db, author: Author) {
  const desk = deskQuery(db).get()
  if (!desk) throw new Error('This device has no id yet.')
  return stamped(db, desk, author)
}

type Desk = { id: string; seq: number; clock: string }

function stamped(db: Db, desk: Desk, { id, repId, at, offset }: Author) {
  const [seq, clock] = [desk.seq + 1, nextClock(desk.clock, at, desk.id)]
  countQuery(db).run({ seq, clock })
  const ruleVersion = newestVersion(db)
  return { id, repId, device: desk.id, seq, at, offset, clock, ruleVersion, refersTo: null }
}

const HEX = 16
const WALL_DIGITS = 12
const COUNT_DIGITS = 6

/**
 * A hybrid logical clock as text: wall ms, a count for what happens in the same ms or after the wall clock was put
 * back, and the device to tell two of the same apart. It sorts in causal order.
 */
export function nextClock(last: string, now: number, deviceId: string): string {
  const [wall = 0, count = 0] = last
    .split('-')
    .slice(0, 2)
    .map((part) => Number.parseInt(part || '0', HEX))
  const isAhead = now > wall
  return clockOf(isAhead ? now : wall, isAhead ? 0 : count + 1, deviceId)
}

const clockOf = (wall: number, count: number, deviceId: string): string =>
  [
    wall.toString(HEX).padStart(WALL_DIGITS, '0'),
    count.toString(HEX).padStart(COUNT_DIGITS, '0'),
    deviceId,
  ].join('-')
