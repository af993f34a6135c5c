import { existsSync, promises, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'

import { asOne } from './import-changes.ts'
import type { Db } from './open.ts'

/**
 * Where an import stands before it is written: a file of its own beside the store, filled by the thread that judges, read
 * by the one that writes, thrown away after. `pos` is the place in which somebody new is written, `h` the end of their
 * ids.
 */
const TABLES = `
  CREATE TABLE rows (pos INTEGER PRIMARY KEY, h, name, given_name, family_name, title, company_id, language, country,
    province, postal_code, city, as_of, e164, extension, type, email, email_key, external_id, source, source_key, campaign,
    arrived_at, extra, born_as, fit, entry, wish, name_key);
  CREATE TABLE entries (id INTEGER PRIMARY KEY, bucket, calendar, rank, ready_at, attempts, due_at, until, why, turns_at);
  CREATE TABLE phones (pos, place, id, e164, extension, type, PRIMARY KEY (pos, place)) WITHOUT ROWID;
  CREATE TABLE emails (pos, place, email, key, PRIMARY KEY (pos, place)) WITHOUT ROWID;
  CREATE TABLE signals (pos, n, id, kind, at, PRIMARY KEY (pos, n)) WITHOUT ROWID;
  CREATE TABLE companies (n INTEGER PRIMARY KEY, id, name, key, domain, industry, employees);
  CREATE TABLE looked (line INTEGER PRIMARY KEY, verdict, problems, cells, found);
  CREATE INDEX looked_by_verdict ON looked (verdict, line);
  CREATE TABLE deeds (n INTEGER PRIMARY KEY, kind, given);
  CREATE TABLE later (step, key, kind, given, PRIMARY KEY (step, key)) WITHOUT ROWID;
  CREATE TABLE keys (n INTEGER PRIMARY KEY, kind, key, h);
  CREATE TABLE away (id PRIMARY KEY, person) WITHOUT ROWID`

/** In the order of the kinds. Each is sorted by itself: by one text alone that takes half as long. */
const KEYS = [
  [
    'email',
    `SELECT email_key AS key, h FROM rows WHERE email_key IS NOT NULL
      UNION ALL SELECT key, printf('%08x', pos) FROM emails`,
  ],
  ['external', 'SELECT external_id AS key, h FROM rows WHERE external_id IS NOT NULL'],
  ['name', 'SELECT name_key AS key, h FROM rows WHERE name_key IS NOT NULL'],
  [
    'phone',
    `SELECT e164 AS key, h FROM rows WHERE e164 IS NOT NULL
      UNION ALL SELECT e164, printf('%08x', pos) FROM phones`,
  ],
] as const

const ROW = 29
export type StagedTable =
  'rows' | 'entries' | 'phones' | 'emails' | 'signals' | 'companies' | 'looked' | 'later'
const WIDTH: Readonly<Record<StagedTable, number>> = {
  rows: ROW,
  entries: 10,
  phones: 6,
  emails: 4,
  signals: 5,
  companies: 7,
  looked: 5,
  later: 4,
}
export type StagedValue = string | number | null
export type Staging = ReturnType<typeof newStaging>

const PARTS = ['', '-wal', '-shm']

/** Beside the thread that asks: hundreds of megabytes take a tenth of a second to throw away. */
export async function dropStaging(file: string): Promise<void> {
  for (const end of PARTS) await promises.rm(file + end, { force: true })
}

/** Makes the file anew. Nothing in it need outlive a power cut until `seal`. */
export function newStaging(file: string) {
  for (const end of PARTS) rmSync(file + end, { force: true })
  const client = new Database(file)
  // Written and read from its beginning to its end: large pages cost a sixth less.
  client.pragma('page_size = 16384')
  client.pragma('journal_mode = WAL')
  client.pragma('synchronous = OFF')
  client.pragma('cache_size = -8000')
  client.pragma('temp_store = FILE')
  client.exec(TABLES)
  const inserts = Object.fromEntries(
    Object.entries(WIDTH).map(([table, width]) => [
      table,
      client.prepare(`INSERT OR IGNORE INTO ${table} VALUES (?${', ?'.repeat(width - 1)})`),
    ]),
  ) as Record<StagedTable, Database.Statement<StagedValue[]>>
  client.function('as_one', { deterministic: true, directOnly: true }, (first, then) =>
    JSON.stringify(asOne(JSON.parse(String(first)), JSON.parse(String(then)))),
  )
  const joined = client.prepare<StagedValue[]>(
    `INSERT INTO later VALUES (?, ?, ?, ?) ON CONFLICT (step, key) DO UPDATE SET given = as_one(given, excluded.given)`,
  )
  const dropped = client.prepare('UPDATE rows SET entry = NULL WHERE pos = ?')
  const put = client.prepare('INSERT OR REPLACE INTO away VALUES (?, ?)')
  const got = client.prepare<[string], string>('SELECT person FROM away WHERE id = ?').pluck()
  const begin = () => void client.exec('BEGIN')
  begin()
  return {
    db: drizzle(client) as Db,
    add: (table: StagedTable, values: readonly StagedValue[]): void => void inserts[table].run(...values),
    /** What is to be set in a row of the store, together with what was to be set in it before. */
    join: (values: readonly StagedValue[]): void => void joined.run(...values),
    /** Somebody new is placed by their facts: a later row moved them. */
    dropEntry: (pos: number): void => void dropped.run(pos),
    /** For whoever judges alone: somebody as they stand, in words of theirs. */
    putAway: (id: string, person: string): void => void put.run(id, person),
    away: (id: string): string | null => got.get(id) ?? null,
    /** What was added can be seen by others from now on. */
    publish: (): void => {
      client.exec('COMMIT')
      begin()
    },
    /** Puts keys and deeds in the order they are written in, and the whole on the disk. */
    seal: (): void => {
      for (const [kind, keys] of KEYS)
        client.exec(`INSERT INTO keys (kind, key, h) SELECT '${kind}', key, h FROM (${keys}) ORDER BY key`)
      client.exec(`INSERT INTO deeds (kind, given) SELECT kind, given FROM later ORDER BY step, key;
        COMMIT`)
      client.pragma('synchronous = FULL')
      client.pragma('wal_checkpoint(TRUNCATE)')
    },
    close: (): void => void client.close(),
  }
}

/** To look at what an import staged, while it is there; null when it is gone. */
export function lookAtStaging<T>(file: string, look: (db: Db) => T): T | null {
  if (!existsSync(file)) return null
  const client = new Database(file, { readonly: true })
  try {
    return look(drizzle(client))
  } finally {
    client.close()
  }
}
