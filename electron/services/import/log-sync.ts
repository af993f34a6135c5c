import { open, type FileHandle } from 'node:fs/promises'

export type LogSync = { sync: () => void; close: () => Promise<void> }

/**
 * Puts what stands in the log of a store on the disk, so that who commits next waits for little. Beside the thread that
 * writes the log back, which may be busy with the store meanwhile. Whether it failed, that next commit says.
 */
export function logSync(store: string): LogSync {
  let opening: Promise<FileHandle | null> | null = null
  let syncing: Promise<void> | null = null
  const syncNow = async () => {
    opening ??= open(`${store}-wal`, 'r+').catch(() => null)
    await (await opening)?.datasync().catch(() => {})
  }
  return {
    sync: () => void (syncing ??= syncNow().finally(() => (syncing = null))),
    close: async () => {
      await syncing
      await (await opening)?.close()
    },
  }
}
