import type { Db } from './open.ts'
import { clientOf } from './raw.ts'

/**
 * A transaction that need not be on the disk before the next begins: a power cut takes the newest of them, whole, and the
 * store stays sound. For slices of what goes on after any of them. Whatever is confirmed after it is synced, and all
 * before it in the log with it.
 */
export function unsynced<T>(db: Db, deed: (tx: Db) => T): T {
  const client = clientOf(db)
  client.pragma('synchronous = NORMAL')
  try {
    return db.transaction(deed)
  } finally {
    client.pragma('synchronous = FULL')
  }
}
