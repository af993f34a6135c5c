import type Database from 'better-sqlite3'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'

/** What every query takes: the database itself, or a transaction open on it. */
export type Db = BaseSQLiteDatabase<'sync', Database.RunResult>
