import type { Db } from './open.ts'
import { raw } from './raw.ts'

export type Value = string | number | null
/** Of each column that changes `[before, after]`. */
export type Changes = Record<string, readonly [before: Value, after: Value]>
export type ChangedTable = 'companies' | 'persons' | 'leads'
type Kept = { importId: string; n: number; entity: string; id: string; before: unknown }

/** Sets what still stands as it stood; whatever somebody else wrote meanwhile stays. Returns what was set. */
export function changeRow(db: Db, table: ChangedTable, id: string, set: Changes): Changes {
  const row = raw<Record<string, Value>>(db, `SELECT * FROM ${table} WHERE id = ?`).get(id)
  if (!row) return {}
  const done = Object.entries(set).filter(([column, [before]]) => row[column] === before)
  if (done.length === 0) return {}
  // Column names are those of our own tables, never of a file.
  raw(db, `UPDATE ${table} SET ${done.map(([column]) => `${column} = ?`).join(', ')} WHERE id = ?`).run(
    ...done.map(([, [, after]]) => after),
    id,
  )
  return Object.fromEntries(done)
}

export const keepChange = (db: Db, { importId, n, entity, id, before }: Kept) =>
  raw(db, 'INSERT INTO import_changes (import_id, n, entity, id, before) VALUES (?, ?, ?, ?, ?)').run(
    importId,
    n,
    entity,
    id,
    JSON.stringify(before),
  )
