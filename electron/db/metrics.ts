import { sql, type SQL } from 'drizzle-orm'

import type { OutcomeId } from '#shared/domain/outcome'
import { STEPS, type Basis, type Step, type TableBy } from '#shared/domain/metrics'
import { recordOf } from '#shared/lib/table'
import {
  callTable,
  CONNECT,
  CONVERSED,
  counted,
  DIAL,
  inside,
  INTERESTED,
  keyOfCalls,
  MADE_HERE,
  ofRep,
  ofScope,
  PERSON,
  PRESSED,
  takes,
  units,
  UNKNOWN_TALK,
  WITH_PERSON,
  type Scope,
} from './metrics-events.ts'
import type { Db } from './open.ts'

export type StepCounts = {
  /** '' for the whole, and for those that have no rep or source. */
  key: string
  /** Distinct people, and events, by step. */
  people: Record<Step, number>
  events: Record<Step, number>
  /** Of those people and events, who took the step nowhere but in what a file brought. */
  elsewhere: { people: Record<Step, number>; events: Record<Step, number> }
}

/** How many took each step. `events` only means something by period. */
export function countSteps(db: Db, scope: Scope, basis: Basis, by: TableBy | 'all'): StepCounts[] {
  const key = by === 'rep' ? sql`coalesce(rep, '')` : sql`dim`
  const times = (step: Step) => sql.identifier(step)
  const taken = list(
    STEPS.map((step) => {
      const took = takes(step, basis, scope)
      return sql`sum(${took}) AS ${times(step)}, sum(${took} AND here) AS ${as(step, 'here')}`
    }),
  )
  const sums = list(
    STEPS.map((step) => {
      const [all, here] = [times(step), as(step, 'here')]
      return sql`sum(${all} > 0) AS ${all}, sum(${all}) AS ${as(step, 'events')},
        sum(${all} > 0 AND ${here} = 0) AS ${as(step, 'away')}, sum(${all} - ${here}) AS ${as(step, 'awayEvents')}`
    }),
  )
  const rows = db.all<Record<string, number | string | null>>(
    sql`SELECT ${key} AS key, ${sums} FROM (${units(scope, by, taken)}) WHERE ${counted(basis, scope)} GROUP BY 1`,
  )
  return rows.map((row) => ({
    key: String(row['key']),
    people: byStep((step) => Number(row[step])),
    events: byStep((step) => Number(row[`${step}_events`])),
    elsewhere: {
      people: byStep((step) => Number(row[`${step}_away`])),
      events: byStep((step) => Number(row[`${step}_awayEvents`])),
    },
  }))
}

const as = (step: Step, what: string): SQL => sql`${sql.identifier(`${step}_${what}`)}`
const list = (parts: SQL[]): SQL => sql.join(parts, sql`, `)
const byStep = (count: (step: Step) => number) => recordOf(STEPS, count)

export type CallCounts = {
  key: string
  dials: number
  connects: number
  conversations: number
  interestedCalls: number
  peopleDialled: number
  withPerson: number
  unknownTalk: number
  /** Of the dials, and of the interested calls, those that a file brought. */
  dialsElsewhere: number
  interestedElsewhere: number
}

/** Calls of the period, each by the rep who made it. */
export function countCalls(db: Db, scope: Scope, by: TableBy | 'all'): CallCounts[] {
  return db.all<CallCounts>(sql`
    SELECT ${keyOfCalls(by)} AS key, count(*) AS dials, sum(${CONNECT}) AS connects, sum(${CONVERSED}) AS conversations,
      sum(${INTERESTED}) AS interestedCalls, count(DISTINCT ${PERSON}) AS peopleDialled,
      sum(${WITH_PERSON}) AS withPerson, sum(${UNKNOWN_TALK}) AS unknownTalk,
      sum(NOT ${MADE_HERE}) AS dialsElsewhere, sum(${INTERESTED} AND NOT ${MADE_HERE}) AS interestedElsewhere
    FROM ${callTable(scope, by)}
    WHERE ${DIAL} AND ${inside(sql`c.dialled_at`, scope)} AND ${ofScope(scope, 'c')}
      AND ${ofRep(sql`c.rep_id`, scope.repId)}
    GROUP BY 1`)
}

type OutcomeCount = { code: string; kind: OutcomeId; n: number; elsewhere: number }

/** Dials of the period by how they ended, each by the rep who made it, the commonest first. */
export const countOutcomes = (db: Db, scope: Scope): OutcomeCount[] =>
  db.all<OutcomeCount>(sql`
    SELECT ${PRESSED} AS code, c.outcome AS kind, count(*) AS n, sum(NOT ${MADE_HERE}) AS elsewhere
    FROM ${callTable(scope)}
    WHERE ${DIAL} AND ${inside(sql`c.dialled_at`, scope)} AND ${ofScope(scope, 'c')}
      AND ${ofRep(sql`c.rep_id`, scope.repId)}
    GROUP BY 1, 2 ORDER BY n DESC, 1`)

/**
 * Leads that arrived in the period, with their first dial as the lead itself keeps it. Only when asked for a rep's is
 * the rep found, as a person's is.
 */
export const arrivals = (scope: Scope): SQL =>
  scope.repId === null
    ? sql`SELECT l.id AS lead, l.arrived_at AS arrived, l.first_dial_at AS first, NULL AS rep
        FROM leads l WHERE ${inside(sql`l.arrived_at`, scope)} AND ${ofScope(scope, 'l')}`
    : sql`SELECT l.id AS lead, l.arrived_at AS arrived, l.first_dial_at AS first,
        substr(coalesce(min(CASE WHEN ${WITH_PERSON} THEN ${CALL_KEY} END), min(${CALL_KEY})), 50, 36) AS rep
        FROM leads l LEFT JOIN live_calls c ON c.lead_id = l.id AND ${DIAL}
        WHERE ${inside(sql`l.arrived_at`, scope)} AND ${ofScope(scope, 'l')}
        GROUP BY l.id HAVING ${ofRep(sql`rep`, scope.repId)}`

const CALL_KEY = sql`(printf('%013d', c.dialled_at) || c.id || c.rep_id)`

export const speedPairs = (db: Db, scope: Scope): { arrived: number; first: number | null }[] =>
  db.all(sql`SELECT arrived, first FROM (${arrivals(scope)})`)

/** The names that go with a table's keys. A source shows as one of its leads has it. */
export function namesOf(db: Db, by: TableBy): Map<string, string | null> {
  const from: Record<TableBy, SQL> = {
    rep: sql`SELECT id AS key, name FROM reps`,
    list: sql`SELECT id AS key, name FROM lists`,
    source: sql`SELECT source_key AS key, min(source) AS name FROM leads WHERE source_key IS NOT NULL GROUP BY 1`,
  }
  return new Map(db.all<{ key: string; name: string | null }>(from[by]).map((row) => [row.key, row.name]))
}
