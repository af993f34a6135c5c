import { basename } from 'node:path'

import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { atLeast } from '#shared/domain/people'
import { listBackups, type Backup } from '#electron/db/backup'
import { isImporting } from '#electron/db/import'
import { backupFolder, bytesOf, storeBytes } from './backup.ts'
import type { Deps } from './deps.ts'
import { sitting } from './facts.ts'
import { lastRestored, orderRestore } from './restore.ts'

export const backupHandlers = (deps: Deps) =>
  ({
    'backups.list': () => list(deps),
    'backups.make': async () => {
      sitting(deps.db)
      await deps.backup('hand')
      return list(deps)
    },
    'backups.check': async ({ name }) => ({ sound: await deps.checkBackup(copyOf(deps, name).path) }),
    'backups.restore': (input) => restore(deps, input),
  }) satisfies Partial<Handlers>

function list({ data }: Deps): Output<'backups.list'> {
  const folder = backupFolder(data)
  const restored = lastRestored(data)
  return {
    folder,
    storeBytes: storeBytes(data),
    copies: listBackups(folder).map(({ path, why, at }) => ({
      name: basename(path),
      why,
      at,
      bytes: bytesOf(path),
    })),
    restored: restored && {
      id: restored.id,
      at: restored.at,
      by: restored.by,
      copyAt: restored.copyAt,
      done: restored.done,
    },
  }
}

/** By its name alone: what is asked for never leads out of the folder. Throws AppError 'not-found'. */
function copyOf({ data }: Deps, name: string): Backup {
  const folder = backupFolder(data)
  const found = listBackups(folder).find(({ path }) => basename(path) === name)
  if (!found) throw new AppError('not-found', 'That copy is not here any more.', 'backup-unknown')
  return found
}

/** The store is closed for it and opened again: whoever asks meanwhile waits for that. */
function restore(deps: Deps, { name }: Input<'backups.restore'>): Output<'backups.restore'> {
  const { db, data, newId, now } = deps
  const rep = sitting(db)
  if (!atLeast(rep.role, 'admin'))
    throw new AppError('not-allowed', 'Only an admin puts a copy back.', 'needs-admin')
  if (isImporting(db))
    throw new AppError('conflict', 'An import is running. Wait until it is done.', 'import-running')
  copyOf(deps, name)
  const order = { id: newId(), name, at: now(), by: rep.name }
  orderRestore(data, order)
  deps.reopen()
  return { id: order.id }
}
