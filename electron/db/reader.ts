import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'

import type { Db } from './open.ts'
import { settleReader } from './settings.ts'

/**
 * A connection for another thread, which cannot write, on a store that is open and up to date in the engine's. Each
 * query sees what was last confirmed. Close it before the store, which then can be left as one file.
 */
export function openReader(file: string): { db: Db; close: () => void } {
  const sqlite = new Database(file, { readonly: true })
  settleReader(sqlite)
  return { db: drizzle(sqlite), close: () => void sqlite.close() }
}
