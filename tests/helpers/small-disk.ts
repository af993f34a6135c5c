import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

import type { Db } from '#electron/db/open'
import { clientOf } from '#electron/db/raw'

/** A disk of that size, which only root may make: null where nobody is. */
export function smallDisk(kilobytes: number): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'callwright-small-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmdirSync(folder)
    return null
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder])
    rmdirSync(folder)
  })
  return folder
}

/** How large a store is, in pages. */
export const pagesOf = (db: Db): number => Number(clientOf(db).pragma('page_count', { simple: true }))

/** So many pages more, as a disk with so much room would have it; null = as many as there may be. */
export const giveRoom = (db: Db, more: number | null): void =>
  void clientOf(db).pragma(`max_page_count = ${more === null ? 2 ** 30 : pagesOf(db) + more}`)
