import { sql, type SQL } from 'drizzle-orm'

import type { AgeingStage } from '#shared/domain/ageing'
import { ACCEPTING } from '#shared/domain/metrics'
import { DAY } from '#shared/lib/time'
import type { Db } from './open.ts'

/** Since when a lead of `leads` has been where it is; in nurture, since when it should have woken. Epoch ms. */
const SINCE = sql`CASE leads.stage WHEN 'nurture' THEN leads.wakes_at ELSE coalesce(
  (SELECT max(at) FROM live_stage_changes WHERE lead_id = leads.id),
  CASE leads.stage WHEN 'inquiry' THEN leads.arrived_at ELSE leads.created_at END) END`

/** An SQL waits for a verdict, and no longer once there is one. */
const HAS_VERDICT = sql`leads.stage = 'sql' AND EXISTS (SELECT 1 FROM verdicts
  WHERE verdicts.lead_id = leads.id AND verdicts.verdict IN ${[...ACCEPTING]}
  AND verdicts.id NOT IN (SELECT call_id FROM undos))`

/** Whose person was erased waits for nobody. */
const IS_SOMEBODY = sql`leads.person_id NOT IN (SELECT person_id FROM erasures WHERE kind = 'erased')`

/** Leads of `leads` that have been in their stage for that many days or more. */
export const aged = (days: number, now: number): SQL =>
  sql`(${SINCE} <= ${now - days * DAY} AND NOT (${HAS_VERDICT}) AND ${IS_SOMEBODY})`

/** How many there are, and how long the first of them has waited, in whole days. */
export const countAged = (db: Db, stage: AgeingStage, days: number, now: number) =>
  db.get<{ leads: number; since: number | null }>(sql`
    SELECT count(*) AS leads, min(${SINCE}) AS since FROM leads
    WHERE leads.stage = ${stage} AND ${aged(days, now)}`)

/** Each move on along the pipeline, and each SQL that was accepted: how many days it had taken. */
export const wentOn = (db: Db) =>
  db.all<{ stage: AgeingStage; days: number }>(sql`
    WITH places(stage, place) AS (VALUES ('inquiry', 1), ('lead', 2), ('mql', 3), ('sql', 4), ('opportunity', 5),
      ('customer', 6)),
    moves AS (
      SELECT s.lead_id, s.from_stage, s.to_stage, s.at,
        lag(s.at) OVER (PARTITION BY s.lead_id ORDER BY s.clock) AS came FROM live_stage_changes s)
    SELECT moves.from_stage AS stage,
      (moves.at - coalesce(moves.came, CASE moves.from_stage WHEN 'inquiry' THEN leads.arrived_at
        ELSE leads.created_at END)) / ${sql.raw(`${DAY}.0`)} AS days
    FROM moves JOIN leads ON leads.id = moves.lead_id
      JOIN places AS was ON was.stage = moves.from_stage JOIN places AS became ON became.stage = moves.to_stage
    WHERE became.place > was.place
    UNION ALL
    SELECT 'sql', (verdicts.at - max(s.at)) / ${sql.raw(`${DAY}.0`)}
    FROM verdicts JOIN live_stage_changes s ON s.lead_id = verdicts.lead_id AND s.to_stage = 'sql'
      AND s.at <= verdicts.at
    WHERE verdicts.verdict IN ${[...ACCEPTING]} AND verdicts.id NOT IN (SELECT call_id FROM undos) GROUP BY verdicts.id`)
