import type { Db } from './open.ts'
import { clientOf, raw } from './raw.ts'
import { putKept } from './search-kept.ts'

/** What says that somebody worked on a lead since it was made, in the order in which it is told. What a file brought counts until it is taken back. */
const WORK = {
  called: `SELECT 1 FROM calls WHERE lead_id = l.id
    AND (import_id IS NULL OR id NOT IN (SELECT call_id FROM undos))`,
  noted: `SELECT 1 FROM drafts WHERE lead_id = l.id AND (note <> '' OR dialled_at IS NOT NULL)
    UNION ALL SELECT 1 FROM answers WHERE lead_id = l.id
    UNION ALL SELECT 1 FROM erasures AS e WHERE e.person_id = l.person_id AND e.kind = 'asked'
      AND NOT EXISTS (SELECT 1 FROM erasures WHERE refers_to = e.id OR (person_id = e.person_id AND kind = 'erased'))`,
  moved: `SELECT 1 FROM live_stage_changes WHERE lead_id = l.id AND (call_id IS NOT NULL OR at >= @until)
    UNION ALL SELECT 1 FROM promises WHERE lead_id = l.id UNION ALL SELECT 1 FROM opportunities WHERE lead_id = l.id
    UNION ALL SELECT 1 FROM verdicts WHERE lead_id = l.id AND id NOT IN (SELECT call_id FROM undos)`,
  edited: `SELECT 1 FROM edits WHERE lead_id = l.id OR person_id = l.person_id
    UNION ALL SELECT 1 FROM score_overrides WHERE lead_id = l.id
    UNION ALL SELECT 1 FROM bases WHERE person_id = l.person_id AND refers_to IS NULL`,
  assigned: 'SELECT 1 FROM assignments WHERE lead_id = l.id AND at >= @until',
  merged: `SELECT 1 FROM pairings WHERE (kept_id = l.person_id OR other_id = l.person_id) AND kind = 'person'
    AND verdict = 'same' AND id NOT IN (SELECT call_id FROM undos)`,
  exported: 'SELECT 1 FROM exported_leads WHERE lead_id = l.id',
  suppressed: `SELECT 1 FROM suppressions WHERE person_id = l.person_id AND (source <> 'import'
    OR (NOT lifted AND at >= @until AND call_id IS NOT @importId
      AND (call_id IS NULL OR call_id NOT IN (SELECT call_id FROM undos))))`,
} as const

const BEFORE = `
  CREATE TEMP TABLE IF NOT EXISTS going (lead_id TEXT PRIMARY KEY, person_id TEXT, company_id TEXT) WITHOUT ROWID;
  CREATE TEMP TABLE IF NOT EXISTS going_people (id TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TEMP TABLE IF NOT EXISTS made_by (first TEXT, last TEXT);
  CREATE TEMP TABLE IF NOT EXISTS left_companies (id TEXT PRIMARY KEY) WITHOUT ROWID`

export type Range = { first: string; last: string }
/**
 * `until`: when the import was done itself; facts before are its own. `people`, `companies`: ids of those that it made, or
 * an import that was undone before and that stayed for this one's sake.
 */
export type Removing = {
  importId: string
  until: number
  /** They lie side by side in the index of leads. */
  leads: Range
  people: readonly Range[]
  companies: readonly Range[]
}

export function prepareRemoval(db: Db, { people }: Removing): void {
  clientOf(db).exec(BEFORE)
  clientOf(db).exec('DELETE FROM going; DELETE FROM made_by; DELETE FROM left_companies')
  for (const { first, last } of people) raw(db, 'INSERT INTO made_by VALUES (?, ?)').run(first, last)
}

/**
 * The next companies that an import made are looked at once its people are gone: also those that nobody of the file was
 * written to yet, or whom only a change led to. Returns the last one; null at the end.
 */
export function leaveCompanies(db: Db, of: Range, after: string, limit: number): string | null {
  const last = raw<{ id: string | null }>(
    db,
    `SELECT max(id) AS id FROM (SELECT id FROM companies WHERE id > ? AND id >= ? AND id <= ? ORDER BY id LIMIT ?)`,
  ).get(after, of.first, of.last, limit)?.id
  if (last == null) return null
  raw(
    db,
    'INSERT OR IGNORE INTO left_companies SELECT id FROM companies WHERE id > ? AND id >= ? AND id <= ?',
  ).run(after, of.first, last)
  return last
}

const isWorkedOn = Object.values(WORK)
  .map((text) => `EXISTS (${text})`)
  .join(' OR ')

/** The next leads of an import after one, by id; those nobody worked on are about to go. Returns the last id looked at. */
export function chooseGoing(db: Db, of: Removing, after: string, limit: number): string | null {
  raw(db, 'DELETE FROM going').run()
  const last = raw<{ id: string | null }>(
    db,
    `SELECT max(id) AS id FROM (SELECT id FROM leads WHERE +import_id = ? AND id > ? AND id <= ? ORDER BY id LIMIT ?)`,
  ).get(of.importId, after, of.leads.last, limit)?.id
  if (last == null) return null
  raw(
    db,
    `INSERT INTO going SELECT id, person_id, company_id FROM leads AS l
      WHERE +import_id = @importId AND id > @after AND id <= @last AND NOT (${isWorkedOn})`,
  ).run({ importId: of.importId, until: of.until, after, last })
  return last
}

const REASON = `CASE ${Object.entries(WORK)
  .map(([why, text]) => `WHEN EXISTS (${text}) THEN '${why}'`)
  .join(' ')} END`

/** The next leads of an import after one, by id, each with what somebody did with it; null = nobody worked on it. */
export const workOn = (db: Db, { importId, until, leads }: Removing, after: string, limit: number) =>
  raw<{ id: string; why: keyof typeof WORK | null }>(
    db,
    `SELECT id, ${REASON} AS why FROM leads AS l WHERE +import_id = @importId AND id > @after AND id <= @last
      ORDER BY id LIMIT @limit`,
  ).all({ importId, until, after, last: leads.last, limit })

const LEADS = 'SELECT lead_id FROM going'
const PEOPLE = 'SELECT id FROM going_people'
const TAKE_OUT = [
  'INSERT OR IGNORE INTO left_companies SELECT company_id FROM going WHERE company_id IS NOT NULL',
  `DELETE FROM queue WHERE lead_id IN (${LEADS})`,
  `DELETE FROM signals WHERE lead_id IN (${LEADS})`,
  `DELETE FROM drafts WHERE lead_id IN (${LEADS})`,
  `DELETE FROM leads WHERE id IN (${LEADS})`,
  // Of those who go, whom the import made and who have no other lead.
  'DELETE FROM going_people',
  `INSERT OR IGNORE INTO going_people SELECT person_id FROM going AS g
    WHERE EXISTS (SELECT 1 FROM made_by WHERE g.person_id >= first AND g.person_id <= last)
      AND NOT EXISTS (SELECT 1 FROM leads WHERE person_id = g.person_id)`,
  `DELETE FROM phones WHERE person_id IN (${PEOPLE})`,
  `DELETE FROM emails WHERE person_id IN (${PEOPLE})`,
  `DELETE FROM persons WHERE id IN (${PEOPLE})`,
  // Who stays is no longer found by what this file alone said of them.
  ...putKept('p.id IN (SELECT person_id FROM going EXCEPT SELECT id FROM going_people)'),
]

/** Takes out whom `chooseGoing` chose. Their keys go by `dropKeys`, their words by `unindexGone`: those lie elsewhere. */
export function takeOut(db: Db): void {
  for (const text of TAKE_OUT) raw(db, text).run()
}

type Key = { kind: string; key: string; id: string }

/** Keys of people who are gone, from one key on in their own order. Returns the last one looked at; null at the end. */
export function dropKeys(db: Db, after: Key, limit: number): Key | null {
  const last = raw<Key>(
    db,
    `SELECT kind, key, person_id AS id FROM identities WHERE (kind, key, person_id) > (@kind, @key, @id)
      ORDER BY kind, key, person_id LIMIT 1 OFFSET @limit`,
  ).get({ ...after, limit: limit - 1 })
  const end = last ?? { kind: '\u{10ffff}', key: '', id: '' }
  raw(
    db,
    `DELETE FROM identities WHERE (kind, key, person_id) > (@kind, @key, @id)
      AND (kind, key, person_id) <= (@endKind, @endKey, @endId) AND EXISTS (SELECT 1 FROM made_by WHERE person_id >= first AND person_id <= last)
      AND NOT EXISTS (SELECT 1 FROM persons WHERE id = person_id)`,
  ).run({ ...after, endKind: end.kind, endKey: end.key, endId: end.id })
  return last ?? null
}

/** Companies where nobody is left. */
export const dropCompanies = (db: Db, from: string, limit: number): string | null => {
  const ids = raw<{ id: string }>(db, 'SELECT id FROM left_companies WHERE id > ? ORDER BY id LIMIT ?').all(
    from,
    limit,
  )
  const last = ids.at(-1)?.id
  if (last === undefined) return null
  raw(
    db,
    `DELETE FROM companies WHERE id IN (SELECT id FROM left_companies WHERE id > ? AND id <= ?)
      AND NOT EXISTS (SELECT 1 FROM persons WHERE company_id = companies.id)
      AND NOT EXISTS (SELECT 1 FROM leads WHERE company_id = companies.id)`,
  ).run(from, last)
  return last
}

/** Leads of an import that are still there. */
export const leadsLeft = (
  db: Db,
  importId: string,
): { id: string; personId: string; externalId: string | null }[] =>
  raw<{ id: string; personId: string; externalId: string | null }>(
    db,
    'SELECT id, person_id AS personId, external_id AS externalId FROM leads WHERE import_id = ?',
  ).all(importId)
