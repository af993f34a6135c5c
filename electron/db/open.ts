import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'

import { backUp } from './backup.ts'
import { peek } from './identity.ts'
import { migrate, readMigrations } from './migrate.ts'
import { assertSettings, assertSqliteVersion, settle } from './settings.ts'

/** What every query takes: the database itself, or a transaction open on it. */
export type Db = BaseSQLiteDatabase<'sync', Database.RunResult>

type Store = {
  db: Db
  /** Number of migrations that this opening applied. */
  migrated: number
  /** Writes the log back into the file as far as no reader is in the way; never waits for one. */
  checkpoint: () => void
  /** Empties the log first, so that one file is left. */
  close: () => void
}

type StoreOptions = {
  /** A path, or ':memory:'. */
  file: string
  migrations: string
  /** Where the copy made before a migration goes. */
  backups: string
  /** Epoch milliseconds. */
  now: number
}

/**
 * Opens the store, brings it up to date, and hands it over only if it is sound (ARCHITECTURE.md, the store contract).
 * Throws AppError: 'newer-file' for a store of a later version, which is left untouched; 'unreadable-file' for
 * anything that is no store of ours; 'conflict' when an applied migration was edited.
 */
export function openStore({ file, migrations: folder, backups, now }: StoreOptions): Store {
  const migrations = readMigrations(folder)
  // Before a connection that may write: opening a file in WAL mode is already a change to it.
  peek(file, migrations.length)

  const sqlite = new Database(file)
  try {
    assertSqliteVersion(sqlite)
    settle(sqlite)
    const migrated = migrate(sqlite, migrations, {
      now,
      beforeUpgrade: () => void backUp({ file, folder: backups, why: 'migration', now }),
    })
    // Again, since the migrator switches foreign keys off and on.
    assertSettings(sqlite)
    return {
      db: drizzle(sqlite),
      migrated,
      checkpoint: () => void sqlite.pragma('wal_checkpoint(PASSIVE)'),
      close: () => {
        sqlite.pragma('wal_checkpoint(TRUNCATE)')
        sqlite.close()
      },
    }
  } catch (error) {
    sqlite.close()
    throw error
  }
}
