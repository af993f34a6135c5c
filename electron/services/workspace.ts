import { uptime } from 'node:os'
import { uuidv7 } from 'uuidv7'

import { lockFolder } from '#electron/db/lock'
import { openStore } from '#electron/db/open'
import { createApp } from './app.ts'
import { backupFolder, storeFile } from './backup.ts'
import { engineClock } from './clock.ts'
import type { Deps } from './deps.ts'
import type { Dispatch } from './dispatch.ts'
import { carryOutRestore } from './restore.ts'

/** What differs between the shells; the rest of `Deps` is the same everywhere. */
type Surroundings = Pick<
  Deps,
  'data' | 'demo' | 'emit' | 'openUri' | 'backup' | 'checkBackup' | 'reopen' | 'closing' | 'workers'
> & {
  migrations: string
}

export type Workspace = { dispatch: Dispatch; checkpoint: () => void; close: () => void }

/**
 * Takes a data folder for this process and opens the app on it.
 * Throws AppError: 'in-use', and whatever `openStore` refuses with.
 */
export function openWorkspace({ migrations, ...surroundings }: Surroundings): Workspace {
  const { data } = surroundings
  const unlock = lockFolder(data)
  try {
    carryOutRestore(data, migrations, Date.now())
    const store = openStore({
      file: storeFile(data),
      migrations,
      backups: backupFolder(data),
      now: Date.now(),
    })
    const dispatch = createApp({
      ...surroundings,
      db: store.db,
      now: engineClock(process.env['CALLWRIGHT_CLOCK']),
      uptime: () => Math.round(uptime() * 1000),
      offset: (at) => -new Date(at).getTimezoneOffset(),
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      newId: uuidv7,
    })
    const close = () => {
      store.close()
      unlock()
    }
    return { dispatch, checkpoint: store.checkpoint, close }
  } catch (error) {
    unlock()
    throw error
  }
}
