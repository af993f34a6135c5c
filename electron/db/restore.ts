import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'

import { AppError } from '#shared/contract/errors'
import { backUp, flush, isSound } from './backup.ts'
import { peek } from './identity.ts'
import { readMigrations } from './migrate.ts'

type Request = { file: string; folder: string; copy: string; migrations: string; now: number }

/**
 * Puts a copy in the store's place, which is copied itself before: nothing is lost by it. The store must be closed, and
 * whoever is cut off begins again from the same copy. Throws AppError 'unreadable-file' for a copy that is not sound, 'newer-file'
 * for one of a later version; then the store stays as it is.
 */
export function putBack({ file, folder, copy, migrations, now }: Request): void {
  const next = `${file}.next`
  try {
    // First: the copies are thinned when another is made, and this one may be the oldest.
    copyFileSync(copy, next)
    flush(next, 'r+')
    if (!isSound(next)) throw new AppError('unreadable-file', 'That copy is damaged.', 'backup-damaged')
    peek(next, readMigrations(migrations).length)
    if (existsSync(file)) backUp({ file, folder, why: 'restore', now })
    // A log of the other store would be read into this one.
    for (const beside of ['-wal', '-shm']) rmSync(`${file}${beside}`, { force: true })
    renameSync(next, file)
    if (process.platform !== 'win32') flush(dirname(file), 'r')
  } finally {
    rmSync(next, { force: true })
  }
}
