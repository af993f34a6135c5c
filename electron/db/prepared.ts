import type { Db } from './open.ts'

/**
 * A query that is compiled once for each store and then only run: compiling costs more than most of them.
 * A transaction shares its session with the database it is open on, and so its statements.
 */
export function prepared<T>(prepare: (db: Db) => T): (db: Db) => T {
  const made = new WeakMap<object, T>()
  return (db) => {
    const { session } = db as unknown as { session: object }
    let query = made.get(session)
    if (query === undefined) made.set(session, (query = prepare(db)))
    return query
  }
}
