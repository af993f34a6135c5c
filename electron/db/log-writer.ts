import Database from 'better-sqlite3'

import { settle } from './settings.ts'

/** Pages of the log, and how many of them are written back into the store. */
export type LogState = { pages: number; written: number }

/** A connection for another thread that only writes the log back into the store; close it before the store. */
export function openLogWriter(file: string): { write: () => LogState; close: () => void } {
  const sqlite = new Database(file)
  settle(sqlite)
  return {
    /** As far as no reader is in the way; whoever writes meanwhile does not wait. */
    write: () => {
      const [found] = sqlite.pragma('wal_checkpoint(PASSIVE)') as { log: number; checkpointed: number }[]
      return { pages: found?.log ?? 0, written: found?.checkpointed ?? 0 }
    },
    close: () => void sqlite.close(),
  }
}
