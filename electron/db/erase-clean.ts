import type { Db } from './open.ts'
import { clientOf, raw } from './raw.ts'

/** Pages of the index that one step merges. */
const STEP = 200
const INDEXES = ['search', 'search_kept'] as const

/**
 * What was deleted from the search's indexes stays in their pages until they are merged. Begins that, or goes on with it; false
 * when nothing is left to do.
 */
export function mergeIndex(db: Db, isFirst: boolean): boolean {
  const changes = () => raw<{ n: number }>(db, 'SELECT total_changes() AS n').get()?.n ?? 0
  const before = changes()
  for (const index of INDEXES)
    raw(db, `INSERT INTO ${index} (${index}, rank) VALUES ('merge', ?)`).run(isFirst ? -STEP : STEP)
  // Asking alone counts as one.
  return changes() - before > INDEXES.length
}

/** From now on what is deleted is written over where it stood. */
export const overwriting = (db: Db, isOn: boolean): void =>
  void clientOf(db).pragma(`secure_delete = ${isOn ? 'ON' : 'OFF'}`)

/** Bytes. */
export const sizeOf = (db: Db): number => {
  const of = (name: string) => Number(clientOf(db).pragma(name, { simple: true }))
  return of('page_count') * of('page_size')
}

/** Writes the whole store anew, without what was once in it, and empties the log. False while a reader is in the way. */
export function rewrite(db: Db): boolean {
  const client = clientOf(db)
  client.exec('VACUUM')
  const [log] = client.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  return log?.busy !== 1
}
