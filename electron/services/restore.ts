import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { basename, join } from 'node:path'

import { listBackups } from '#electron/db/backup'
import { putBack } from '#electron/db/restore'
import { backupFolder, storeFile } from './backup.ts'

/** Which copy is to be put back, by whom; on the disk before the store is closed for it. */
type RestoreOrder = { id: string; name: string; at: number; by: string }
/** What became of the last one. `copyAt` is when the copy was made; all in epoch ms. */
type Restored = RestoreOrder & { done: boolean; copyAt: number }

const orderFile = (data: string) => join(data, 'restore.json')
const doneFile = (data: string) => join(data, 'restored.json')

export const orderRestore = (data: string, order: RestoreOrder): void => keep(orderFile(data), order)
export const lastRestored = (data: string): Restored | null => read<Restored>(doneFile(data))

/**
 * Before the store is opened: carries out what was ordered, once. A crash in between leaves the order, and the next start
 * goes on with it. A copy that is gone or damaged leaves the store as it is, which `lastRestored` then tells.
 */
export function carryOutRestore(data: string, migrations: string, now: number): void {
  const order = read<RestoreOrder>(orderFile(data))
  if (!order) return
  const copy = listBackups(backupFolder(data)).find(({ path }) => basename(path) === order.name)
  let done = false
  try {
    if (copy) putBack({ file: storeFile(data), folder: backupFolder(data), copy: copy.path, migrations, now })
    done = copy !== undefined
  } catch (error) {
    console.error(error)
  }
  keep(doneFile(data), { ...order, done, copyAt: copy?.at ?? 0 } satisfies Restored)
  rmSync(orderFile(data), { force: true })
}

function keep(path: string, value: unknown): void {
  const handle = openSync(path, 'w', 0o600)
  try {
    writeSync(handle, JSON.stringify(value))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Null when there is none, or when a power cut left half of it. */
function read<T>(path: string): T | null {
  if (!existsSync(path)) return null
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch {
    return null
  }
}
