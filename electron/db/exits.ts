import type { ClosedOnList, Looked } from '#shared/domain/exits'
import { REASON_IDS } from '#shared/domain/reason'
import { inserter } from './insert.ts'
import type { Db } from './open.ts'
import { raw } from './raw.ts'
import { secondLooks } from './schema/look.ts'

export const insertLook = inserter(secondLooks)

/** A reason of the table, the team's own of its kind too; neither words nor what the rules closed. */
const isOurs = (reason: string) =>
  `substr(${reason}, 1, iif(instr(${reason}, '/') > 0, instr(${reason}, '/') - 1, 60)) IN
    (${REASON_IDS.map((id) => `'${id}'`).join(', ')})`
/** What came back while its reason held: its change refers to the old one. */
const AGAIN = `EXISTS (SELECT 1 FROM live_stage_changes AS s WHERE s.lead_id = leads.id AND s.to_stage = 'disqualified'
  AND s.refers_to IS NOT NULL)`

export const closedByList = (db: Db, now: number, soon: number): ClosedOnList[] =>
  raw<ClosedOnList>(
    db,
    `SELECT list_id AS listId, reason, sum(NOT again) AS closed, sum(CASE WHEN again THEN 0 ELSE dials END) AS dials,
      sum(again) AS returned, sum(wakes_at >= @now AND wakes_at < @soon) AS waking
    FROM (SELECT list_id, reason, dials, coalesce(wakes_at, 0) AS wakes_at, ${AGAIN} AS again FROM leads
      WHERE stage IN ('nurture', 'disqualified') AND ${isOurs('reason')})
    GROUP BY list_id, reason`,
  ).all({ now, soon })

/** The newest word on each change. */
const LAST = `SELECT refers_to AS changeId, agrees, max(clock) FROM second_looks GROUP BY refers_to`

export const lookedByReason = (db: Db): Looked[] =>
  raw<Looked>(
    db,
    `SELECT s.reason, count(*) AS looked, sum(agrees) AS agreed FROM (${LAST}) AS look
      JOIN live_stage_changes AS s ON s.id = look.changeId WHERE ${isOurs('s.reason')} GROUP BY s.reason`,
  ).all()

type Closing = {
  changeId: string
  leadId: string
  name: string
  company: string | null
  reason: string
  words: string | null
  by: string | null
  at: number
  agrees: 0 | 1 | null
  lookedAt: number | null
}
const textOf = (fact: string, field: string) =>
  `(SELECT text FROM texts WHERE fact_id = ${fact} AND field = '${field}')`

/** Leads that a person disqualified since an instant and that still are; a wish is nobody's to doubt. */
export const closedSince = (db: Db, since: number): Closing[] =>
  raw<Closing>(
    db,
    `SELECT s.id AS changeId, s.lead_id AS leadId, persons.name, companies.name AS company, s.reason,
      coalesce(${textOf('s.id', 'reason')}, ${textOf('s.call_id', 'note')}) AS words,
      (SELECT name FROM reps WHERE reps.id = s.rep_id) AS "by", s.at, look.agrees, look.at AS lookedAt
    FROM live_stage_changes AS s JOIN leads ON leads.id = s.lead_id JOIN persons ON persons.id = leads.person_id
      LEFT JOIN companies ON companies.id = leads.company_id
      LEFT JOIN (SELECT refers_to, agrees, at, max(clock) FROM second_looks GROUP BY refers_to) AS look ON look.refers_to = s.id
    WHERE s.to_stage = 'disqualified' AND s.at >= ? AND s.refers_to IS NULL AND ${isOurs('s.reason')}
      AND s.reason <> 'do_not_call' AND leads.stage = 'disqualified' AND leads.reason = s.reason
      AND persons.erased_at IS NULL`,
  ).all(since)

export const leadOfChange = (db: Db, changeId: string): string | null =>
  raw<{ leadId: string }>(
    db,
    `SELECT lead_id AS leadId FROM live_stage_changes WHERE id = ? AND to_stage = 'disqualified'`,
  ).get(changeId)?.leadId ?? null
