import { and, desc, eq, isNull, max, notExists, or, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'

import { AppError } from '#shared/contract/errors'
import type { LeadFacts } from '#shared/domain/facts'
import type { Db } from './open.ts'
import { device, rules } from './schema/desk.ts'
import { answers, assignments, calls, promises, stageChanges, undos } from './schema/facts.ts'
import { leads } from './schema/lead.ts'

/** What a fact is made with; `Deps` has it all. */
export type Clock = { now: () => number; offset: (at: number) => number; newId: () => string }

/**
 * The columns that every fact carries, and the device's counters moved on. `at` is epoch ms, now without it.
 * Throws AppError 'not-allowed' (reason `nobody-at-desk`) when nobody sits at the desk.
 */
export function stampOf(db: Db, { now, offset, newId }: Clock, at = now()) {
  const desk = db.select().from(device).get()
  if (!desk?.repId) throw new AppError('not-allowed', 'Say first who sits at this desk.', 'nobody-at-desk')
  const [seq, clock] = [desk.seq + 1, nextClock(desk.clock, at, desk.id)]
  db.update(device).set({ seq, clock }).where(eq(device.one, desk.one)).run()
  return {
    id: newId(),
    repId: desk.repId,
    device: desk.id,
    seq,
    at,
    offset: offset(at),
    clock,
    ruleVersion: ruleVersion(db),
    refersTo: null,
  }
}

/** The newest version of `rules`; 0 = as shipped. */
const ruleVersion = (db: Db): number =>
  db
    .select({ version: max(rules.version) })
    .from(rules)
    .get()?.version ?? 0

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
  return [
    (isAhead ? now : wall).toString(HEX).padStart(WALL_DIGITS, '0'),
    (isAhead ? 0 : count + 1).toString(HEX).padStart(COUNT_DIGITS, '0'),
    deviceId,
  ].join('-')
}

/** Leaves out what an undone call brought. */
export const isLive = (db: Db, callId: SQLiteColumn): SQL | undefined =>
  or(
    isNull(callId),
    notExists(
      db
        .select({ one: sql`1` })
        .from(undos)
        .where(eq(undos.callId, callId)),
    ),
  )

/** The facts of one lead, oldest first and without what was undone; undefined when there is no such lead. */
export function leadFacts(db: Db, leadId: string): LeadFacts | undefined {
  const lead = db.select().from(leads).where(eq(leads.id, leadId)).get()
  if (!lead) return undefined
  const { personId, companyId, listId, bornAs, createdAt, arrivedAt } = lead
  return {
    leadId,
    personId,
    companyId,
    listId,
    bornAs,
    createdAt,
    arrivedAt,
    calls: db
      .select()
      .from(calls)
      .where(and(eq(calls.leadId, leadId), isLive(db, calls.id)))
      .orderBy(calls.clock)
      .all(),
    stages: db
      .select()
      .from(stageChanges)
      .where(and(eq(stageChanges.leadId, leadId), isLive(db, stageChanges.callId)))
      .orderBy(stageChanges.clock)
      .all(),
    promises: db
      .select()
      .from(promises)
      .where(and(eq(promises.leadId, leadId), isLive(db, promises.callId)))
      .orderBy(promises.clock)
      .all(),
    answers: db.select().from(answers).where(eq(answers.leadId, leadId)).orderBy(answers.clock).all(),
    ownerId: ownerOf(db, leadId),
  }
}

const ownerOf = (db: Db, leadId: string): string | null =>
  db
    .select({ repId: assignments.toRepId })
    .from(assignments)
    .where(and(eq(assignments.leadId, leadId), isLive(db, assignments.callId)))
    .orderBy(desc(assignments.clock))
    .get()?.repId ?? null
