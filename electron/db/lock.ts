import { join } from 'node:path'
import Database from 'better-sqlite3'

import { AppError } from '#shared/contract/errors'

/** Milliseconds. Long enough for an instance that is just closing, well under the 2 s in which a second one is told. */
const PATIENCE = 500

/**
 * Takes a data folder for this process; returns how to give it back. Throws AppError 'in-use' when another holds it.
 * SQLite's own lock on a file nobody else reads: the system drops it with the process, so no crash can leave it behind.
 */
export function lockFolder(folder: string): () => void {
  const sqlite = new Database(join(folder, 'lock.db'), { timeout: PATIENCE })
  try {
    // Nothing is ever written here, so nothing needs a journal that a crash would leave.
    sqlite.pragma('journal_mode = MEMORY')
    sqlite.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    sqlite.close()
    if (!isBusy(error)) throw error
    throw new AppError('in-use', 'Callwright is already open on this data folder. Close that window first.')
  }
  return () => void sqlite.close()
}

const isBusy = (error: unknown) =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
