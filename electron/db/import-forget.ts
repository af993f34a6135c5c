import type { Db } from './open.ts'
import { raw } from './raw.ts'

export type OldImport = { id: string; at: number; listId: string | null; forgottenTo: number | null }

/** Imports that still hold old values, whatever their age; each is asked for by one look into an index. */
export const holdingOld = (db: Db): OldImport[] =>
  raw<OldImport>(
    db,
    `SELECT id, at, list_id AS listId, forgotten_to AS forgottenTo FROM imports AS fact
      WHERE state IN ('done', 'undone') AND progress IS NULL AND (forgotten_to IS NULL OR forgotten_to < 0 OR EXISTS
        (SELECT 1 FROM import_changes WHERE import_id = fact.id AND n > forgotten_to)) ORDER BY at, id`,
  ).all()

export const markForgotten = (db: Db, importId: string, to: number): void =>
  void raw(db, 'UPDATE imports SET forgotten_to = ? WHERE id = ?').run(to, importId)

/** What some rows from a line on would have changed. Returns the last line looked at; null at the end. */
export function forgetRows(db: Db, importId: string, after: number, limit: number): number | null {
  const last = raw<{ line: number | null }>(
    db,
    `SELECT max(line) AS line FROM (SELECT line FROM import_rows WHERE import_id = ? AND line > ? ORDER BY line LIMIT ?)`,
  ).get(importId, after, limit)?.line
  if (last == null) return null
  raw(
    db,
    `UPDATE import_rows SET found = NULL WHERE import_id = ? AND line > ? AND line <= ? AND found IS NOT NULL`,
  ).run(importId, after, last)
  return last
}

type Change = { n: number; entity: string; before: string }

/** Old values of some changes from a number on become what `left` leaves of them. Returns the last number; null at the end. */
export function forgetChanges(
  db: Db,
  importId: string,
  { after, limit }: { after: number; limit: number },
  left: (entity: string, before: unknown) => unknown,
): number | null {
  const changes = raw<Change>(
    db,
    'SELECT n, entity, before FROM import_changes WHERE import_id = ? AND n > ? ORDER BY n LIMIT ?',
  ).all(importId, after, limit)
  const save = raw(db, 'UPDATE import_changes SET before = ? WHERE import_id = ? AND n = ?')
  for (const { n, entity, before } of changes) {
    const text = JSON.stringify(left(entity, JSON.parse(before)))
    if (text !== before) save.run(text, importId, n)
  }
  return changes.at(-1)?.n ?? null
}
