import type { Db } from './open.ts'
import { clientOf } from './raw.ts'

/** Something that is made once for each store and kept as long as it is open; a transaction has that of its store. */
export function perStore<T>(make: (db: Db) => T): (db: Db) => T {
  const made = new WeakMap<object, T>()
  return (db) => {
    const client = clientOf(db)
    let kept = made.get(client)
    if (kept === undefined) made.set(client, (kept = make(db)))
    return kept
  }
}
