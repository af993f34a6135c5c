import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'

import { migrate, readMigrations } from '#electron/db/migrate'
import type { Db } from '#electron/db/open'

type Asked = { sql: string; params: unknown[] }

/** A store with nobody in it, and what SQLite would do for everything that is asked of it, a step each. */
export function emptyStore() {
  const sqlite = new Database(':memory:')
  migrate(sqlite, readMigrations('migrations'), { now: 0, beforeUpgrade: () => undefined })
  const asked = listen(sqlite)
  const db: Db = drizzle(sqlite)
  const stepsOf = (ask: () => unknown): string[] => {
    asked.length = 0
    ask()
    return asked
      .splice(0)
      .flatMap(
        ({ sql, params }) =>
          sqlite.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[],
      )
      .map(({ detail }) => detail)
  }
  return { sqlite, db, stepsOf }
}

/** Hears whatever is asked, by the query builder or without it. */
function listen(client: Database.Database): Asked[] {
  const asked: Asked[] = []
  const prepare = client.prepare.bind(client)
  client.prepare = (sql: string) => {
    const statement = prepare(sql)
    for (const name of ['all', 'get', 'run'] as const) {
      const run = statement[name].bind(statement) as (...params: unknown[]) => never
      statement[name] = (...params: unknown[]) => {
        asked.push({ sql, params })
        return run(...params)
      }
    }
    return statement as never
  }
  return asked
}
