import { closeSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'

import { AppError } from '#shared/contract/errors'

/** "CWRT", in the header of every store, so that no other SQLite file is taken for one. */
export const APPLICATION_ID = 0x43_57_52_54

const HEADER_BYTES = 100
const MAGIC = 'SQLite format 3\0'
const USER_VERSION_AT = 60
const APPLICATION_ID_AT = 68

type Identity = { applicationId: number; version: number }

/**
 * Refuses a file that this app must not open, without changing it. `newest` is the version this app writes.
 * Throws AppError 'newer-file' or 'unreadable-file'.
 */
export function peek(file: string, newest: number): void {
  if (file === ':memory:' || sizeOf(file) === 0) return
  const header = fromHeader(file)
  if (header.applicationId === APPLICATION_ID) {
    assertVersion(header, newest)
    if (sizeOf(`${file}-wal`) === 0) return
  }
  // After a crash the log may hold a later header than the file; a read-only connection sees both and changes neither.
  const sqlite = new Database(file, { readonly: true })
  try {
    const isEmpty = sqlite.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
    const found = fromConnection(sqlite)
    if (!isEmpty && found.applicationId !== APPLICATION_ID) throw notOurs('belongs to another program')
    assertVersion(found, newest)
  } finally {
    sqlite.close()
  }
}

function assertVersion({ version }: Identity, newest: number): void {
  if (version <= newest) return
  throw new AppError(
    'newer-file',
    'This data was written by a newer version of Callwright. It was left untouched; update Callwright to open it.',
  )
}

function notOurs(why: string): AppError {
  return new AppError('unreadable-file', `The data file ${why}. It was left untouched.`)
}

function fromConnection(sqlite: Database.Database): Identity {
  return {
    applicationId: sqlite.pragma('application_id', { simple: true }) as number,
    version: sqlite.pragma('user_version', { simple: true }) as number,
  }
}

function fromHeader(file: string): Identity {
  const header = Buffer.alloc(HEADER_BYTES)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, header, 0, HEADER_BYTES, 0)
  } finally {
    closeSync(handle)
  }
  if (header.toString('latin1', 0, MAGIC.length) !== MAGIC) throw notOurs('is not a Callwright store')
  return {
    applicationId: header.readUInt32BE(APPLICATION_ID_AT),
    version: header.readUInt32BE(USER_VERSION_AT),
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
