import { sql, type SQL } from 'drizzle-orm'

import {
  ACCEPTING,
  CONVERSATION,
  STEP_STAGE,
  STEPS,
  type Basis,
  type Step,
  type TableBy,
} from '#shared/domain/metrics'
import { has, OUTCOME_IDS, type Flag, type OutcomeId } from '#shared/domain/outcome'

/** What is counted. Instants are epoch ms, `to` is outside. Null takes all, '' those that have none. */
export type Scope = {
  from: number
  to: number
  listId: string | null
  repId: string | null
  source: string | null
}

const among = (values: readonly string[]): SQL =>
  sql.raw(`(${values.map((value) => `'${value}'`).join(', ')})`)
const outcomes = (passes: (id: OutcomeId) => boolean): SQL => among(OUTCOME_IDS.filter(passes))
const flagged = (flag: Flag): SQL => sql`c.outcome IN ${outcomes((id) => has(id, flag))}`

/** Of a call `c`; each is 0 or 1, never null. The plain words for them are in `shared/domain/metrics`. */
export const DIAL = flagged('attempt')
export const CONNECT = flagged('connected')
export const INTERESTED = flagged('interested')
export const WITH_PERSON = sql`(${flagged('person')} OR (${CONNECT} AND c.spoke IS 'person'))`
export const CONVERSED = sql`(${WITH_PERSON}
  AND CASE WHEN c.talk IS NULL THEN c.answers > 0 ELSE c.talk >= ${sql.raw(String(CONVERSATION))} END)`
export const UNKNOWN_TALK = sql`(${WITH_PERSON} AND c.talk IS NULL)`

/** What a row of a table stands for, of a lead `l` or a call `c`. A rep is found per person, see `units`. */
const dimension = (by: TableBy | 'all', of: 'l' | 'c'): SQL =>
  ({
    all: sql`''`,
    rep: sql`''`,
    list: sql.raw(`${of}.list_id`),
    source: sql`coalesce(l.source_key, '')`,
  })[by]

/** A condition on a lead `l` or a call `c`. */
export const ofScope = ({ listId, source }: Scope, of: 'l' | 'c'): SQL => sql`
  ${listId === null ? sql`1` : sql`${sql.raw(of)}.list_id = ${listId}`}
  AND ${source === null ? sql`1` : sql`coalesce(l.source_key, '') = ${source}`}`

/** Calls that stand. A lead is looked up only for its source: there are many calls, and looking up is what costs. */
export const callTable = ({ source }: Scope, by: TableBy | 'all' = 'all'): SQL =>
  source === null && by !== 'source' ? sql`live_calls c` : sql`live_calls c JOIN leads l ON l.id = c.lead_id`

export const keyOfCalls = (by: TableBy | 'all'): SQL => (by === 'rep' ? sql`c.rep_id` : dimension(by, 'c'))

export const ofRep = (column: SQL, repId: string | null): SQL =>
  repId === null ? sql`1` : sql`coalesce(${column}, '') = ${repId}`

export const inside = (column: SQL, { from, to }: Scope): SQL =>
  sql`(${column} >= ${from} AND ${column} < ${to})`

/**
 * Sorts by time and ends all ties; fixed widths, so that its parts can be cut out again:
 * 13 digits of ms, the fact's id, the lead's id, the rep's id.
 */
const keyOf = (at: SQL, fact: SQL): SQL =>
  sql`printf('%013d', ${at}) || ${fact}.id || ${fact}.lead_id || ${fact}.rep_id`
export const AT = sql`CAST(substr(key, 1, 13) AS INTEGER)`
export const FACT = sql`substr(key, 14, 36)`
export const LEAD = sql`substr(key, 50, 36)`

const rank = (step: Step): SQL => sql.raw(String(STEPS.indexOf(step)))
const STAGES_TAKEN = Object.entries(STEP_STAGE)
const stageRank = sql.join(
  STAGES_TAKEN.map(([step, stage]) => sql`WHEN '${sql.raw(stage)}' THEN ${rank(step as Step)}`),
  sql` `,
)

/** A stage change `s` that a file claimed and a team lead answered for: nothing here ever proved it. */
const OF_ELSEWHERE = sql`(s.override_by IS NOT NULL AND
  (EXISTS (SELECT 1 FROM calls f WHERE f.id = s.call_id AND f.import_id IS NOT NULL)
    OR EXISTS (SELECT 1 FROM verdicts f WHERE f.id = s.call_id)))`
/** Of a call `c`: the outcome that was pressed, by its code. */
export const PRESSED = sql`coalesce(c.own_outcome, c.outcome)`
/** Of a call `c`: made here, and not brought by a file. */
export const MADE_HERE = sql`(c.import_id IS NULL)`

/**
 * Every step that somebody took, undone calls left out: `rank` is its place in STEPS, a dial's that of `called` or
 * `interested`. `met`: a call with the person. `here`: it happened here, and is not of elsewhere.
 */
const events = (scope: Scope, by: TableBy | 'all'): SQL => sql`
  SELECT ${dimension(by, 'c')} AS dim, ${PERSON} AS person, c.dialled_at AS at, ${INTERESTED} AS rank,
    ${WITH_PERSON} AS met, ${MADE_HERE} AS here, ${keyOf(sql`c.dialled_at`, sql`c`)} AS key
  FROM ${callTable(scope, by)} WHERE ${DIAL} AND ${ofScope(scope, 'c')}
  UNION ALL ${steps(scope, by)}`

/** Those that are no call. */
export const steps = (scope: Scope, by: TableBy | 'all' = 'all'): SQL => sql`
  SELECT ${dimension(by, 'l')} AS dim, l.person_id AS person, s.at AS at, CASE s.to_stage ${stageRank} END AS rank,
    0 AS met, NOT ${OF_ELSEWHERE} AS here, ${keyOf(sql`s.at`, sql`s`)} AS key
  FROM live_stage_changes s JOIN leads l ON l.id = s.lead_id
  WHERE s.to_stage IN ${among(STAGES_TAKEN.map(([, stage]) => stage))} AND ${ofScope(scope, 'l')}
  UNION ALL
  SELECT ${dimension(by, 'l')}, l.person_id, v.at, ${rank('accepted')}, 0, EXISTS (SELECT 1 FROM live_stage_changes s
      WHERE s.lead_id = v.lead_id AND s.to_stage = 'sql' AND NOT ${OF_ELSEWHERE}), ${keyOf(sql`v.at`, sql`v`)}
  FROM verdicts v JOIN leads l ON l.id = v.lead_id
  WHERE v.verdict IN ${among(ACCEPTING)} AND v.id NOT IN (SELECT call_id FROM undos) AND ${ofScope(scope, 'l')}`

/** The person of a call is that of its lead; only leads that a merge moved have to be looked up for it. */
export const PERSON = sql`CASE WHEN c.lead_id IN (SELECT lead_id FROM pairing_leads)
  THEN (SELECT person_id FROM leads WHERE id = c.lead_id) ELSE c.person_id END`

const firstKey = (which: SQL): SQL => sql`min(CASE WHEN ${which} THEN key END)`

/**
 * One row a person (and list or source): whose they are, and what they did. They belong to the rep of the first call
 * with them, else of the first dial. `more` adds columns.
 */
export const units = (scope: Scope, by: TableBy | 'all', more: SQL): SQL => sql`
  SELECT dim, person, min(CASE WHEN rank <= 1 THEN at END) AS first_dial, max(rank) AS top,
    substr(coalesce(${firstKey(sql`met`)}, ${firstKey(sql`rank <= 1`)}), 86, 36) AS rep, ${more}
  FROM (${events(scope, by)}) GROUP BY dim, person`

/** Does an event count for a step? In a cohort whenever it came, and a later step implies the earlier ones. */
export const takes = (step: Step, basis: Basis, scope: Scope): SQL => {
  if (basis === 'cohort') return sql`rank >= ${rank(step)}`
  const taken = step === 'called' ? sql`rank <= 1` : sql`rank = ${rank(step)}`
  return sql`(${taken} AND ${inside(sql`at`, scope)})`
}

/** Whom the figures are about: in a cohort, those first dialled in the period. */
export const counted = (basis: Basis, scope: Scope): SQL =>
  sql`${basis === 'cohort' ? inside(sql`first_dial`, scope) : sql`1`} AND ${ofRep(sql`rep`, scope.repId)}`
