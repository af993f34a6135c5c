import { join } from 'node:path'

import { backUp, listBackups, type Backup, type BackupReason } from '#electron/db/backup'
import { goneBy } from '#electron/db/thin'

export const storeFile = (data: string) => join(data, 'callwright.db')
export const backupFolder = (data: string) => join(data, 'backups')

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

/** `now` in epoch milliseconds. Blocks its thread for as long as the copy takes. */
export function makeBackup({ data, why, now }: { data: string; why: BackupReason; now: number }): Backup {
  return backUp({ file: storeFile(data), folder: backupFolder(data), why, now })
}

/** True until the first daily copy of the day (UTC) was made. */
export function isDailyDue(data: string, now: number): boolean {
  return !listBackups(backupFolder(data)).some(({ why, at }) => why === 'daily' && dayOf(at) === dayOf(now))
}

/** When the last of the copies there are is thinned out, epoch ms; null when there is none. */
export function lastCopyGoneBy(data: string): number | null {
  const ends = listBackups(backupFolder(data)).map(({ at }) => goneBy(at))
  return ends.length === 0 ? null : Math.max(...ends)
}
