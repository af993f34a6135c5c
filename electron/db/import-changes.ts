import type { Db } from './open.ts'
import { raw } from './raw.ts'

export type Value = string | number | null
/** Of each column that changes `[before, after]`. */
export type Changes = Record<string, readonly [before: Value, after: Value]>
export type ChangedTable = 'companies' | 'persons' | 'leads'
type Kept = { importId: string; n: number; entity: string; id: string; before: unknown }

/** What is to stand in a row; `asOf`: what is known of it is as new as this. */
type Setting = { id: string; set: Changes; asOf?: number }

/** Two settings of one row, one after the other, as one: what comes back to where it was is none. */
export function asOne(first: Setting, then: Setting): Setting {
  const set: Changes = { ...first.set }
  for (const [column, [before, after]] of Object.entries(then.set)) {
    const was = first.set[column]
    set[column] = [was ? was[0] : before, after]
    if (was && was[0] === after) delete set[column]
  }
  return { ...then, set, ...(first.asOf ? { asOf: Math.max(first.asOf, then.asOf ?? 0) } : {}) }
}

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
