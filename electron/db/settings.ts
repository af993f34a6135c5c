import type Database from 'better-sqlite3'

import { fold } from '#shared/lib/fold'
import { keepSteady } from './steady.ts'

/** 3.51.3 mends a corruption of the write-ahead log under concurrent checkpoints. */
const OLDEST_SQLITE = [3, 51, 3] as const
const MEGABYTE = 1024 * 1024
/**
 * Pages of the log after which whoever writes also writes it back. That takes longer than a call may wait for: the
 * engine does it where nobody asks for anything, and only what comes without a pause pays for it now and then.
 */
export const LOG_PAGES = 8000

type Setting = readonly [name: string, value: string | number, reads: string | number]

/** In this order. The third column is what SQLite answers when asked afterwards. */
const SETTINGS: readonly Setting[] = [
  ['journal_mode', 'WAL', 'wal'],
  // better-sqlite3 is compiled so that a WAL file reopens as NORMAL, which loses confirmed calls in a power cut.
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['busy_timeout', 5000, 5000],
  ['mmap_size', 0, 0],
  ['wal_autocheckpoint', LOG_PAGES, LOG_PAGES],
  ['journal_size_limit', 64 * MEGABYTE, 64 * MEGABYTE],
  // macOS acknowledges a plain fsync before the disk has the data.
  ...(process.platform === 'darwin' ? [['checkpoint_fullfsync', 'ON', 1] as const] : []),
]

/** In memory there is no log and nothing to map; all else holds. */
const IN_MEMORY: Readonly<Record<string, unknown>> = { journal_mode: 'memory', mmap_size: undefined }

const READER: readonly Setting[] = [
  ['query_only', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['busy_timeout', 5000, 5000],
  ['mmap_size', 0, 0],
  // KiB, since several threads read at once.
  ['cache_size', -16_000, -16_000],
]

/** Sets everything and reads it back. */
export function settle(sqlite: Database.Database): void {
  for (const [name, value] of SETTINGS) sqlite.pragma(`${name} = ${value}`)
  teach(sqlite)
  keepSteady(sqlite)
  assertSettings(sqlite)
}

/** The same for a connection that only reads. */
export function settleReader(sqlite: Database.Database): void {
  for (const [name, value] of READER) sqlite.pragma(`${name} = ${value}`)
  teach(sqlite)
  keepSteady(sqlite)
  assertSettings(sqlite, READER)
}

/** `fold(text)`: no case, no accents. For queries alone: what the schema uses must be there for whoever opens the file. */
function teach(sqlite: Database.Database): void {
  const folded = (text: unknown) => (typeof text === 'string' ? fold(text) : null)
  sqlite.function('fold', { deterministic: true, directOnly: true }, folded)
}

/** Throws when a setting does not read as it was set: SQLite ignores a pragma it does not know without a word. */
export function assertSettings(sqlite: Database.Database, settings = SETTINGS): void {
  for (const [name, , reads] of settings) {
    const wanted = sqlite.memory && name in IN_MEMORY ? IN_MEMORY[name] : reads
    const found = sqlite.pragma(name, { simple: true })
    if (found !== wanted)
      throw new Error(`The store must run with ${name} = ${String(wanted)}, but it reads ${String(found)}.`)
  }
}

export function assertSqliteVersion(sqlite: Database.Database): void {
  const version = sqlite.prepare<[], string>('SELECT sqlite_version()').pluck().get() ?? ''
  if (!isAtLeast(version.split('.').map(Number), OLDEST_SQLITE))
    throw new Error(`SQLite ${OLDEST_SQLITE.join('.')} or later is needed; this is ${version}.`)
}

export function isAtLeast(version: readonly number[], oldest: readonly number[]): boolean {
  const at = oldest.findIndex((part, index) => part !== version[index])
  return at === -1 || (version[at] ?? 0) > (oldest[at] ?? 0)
}
