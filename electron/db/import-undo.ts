import type { UndoReason } from '#shared/domain/import/undo'
import type { ChangedTable, Changes, Value } from './import-changes.ts'
import type { Db } from './open.ts'
import { raw } from './raw.ts'

type Change = { n: number; entity: string; id: string; before: string }
/** Null = it is back as it was; else why it stays. */
export type Why = UndoReason | null

/** The last ones first, below a number. */
export const changesBelow = (db: Db, importId: string, below: number, limit: number): Change[] =>
  raw<Change>(
    db,
    'SELECT n, entity, id, before FROM import_changes WHERE import_id = ? AND n < ? ORDER BY n DESC LIMIT ?',
  ).all(importId, below, limit)

/** The numbers of the first and the last; both 0 where it changed nothing. */
export const changesFromTo = (db: Db, importId: string): { first: number; last: number } =>
  raw<{ first: number; last: number }>(
    db,
    `SELECT coalesce((SELECT min(n) FROM import_changes WHERE import_id = ?), 0) AS first,
      coalesce((SELECT max(n) FROM import_changes WHERE import_id = ?), 0) AS last`,
  ).get(importId, importId) ?? { first: 0, last: 0 }

/**
 * Some of them from one number on, once they are taken back; a number that stays, since somebody was called on it, may go
 * later, and so may the id of a lead that stays. Returns the last one looked at; null at the end.
 */
export function dropChanges(db: Db, importId: string, after: number, limit: number): number | null {
  const last = raw<{ n: number | null }>(
    db,
    `SELECT max(n) AS n FROM (SELECT n FROM import_changes WHERE import_id = ? AND n > ? ORDER BY n LIMIT ?)`,
  ).get(importId, after, limit)?.n
  if (last == null) return null
  raw(
    db,
    `DELETE FROM import_changes WHERE import_id = ? AND n > ? AND n <= ? AND NOT (entity = 'phones'
      AND EXISTS (SELECT 1 FROM phones WHERE phones.id = json_extract(before, '$.id')))
      AND NOT (entity = 'identities' AND json_extract(before, '$.kind') = 'external' AND EXISTS (SELECT 1 FROM leads
        WHERE person_id = import_changes.id AND external_id = json_extract(before, '$.key')))`,
  ).run(importId, after, last)
  return last
}

const TABLES: readonly string[] = ['companies', 'persons', 'leads'] satisfies ChangedTable[]

/** Takes one change back; with `dry` it only says whether it could. */
export function takeBack(db: Db, importId: string, { entity, id, before }: Change, dry: boolean): Why {
  const given = JSON.parse(before) as never
  if (OF_PERSON.includes(entity) && personNow(db, id) !== undefined) return 'merged'
  if (TABLES.includes(entity))
    return setBack(db, { importId, table: entity as ChangedTable, id, set: given, dry })
  return takeAway(db, entity, id, given, dry)
}

/** Of somebody who was found to be another, what a file said of them is the other's by now. */
const OF_PERSON: readonly string[] = ['persons', 'phones', 'emails', 'identities']
const personNow = (db: Db, id: string): string | undefined =>
  raw<{ id: string }>(
    db,
    `SELECT kept_id AS id FROM pairings WHERE other_id = ? AND kind = 'person' AND verdict = 'same'
      AND NOT EXISTS (SELECT 1 FROM undos WHERE call_id = pairings.id)`,
  ).get(id)?.id

type Setting = { importId: string; table: ChangedTable; id: string; set: Changes; dry: boolean }

function setBack(db: Db, { importId, table, id, set, dry }: Setting): Why {
  const row = raw<Record<string, Value>>(db, `SELECT * FROM ${table} WHERE id = ?`).get(id)
  if (!row || row['erased_at'] != null) return 'old_value_gone'
  const columns = Object.entries(set).map(
    ([column, pair]) => [column, dry ? lastOf(db, { importId, table, id, column, pair }) : pair] as const,
  )
  const back = columns.filter(([column, [, after]]) => row[column] === after)
  const stays = columns.filter(([column, [, after]]) => row[column] !== after)
  if (!dry && back.length > 0)
    // Column names are those of our own tables, never of a file.
    raw(db, `UPDATE ${table} SET ${back.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?`).run(
      ...back.map(([column, [was]]) => (column === 'company_id' && !hasCompany(db, was) ? null : was)),
      id,
    )
  const handedOn = stays.map(([column, pair]) => handOn(db, { importId, table, id, column, pair, dry }))
  if (stays.length === 0) return null
  return handedOn.every(Boolean) ? 'later_import' : 'edited'
}

/** Another undo may have taken it out, since nobody was there any more. */
const hasCompany = (db: Db, id: Value): boolean =>
  raw(db, 'SELECT 1 FROM companies WHERE id = ?').get(id) !== undefined

type Column = { importId: string; table: string; id: string; column: string; pair: Changes[string] }
/** `importId`: whose change it was; null = a merge's. */
type Handing = Omit<Column, 'importId'> & { importId: string | null; dry: boolean }

/** Rows of one file may change a value again and again: all of that goes back if what the last of them wrote stands. */
function lastOf(db: Db, { importId, table, id, column, pair: [was, is] }: Column): Changes[string] {
  const own = raw<{ before: string }>(
    db,
    'SELECT before FROM import_changes WHERE id = ? AND entity = ? AND import_id = ? ORDER BY n DESC',
  ).iterate(id, table, importId)
  for (const { before } of own) {
    const last = (JSON.parse(before) as Changes)[column]
    if (last) return [was, last[1]]
  }
  return [was, is]
}

/**
 * A later import wrote over it: what stood before this one is what it goes back to, in whatever order they are taken back.
 * False when none did.
 */
export function handOn(
  db: Db,
  { importId, table, id, column, pair: [before, after], dry }: Handing,
): boolean {
  const later = raw<{ importId: string; n: number; before: string }>(
    db,
    `SELECT import_id AS importId, n, before FROM import_changes WHERE id = ? AND entity = ? AND import_id IS NOT ?
      AND import_id NOT IN (SELECT id FROM imports WHERE forgotten_to IS NOT NULL) ORDER BY import_id, n`,
  ).all(id, table, importId)
  const found = later.find((each) => (JSON.parse(each.before) as Changes)[column]?.[0] === after)
  if (!found) return false
  const set = JSON.parse(found.before) as Changes
  const text = JSON.stringify({ ...set, [column]: [before, set[column]?.[1] ?? null] })
  if (!dry)
    raw(db, 'UPDATE import_changes SET before = ? WHERE import_id = ? AND n = ?').run(
      text,
      found.importId,
      found.n,
    )
  return true
}

type Given = { id: string; email: string; kind: string; key: string }

function takeAway(db: Db, entity: string, owner: string, given: Given, dry: boolean): Why {
  if (entity === 'phones') {
    const isUsed = raw(
      db,
      `SELECT 1 FROM calls WHERE phone_id = @id AND (import_id IS NULL OR id NOT IN (SELECT call_id FROM undos))
        UNION ALL SELECT 1 FROM drafts WHERE phone_id = @id
        UNION ALL SELECT 1 FROM suppressions WHERE phone_id = @id
        UNION ALL SELECT 1 FROM phones WHERE id = @id AND status <> 'ok' LIMIT 1`,
    ).get({ id: given.id })
    if (isUsed) return 'called'
    if (isTypedOver(db, owner, given.id)) return 'edited'
  }
  if (!dry) AWAY[entity]?.(db, owner, given)
  return null
}

/** Somebody corrected the number by hand. */
const isTypedOver = (db: Db, personId: string, phoneId: string): boolean =>
  raw(db, `SELECT 1 FROM texts WHERE person_id = ? AND field = 'phone' AND text = ?`).get(
    personId,
    phoneId,
  ) !== undefined

const AWAY: Readonly<Record<string, (db: Db, owner: string, given: Given) => void>> = {
  phones: (db, owner, { id }) => {
    const e164 = raw<{ e164: string }>(db, 'DELETE FROM phones WHERE id = ? RETURNING e164').get(id)?.e164
    if (e164 !== undefined) AWAY['identities']?.(db, owner, { id, email: '', kind: 'phone', key: e164 })
  },
  emails: (db, owner, { email }) =>
    void raw(db, 'DELETE FROM emails WHERE person_id = ? AND email = ?').run(owner, email),
  // They are found by a number for as long as they have it, and by an id for as long as a lead of theirs has it.
  identities: (db, owner, { kind, key }) =>
    void raw(
      db,
      `DELETE FROM identities WHERE kind = @kind AND key = @key AND person_id = @owner
        AND NOT (@kind = 'phone' AND EXISTS (SELECT 1 FROM phones WHERE person_id = @owner AND e164 = @key))
        AND NOT (@kind = 'external' AND EXISTS (SELECT 1 FROM leads WHERE person_id = @owner AND external_id = @key))`,
    ).run({ kind, key, owner }),
  signals: (db, _, { id }) => void raw(db, 'DELETE FROM signals WHERE id = ?').run(id),
}

const OF_LEADS = ['leads', 'signals']
/** Leads that a change of an import shows on and that are there: the lead itself, or its person's, whoever that is by now. */
export function leadsTouched(db: Db, { entity, id }: Pick<Change, 'entity' | 'id'>): string[] {
  const now = OF_PERSON.includes(entity) ? personNow(db, id) : undefined
  if (now !== undefined) return leadsTouched(db, { entity, id: now })
  const by = OF_LEADS.includes(entity) ? 'id' : entity === 'companies' ? 'company_id' : 'person_id'
  return raw<{ id: string }>(db, `SELECT id FROM leads WHERE ${by} = ? ORDER BY created_at DESC, id`)
    .all(id)
    .map((lead) => lead.id)
}

/** Whose words and numbers changed, one after the other by their id. */
export const peopleTouched = (db: Db, importId: string, after: string, limit: number): string[] =>
  raw<{ id: string }>(
    db,
    `SELECT DISTINCT id FROM import_changes WHERE import_id = ? AND entity IN ('persons', 'phones', 'emails') AND id > ?
      ORDER BY id LIMIT ?`,
  )
    .all(importId, after, limit)
    .map(({ id }) => id)

export const whoIs = (db: Db, leadId: string) =>
  raw<{ name: string; company: string | null; importId: string | null }>(
    db,
    `SELECT p.name, c.name AS company, l.import_id AS importId FROM leads AS l JOIN persons AS p ON p.id = l.person_id
      LEFT JOIN companies AS c ON c.id = l.company_id WHERE l.id = ?`,
  ).get(leadId)
