import type { Stage } from '#shared/domain/stage'
import { inserter } from './insert.ts'
import type { Db } from './open.ts'
import { raw } from './raw.ts'
import { verdicts } from './schema/facts.ts'

/** One that came with a call of a file refers to it. */
export const insertVerdict = inserter(verdicts)

/** Who has one of these keys, the strongest first; only the first key that anybody has counts. */
export function personsWith(
  db: Db,
  keys: readonly { kind: string; key: string }[],
): { id: string; name: string }[] {
  for (const { kind, key } of keys) {
    const found = raw<{ id: string; name: string }>(
      db,
      `SELECT p.id, p.name FROM identities AS i JOIN persons AS p ON p.id = i.person_id
        WHERE i.kind = ? AND i.key = ? AND p.erased_at IS NULL`,
    ).all(kind, key)
    if (found.length > 0) return found
  }
  return []
}

export type CalledLead = {
  id: string
  listId: string
  companyId: string | null
  stage: Stage
  /** It was handed over once: a verdict is about that. */
  wasSql: boolean
}

const LEAD = `SELECT id, list_id AS listId, company_id AS companyId, stage,
  EXISTS (SELECT 1 FROM live_stage_changes WHERE lead_id = leads.id AND to_stage = 'sql') AS wasSql FROM leads`
type LeadOf = Omit<CalledLead, 'wasSql'> & { wasSql: 0 | 1 }
const called = (found: LeadOf | undefined): CalledLead | undefined =>
  found && { ...found, wasSql: found.wasSql === 1 }

/** The lead a call went to: that of the list, else the newest; null when the person has none there. */
export const leadCalled = (db: Db, personId: string, listId: string | null): CalledLead | undefined =>
  called(
    raw<LeadOf>(
      db,
      `${LEAD} WHERE person_id = ? AND (? IS NULL OR list_id = ?) ORDER BY created_at DESC, id DESC LIMIT 1`,
    ).get(personId, listId, listId),
  )

/** The lead that an export named by our own id, and whose it is by now; undefined when there is none of that id. */
export function leadNamed(db: Db, id: string): { personId: string; lead: CalledLead } | undefined {
  const key = id.trim().toLowerCase()
  const person = raw<{ id: string }>(
    db,
    'SELECT p.id FROM leads AS l JOIN persons AS p ON p.id = l.person_id WHERE l.id = ? AND p.erased_at IS NULL',
  ).get(key)
  const lead = person && called(raw<LeadOf>(db, `${LEAD} WHERE id = ?`).get(key))
  return lead && { personId: person.id, lead }
}

export const phoneIdOf = (db: Db, personId: string, e164: string | null): string | null =>
  e164 === null
    ? null
    : (raw<{ id: string }>(db, 'SELECT id FROM phones WHERE person_id = ? AND e164 = ?').get(personId, e164)
        ?.id ?? null)

/** The same call from an earlier file, or made here; also with whoever was found to be the same. */
export const isCallHere = (db: Db, personId: string, dialledAt: number, outcome: string): boolean =>
  raw(
    db,
    `SELECT 1 FROM live_calls WHERE lead_id IN (SELECT id FROM leads WHERE person_id = ?)
      AND dialled_at = ? AND outcome = ? LIMIT 1`,
  ).get(personId, dialledAt, outcome) !== undefined

/** The same verdict on that day; where the file gives none, the last that was given. */
export const isVerdictHere = (db: Db, leadId: string, verdict: string, at: number | null): boolean => {
  const last = raw<{ verdict: string }>(
    db,
    `SELECT verdict FROM verdicts WHERE lead_id = ? AND (? IS NULL OR at = ?)
      AND id NOT IN (SELECT call_id FROM undos) ORDER BY at DESC, clock DESC LIMIT 1`,
  ).get(leadId, at, at)
  return last?.verdict === verdict
}

/** Verdicts of a file that came without a call, and stand. */
export const verdictsOfImport = (db: Db, importId: string) =>
  raw<{ id: string; leadId: string; personId: string }>(
    db,
    `SELECT v.id, lead_id AS leadId, person_id AS personId FROM verdicts AS v JOIN leads ON leads.id = lead_id
      WHERE v.refers_to = ? AND v.id NOT IN (SELECT call_id FROM undos)`,
  ).all(importId)

/** Calls of a file that stand. */
export const callsOfImport = (db: Db, importId: string) =>
  raw<{ id: string; leadId: string; personId: string }>(
    db,
    'SELECT id, lead_id AS leadId, person_id AS personId FROM live_calls WHERE import_id = ?',
  ).all(importId)

/**
 * People who are here and of whom a file said something, by their leads, whether it stands or was taken back, and those with
 * whom a merge shared a wish that it brought.
 */
export const peopleOfHistory = (db: Db, importId: string): string[] =>
  raw<{ id: string }>(
    db,
    `SELECT person_id AS id FROM leads WHERE id IN (SELECT lead_id FROM calls WHERE import_id = @importId)
      UNION SELECT person_id FROM verdicts AS v JOIN leads ON leads.id = lead_id WHERE v.refers_to = @importId
      UNION SELECT s.person_id FROM calls AS c JOIN suppressions AS s ON s.call_id = c.id
        WHERE c.import_id = @importId AND s.person_id IS NOT NULL`,
  )
    .all({ importId })
    .map(({ id }) => id)

/** The verdicts that came with a call. */
export const verdictsOf = (db: Db, callId: string, leadId: string): string[] =>
  raw<{ id: string }>(db, 'SELECT id FROM verdicts WHERE lead_id = ? AND refers_to = ?')
    .all(leadId, callId)
    .map(({ id }) => id)
