import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

import {
  backUp,
  backUpPages,
  listBackups,
  UNFINISHED,
  type Backup,
  type BackupReason,
} from '#electron/db/backup'
import { goneBy } from '#electron/db/thin'

export { isSound } from '#electron/db/backup'

export const storeFile = (data: string) => join(data, 'callwright.db')
export const backupFolder = (data: string) => join(data, 'backups')

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

type Making = { data: string; why: BackupReason; now: number }

/**
 * `now` in epoch milliseconds. Blocks its thread for as long as it takes. `onBegun`: what is written from then on is not
 * in the copy that an import asked for.
 */
export async function makeBackup({ data, why, now }: Making, onBegun: () => void): Promise<Backup> {
  const request = { file: storeFile(data), folder: backupFolder(data), why, now }
  return why === 'import' ? backUpPages(request, onBegun) : backUp(request)
}

/** True until the first daily copy of the day (UTC) was made. */
export function isDailyDue(data: string, now: number): boolean {
  return !listBackups(backupFolder(data)).some(({ why, at }) => why === 'daily' && dayOf(at) === dayOf(now))
}

/** 0 for what is not there. */
export const bytesOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
/** With what its log still holds. */
export const storeBytes = (data: string): number =>
  bytesOf(storeFile(data)) + bytesOf(`${storeFile(data)}-wal`)

/** Of the copy that is being made; it may end a little smaller than the store. */
export function bytesCopied(data: string): number {
  const folder = backupFolder(data)
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names
    .filter((name) => name.endsWith(UNFINISHED))
    .reduce((sum, name) => sum + bytesOf(join(folder, name)), 0)
}

/** When the last of the copies there are is thinned out, epoch ms; null when there is none. */
export function lastCopyGoneBy(data: string): number | null {
  const ends = listBackups(backupFolder(data)).map(({ at }) => goneBy(at))
  return ends.length === 0 ? null : Math.max(...ends)
}
