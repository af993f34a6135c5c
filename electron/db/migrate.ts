import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'

import { AppError } from '#shared/contract/errors'
import { APPLICATION_ID } from './identity.ts'

/** `id` is the file's name without its ending; `checksum` the SHA-256 of its text with plain newlines. */
type Migration = { id: string; sql: string; checksum: string }

type Applied = { id: string; checksum: string }
type Hooks = { now: number; beforeUpgrade: () => void }

const CREATE = `CREATE TABLE IF NOT EXISTS schema_migrations (
  id TEXT PRIMARY KEY, checksum TEXT NOT NULL, applied_at INTEGER NOT NULL
) STRICT`

/** Every `NNNN_slug.sql` of the folder, in order. */
export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) throw new Error(`There is no folder of migrations at ${folder}.`)
  return readdirSync(folder)
    .filter((name) => /^\d{4}_.*\.sql$/.test(name))
    .toSorted()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
      return {
        id: name.slice(0, -'.sql'.length),
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
      }
    })
}

/**
 * Applies what is missing, each migration whole or not at all, and returns how many. Never goes back.
 * Not drizzle's own: with foreign keys on, that one deletes child rows when a table is rebuilt.
 */
export function migrate(sqlite: Database.Database, migrations: readonly Migration[], hooks: Hooks): number {
  const applied = appliedTo(sqlite)
  assertPrefix(migrations, applied)
  const pending = migrations.slice(applied.length)
  if (pending.length === 0) return 0
  if (applied.length > 0) hooks.beforeUpgrade()

  // Inside a transaction this pragma does nothing, so it stands outside.
  sqlite.pragma('foreign_keys = OFF')
  try {
    pending.forEach((migration, index) => apply(sqlite, migration, applied.length + index + 1, hooks.now))
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
  return pending.length
}

function apply(
  sqlite: Database.Database,
  { id, sql, checksum }: Migration,
  version: number,
  now: number,
): void {
  sqlite
    .transaction(() => {
      sqlite.exec(CREATE)
      sqlite.exec(sql)
      const orphans = sqlite.pragma('foreign_key_check') as unknown[]
      if (orphans.length > 0)
        throw new Error(`Migration ${id} leaves ${orphans.length} rows without what they point at.`)
      sqlite.prepare('INSERT INTO schema_migrations VALUES (?, ?, ?)').run(id, checksum, now)
      sqlite.pragma(`application_id = ${APPLICATION_ID}`)
      sqlite.pragma(`user_version = ${version}`)
    })
    .immediate()
}

function appliedTo(sqlite: Database.Database): Applied[] {
  const table = sqlite.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'schema_migrations'`).get()
  return table
    ? sqlite.prepare<[], Applied>('SELECT id, checksum FROM schema_migrations ORDER BY id').all()
    : []
}

/** What was applied must be the beginning of what this app knows, word for word. */
function assertPrefix(migrations: readonly Migration[], applied: readonly Applied[]): void {
  applied.forEach(({ id, checksum }, index) => {
    const known = migrations[index]
    if (known?.id !== id)
      throw new AppError(
        'newer-file',
        `This data has a change (${id}) that this version of Callwright does not know.`,
      )
    if (known.checksum !== checksum)
      throw new AppError(
        'conflict',
        `The migration ${id} is not the one this data was made with. Reinstall Callwright.`,
      )
  })
}
