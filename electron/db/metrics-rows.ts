import { sql, type SQL } from 'drizzle-orm'

import { STEPS, type Basis, type Figure, type Step, type Unit } from '#shared/domain/metrics'
import type { Stage } from '#shared/domain/stage'
import { arrivals } from './metrics.ts'
import {
  AT,
  callTable,
  CONNECT,
  CONVERSED,
  counted,
  DIAL,
  FACT,
  inside,
  INTERESTED,
  LEAD,
  ofRep,
  ofScope,
  PRESSED,
  steps,
  takes,
  units,
  UNKNOWN_TALK,
  WITH_PERSON,
  type Scope,
} from './metrics-events.ts'
import type { Db } from './open.ts'

type FigureRow = {
  leadId: string
  name: string
  company: string | null
  listName: string
  source: string | null
  rep: string | null
  stage: Stage
  at: number
  outcome: string | null
  talk: number | null
  talkAtLeast: boolean
}

type Asked = {
  figure: Figure
  unit: Unit
  basis: Basis
  scope: Scope
  /** Of figures that are calls, only these; null takes all. */
  only: readonly string[] | null
  /** Of figures that are calls, only those that ended so, by the code that was pressed; null takes all. */
  outcome?: string | null
}

/** A figure's rows as `key`, `at`, `lead`, `rep` and, where it is a call, `call`. */
function behind({ figure, unit, basis, scope, only, outcome = null }: Asked): SQL {
  if (isArrival(figure)) return arrivalRows(figure, scope)
  const calls = callsOf(figure, unit)
  if (calls) return callRows(calls, scope, only, outcome)
  return unit === 'calls' ? eventRows(figure as Step, scope) : peopleRows(figure as Step, basis, scope)
}

const isArrival = (figure: Figure) => figure === 'dialledArrivals' || figure === 'neverDialled'

const CALLS: Readonly<Partial<Record<Figure, SQL>>> = {
  dials: DIAL,
  connects: CONNECT,
  conversations: CONVERSED,
  interestedCalls: INTERESTED,
  withPerson: WITH_PERSON,
  unknownTalk: UNKNOWN_TALK,
}
const CALL_STEPS: Readonly<Partial<Record<Figure, SQL>>> = { called: DIAL, interested: INTERESTED }

const callsOf = (figure: Figure, unit: Unit): SQL | undefined =>
  CALLS[figure] ?? (unit === 'calls' ? CALL_STEPS[figure] : undefined)

const callRows = (which: SQL, scope: Scope, only: Asked['only'], outcome: string | null): SQL => sql`
  SELECT printf('%013d', c.dialled_at) || c.id AS key, c.dialled_at AS at, c.lead_id AS lead, c.rep_id AS rep, c.id AS call
  FROM ${callTable(scope)}
  WHERE ${DIAL} AND ${which} AND ${inside(sql`c.dialled_at`, scope)} AND ${ofScope(scope, 'c')}
    AND ${ofRep(sql`c.rep_id`, scope.repId)}
    AND ${outcome === null ? sql`1` : sql`${PRESSED} = ${outcome}`}
    AND ${only === null ? sql`1` : sql`c.id IN (SELECT value FROM json_each(${JSON.stringify(only)}))`}`

/** One row a person: the first thing that counts for the step. */
const peopleRows = (step: Step, basis: Basis, scope: Scope): SQL => sql`
  SELECT key, ${AT} AS at, ${LEAD} AS lead, rep, ${FACT} AS call
  FROM (${units(scope, 'all', sql`min(CASE WHEN ${takes(step, basis, scope)} THEN key END) AS key`)})
  WHERE key IS NOT NULL AND ${counted(basis, scope)}`

/** One row a stage change or verdict of the period. */
const eventRows = (step: Step, scope: Scope): SQL => sql`
  SELECT key, at, ${LEAD} AS lead, rep, NULL AS call
  FROM (${steps(scope)}) JOIN (${units(scope, 'all', sql`1`)}) AS unit USING (person)
  WHERE rank = ${sql.raw(String(STEPS.indexOf(step)))} AND ${inside(sql`at`, scope)} AND ${ofRep(sql`rep`, scope.repId)}`

const arrivalRows = (figure: Figure, scope: Scope): SQL => sql`
  SELECT printf('%013d', arrived) || lead AS key, arrived AS at, lead, rep, NULL AS call
  FROM (${arrivals(scope)}) WHERE first IS ${figure === 'neverDialled' ? sql`NULL` : sql`NOT NULL`}`

export const countRows = (db: Db, asked: Asked): number =>
  db.get<{ n: number }>(sql`SELECT count(*) AS n FROM (${behind(asked)})`).n

/** Oldest first. */
export const figureRows = (db: Db, asked: Asked, offset: number, limit: number): FigureRow[] =>
  db
    .all<Omit<FigureRow, 'talkAtLeast'> & { talkAtLeast: 0 | 1 }>(
      sql`
    WITH found AS (SELECT * FROM (${behind(asked)}) ORDER BY key LIMIT ${limit} OFFSET ${offset})
    SELECT l.id AS leadId, p.name AS name, co.name AS company, li.name AS listName, l.source AS source,
      r.name AS rep, l.stage AS stage, found.at AS at, coalesce(c.own_outcome, c.outcome) AS outcome, c.talk AS talk,
      coalesce(c.talk_at_least, 0) AS talkAtLeast
    FROM found JOIN leads l ON l.id = found.lead JOIN persons p ON p.id = l.person_id
      JOIN lists li ON li.id = l.list_id LEFT JOIN companies co ON co.id = l.company_id
      LEFT JOIN reps r ON r.id = found.rep LEFT JOIN calls c ON c.id = found.call
    ORDER BY found.key`,
    )
    .map((row) => ({ ...row, talkAtLeast: row.talkAtLeast === 1 }))
