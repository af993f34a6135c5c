import Database from 'better-sqlite3'

import type { Db } from '#electron/db/open'
import { clientOf } from '#electron/db/raw'

type Prepare = Database.Database['prepare']
export type Heard = { readonly statements: Map<string, unknown[]>; stop: () => void }

/** Every statement that any store is asked from now on, each text once, with what it was asked with last. */
export function hear(): Heard {
  const statements = new Map<string, unknown[]>()
  const prepare = Reflect.get(Database.prototype, 'prepare') as (
    this: Database.Database,
    text: string,
  ) => Database.Statement
  Database.prototype.prepare = function (this: Database.Database, text: string) {
    const statement = prepare.call(this, text)
    for (const name of ['all', 'get', 'run', 'iterate'] as const) {
      const run = statement[name].bind(statement) as (...params: unknown[]) => never
      statement[name] = (...params: unknown[]) => {
        statements.set(text, params)
        return run(...params)
      }
    }
    return statement
  } as Prepare
  return { statements, stop: () => void (Database.prototype.prepare = prepare as Prepare) }
}

/** What SQLite would do for a statement, a step each. */
export const planOf = (db: Db, text: string, params: readonly unknown[]): string[] =>
  (
    clientOf(db)
      .prepare(`EXPLAIN QUERY PLAN ${text}`)
      .all(...params) as { detail: string }[]
  ).map(({ detail }) => detail)
