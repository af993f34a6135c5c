import type { Db } from './open.ts'
import { raw } from './raw.ts'

/** Kept beside the change that closed a lead: the lead of the same person that was made instead. */
export const ALTERNATIVE = 'alternative'

type Closing = { id: string; reason: string | null; at: number; ruleVersion: number }
/** The change by which a lead stands disqualified; null when it does not. */
export const closingOf = (db: Db, leadId: string): Closing | null =>
  raw<Closing>(
    db,
    `SELECT id, reason, at, rule_version AS ruleVersion FROM live_stage_changes AS s WHERE lead_id = ?
      AND to_stage = 'disqualified' AND EXISTS (SELECT 1 FROM leads WHERE leads.id = s.lead_id
        AND leads.stage = 'disqualified' AND leads.reason = s.reason)
      ORDER BY clock DESC LIMIT 1`,
  ).get(leadId) ?? null

export const listNames = (db: Db): { id: string; name: string }[] =>
  raw<{ id: string; name: string }>(db, 'SELECT id, name FROM lists ORDER BY created_at, id').all()

type Alternative = { leadId: string; listName: string }
export const madeOf = (db: Db, changeId: string): Alternative | null =>
  raw<Alternative>(
    db,
    `SELECT leads.id AS leadId, lists.name AS listName
      FROM texts JOIN leads ON leads.id = texts.text JOIN lists ON lists.id = leads.list_id
      WHERE fact_id = ? AND field = '${ALTERNATIVE}'`,
  ).get(changeId) ?? null

/** By a call with whose outcome it was given. */
export const madeInCall = (db: Db, call: { id: string; leadId: string }): Alternative | null =>
  raw<Alternative>(
    db,
    `SELECT leads.id AS leadId, lists.name AS listName FROM stage_changes AS s JOIN texts ON texts.fact_id = s.id
      AND field = '${ALTERNATIVE}' JOIN leads ON leads.id = texts.text JOIN lists ON lists.id = leads.list_id
      WHERE s.lead_id = @leadId AND s.call_id = @id`,
  ).get({ id: call.id, leadId: call.leadId }) ?? null

/** Of which list's lead this one is the alternative, and when it was made. */
export const insteadOf = (db: Db, lead: { id: string; personId: string }) =>
  raw<{ id: string; at: number; text: string }>(
    db,
    `SELECT s.id, leads.created_at AS at, lists.name AS text FROM texts JOIN stage_changes AS s ON s.id = texts.fact_id
      JOIN leads AS old ON old.id = s.lead_id JOIN lists ON lists.id = old.list_id JOIN leads ON leads.id = texts.text
      WHERE texts.person_id = @personId AND field = '${ALTERNATIVE}' AND texts.text = @id`,
  ).get(lead) ?? null

export const forget = (db: Db, changeId: string): void =>
  void raw(db, `DELETE FROM texts WHERE fact_id = ? AND field = '${ALTERNATIVE}'`).run(changeId)
