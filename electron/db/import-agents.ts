import type { Db } from './open.ts'
import { raw } from './raw.ts'

/** Somebody whom a call history named and nobody knew, and the change of the import that says so. */
type Agent = { importId: string; n: number; id: string; name: string }
/** A column that says who somebody was, and what of its rows stands. */
type Place = { table: string; column: string; stands: string }
type Piece = { after: number; limit: number }

/** Of an import that is being taken back, and of those that were before. */
export const agentsLeft = (db: Db, importId: string): Agent[] =>
  raw<Agent>(
    db,
    `SELECT imports.id AS importId, n, reps.id, name FROM imports CROSS JOIN import_changes AS change ON import_id = imports.id
      JOIN reps ON reps.id = change.id AND NOT reps.active
      WHERE plan ->> '$.history' IS NOT NULL AND entity = 'reps'
        AND (imports.id = ? OR state IN ('undone', 'cancelled', 'failed'))`,
  ).all(importId)

const NAMES = ['rep_id', 'to_rep_id', 'owner_id']
type Column = { table: string; column: string; own: string }

/** As the schema has them, so that a new table is not forgotten. Those without rows of their own say nothing by themselves. */
export const placesOfReps = (db: Db): Place[] =>
  raw<Column>(
    db,
    `SELECT t.name AS "table", c.name AS "column", (SELECT group_concat(name) FROM pragma_table_info(t.name)) AS own
      FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c
      WHERE t.schema = 'main' AND t.type = 'table' AND NOT t.wr AND c.name IN (${NAMES.map((name) => `'${name}'`).join()})`,
  )
    .all()
    .map(({ table, column, own }) => {
      const has = (name: string) => own.split(',').includes(name)
      // Who took something back did so; what was taken back is nobody's.
      const undone = table === 'undos' ? [] : ['id', 'call_id'].filter(has)
      const stands = [
        ...undone.map((name) => `(${name} IS NULL OR ${name} NOT IN (SELECT call_id FROM undos))`),
        ...(has('lead_id') ? ['(lead_id IS NULL OR lead_id IN (SELECT id FROM leads))'] : []),
      ]
      return { table, column, stands: ['true', ...stands].join(' AND ') }
    })

/** Who of some stands in the next rows of a place, and the last of those rows; null at the end. */
export function agentsIn(db: Db, { table, column, stands }: Place, ids: readonly string[], piece: Piece) {
  const last = raw<{ last: number | null }>(
    db,
    `SELECT max(rowid) AS last FROM (SELECT rowid FROM ${table} WHERE rowid > @after ORDER BY rowid LIMIT @limit)`,
  ).get(piece)?.last
  const found = raw<{ id: string }>(
    db,
    `SELECT DISTINCT ${column} AS id FROM ${table} WHERE rowid > @after AND rowid <= @last
      AND ${column} IN (SELECT value FROM json_each(@ids)) AND ${stands}`,
  ).all({ after: piece.after, last: last ?? 0, ids: JSON.stringify(ids) })
  return { last: last ?? null, found: found.map(({ id }) => id) }
}

export function dropAgent(db: Db, { importId, n, id }: Agent): void {
  raw(db, 'DELETE FROM reps WHERE id = ? AND NOT active').run(id)
  raw(db, 'DELETE FROM import_changes WHERE import_id = ? AND n = ?').run(importId, n)
}
