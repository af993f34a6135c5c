import { Worker } from 'node:worker_threads'

import type { LogState } from '#electron/db/log-writer'
import { clientOf } from '#electron/db/raw'
import { LOG_PAGES } from '#electron/db/settings'
import type { Deps } from '../deps.ts'
import { logSync } from './log-sync.ts'

/** A call that is logged waits until all that was written before it is on the disk: so it is put there every few slices. */
const SYNCED = 2
/** Slices between two times that the log is written back, and pages beyond which slices wait until it is. */
const SLICES = 8
const MOST_PAGES = 8192
/** How often the thread goes after what others wrote meanwhile. */
const TRIES = 4
/** Megabytes. */
const SMALL = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 2 }

/** `turn`: called between two slices, outside of a transaction. */
export type LogKeeper = { turn: () => Promise<void> | undefined }

/**
 * Does something long in slices while another thread writes the log back into the store: else every few slices, or a
 * call that is logged between two of them, would wait for the disk. Where there is no such thread nothing is different.
 */
export async function withLogKept<T>(
  { db, workers, closing }: Deps,
  work: (keeper: LogKeeper | null) => Promise<T>,
): Promise<T> {
  const client = clientOf(db)
  if (!workers.log || client.memory) return work(null)
  const thread = new Worker(workers.log, { workerData: client.name, resourceLimits: SMALL })
  let [isThere, slices, pages] = [true, 0, 0]
  let writing: Promise<void> | null = null
  let wrote = () => {}
  const write = () => {
    writing ??= new Promise<void>((resolve) => (wrote = resolve)).finally(() => (writing = null))
    if (isThere) thread.postMessage('write')
    else wrote()
    return writing
  }
  const changes = client.prepare<[], number>('SELECT total_changes()').pluck()
  const rowsWritten = () => (client.open ? changes.get() : 0)
  /** Whoever waited for this turn may have written some pages more meanwhile: those are next. */
  const caughtUp = async (): Promise<boolean> => {
    for (let tries = 0; tries < TRIES; tries++) {
      const before = rowsWritten()
      await write()
      if (before === rowsWritten()) return true
    }
    return false
  }
  /**
   * Once all of it is written back, the log begins anew. Where somebody writes each time, the last few pages are written
   * here, before anybody else's turn.
   */
  const drained = async () => {
    await writing
    if (!(await caughtUp()) && client.open) client.pragma('wal_checkpoint(PASSIVE)')
    pages = 0
  }
  const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve())).then(() => {
    isThere = false
    if (client.open) client.pragma(`wal_autocheckpoint = ${LOG_PAGES}`)
    wrote()
  })
  thread.on('error', console.error)
  thread.on('message', (state: LogState) => {
    pages = state.pages
    wrote()
  })
  client.pragma('wal_autocheckpoint = 0')
  const log = logSync(client.name)
  try {
    return await work({
      turn: () => {
        if (++slices % SYNCED === 0) log.sync()
        if (!isThere || slices % SLICES > 0) return undefined
        if (pages > MOST_PAGES) return drained()
        if (!writing) void write()
        return undefined
      },
    })
  } finally {
    if (!closing.aborted) await drained()
    if (isThere) thread.postMessage('end')
    await Promise.all([ended, log.close()])
  }
}
