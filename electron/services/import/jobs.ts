import { once } from 'node:events'

import { AppError } from '#shared/contract/errors'
import { findImport, saveImport } from '#electron/db/import'
import { dropStaging } from '#electron/db/staging'
import type { Deps } from '../deps.ts'
import { isDiskFull } from '../disk-full.ts'
import { lookForPairs } from '../review-look.ts'
import { copying, NO_COPY } from './copying.ts'
import { tidy } from './finish.ts'
import { commonOf } from './ids.ts'
import { withLogKept, type LogKeeper } from './log-keeper.ts'
import { removeImport } from './remove.ts'
import { countsOf, work } from './run.ts'
import { inOne, slicesOf, Stopped, type Slices } from './slices.ts'
import { stagingPath } from './staging-path.ts'
import { newTally } from './tally.ts'
import { tellingOf, type Ended, type Start, type Status } from './telling.ts'

/** An import that runs, or a dry run that is remembered. */
export type Running = {
  name: string
  /** The columns' names, once the file was opened. */
  header: () => readonly string[]
  status: () => Status
  cancel: () => void
  done: Promise<void>
}

/** Starts an import or a dry run. It ends by itself; whatever happens is in its status. */
export function start(deps: Deps, given: Start): Running {
  const { tally, took, tell, heard, ended, status, columns } = tellingOf(deps, given)
  const cancelling = new AbortController()
  const slicesWith = (log: LogKeeper | null) =>
    slicesOf(
      deps.db,
      () => cancelling.signal.aborted || deps.closing.aborted,
      () => deps.closing.aborted,
      log,
      () => tell('running', 'disk-full'),
    )
  const end = async (slices: Slices, to: Ended, why: string | null) => {
    const seconds = took()
    const row = {
      state: to === 'checked' ? ('done' as const) : to,
      counts: { ...countsOf(tally), seconds },
      finishedAt: deps.now(),
      message: why,
      ...(to === 'done' ? {} : { progress: null }),
    }
    if (given.kind === 'run') await inOne(slices.toTheEnd(), () => saveImport(deps.db, given.importId, row))
    ended(to, why, seconds)
    if (given.kind === 'run') deps.emit({ kind: 'changed', topics: ['imports', 'lists', 'leads', 'queue'] })
  }
  /** What is stored says that it runs: the next start goes on with it, or takes it out. */
  const broke = () => ended('failed', 'internal')

  async function run(slices: Slices): Promise<void> {
    tell('running')
    try {
      const isCopied = given.kind === 'run' && given.tries === 0 && given.total > BACKED_UP
      const copy = isCopied ? copying(deps) : NO_COPY
      const cancelled = once(cancelling.signal, 'abort')
      await work(deps, { ...given, ...heard, tally, copy, cancelled, slices })
      await end(slices, given.kind === 'check' ? 'checked' : 'done', null)
      if (given.kind === 'run')
        await tidy({
          deps,
          slices: slices.toTheEnd(),
          common: commonOf({ ...given, listId: given.list.id }),
        }).catch(later)
      if (given.kind === 'run') void lookForPairs(deps)
    } catch (error) {
      // The next start finds what is left and takes it out.
      if (deps.closing.aborted) return
      const isWorded = error instanceof Stopped || error instanceof AppError || isDiskFull(error)
      if (!isWorded) console.error(error)
      if (!(await undo(slices))) return broke()
      await end(slices, error instanceof Stopped ? 'cancelled' : 'failed', reasonOf(error)).catch((why) => {
        broke()
        later(why)
      })
    }
  }
  /** False when that failed too: then the store keeps it as running, and the next start takes it out. */
  async function undo(slices: Slices): Promise<boolean> {
    try {
      const row = given.kind === 'run' ? findImport(deps.db, given.importId) : undefined
      // What was staged goes first: on a full disk that is the room the rest needs.
      if (row?.state !== 'finishing') await dropStaging(stagingPath(deps, given.importId))
      if (row?.state === 'running') await removeImport(slices, row)
      Object.assign(tally, newTally())
      return row?.state !== 'finishing'
    } catch (error) {
      if (!deps.closing.aborted) console.error(error)
      return false
    }
  }

  const done = given.kind === 'run' ? withLogKept(deps, (log) => run(slicesWith(log))) : run(slicesWith(null))
  return {
    name: given.plan.name,
    header: columns,
    status,
    cancel: () => cancelling.abort(),
    done,
  }
}

/** Rows; before a larger file comes in the store is copied. */
const BACKED_UP = 1000

function reasonOf(error: unknown): string | null {
  if (error instanceof Stopped) return null
  if (isDiskFull(error)) return 'disk-full'
  return error instanceof AppError ? (error.reason ?? 'internal') : 'internal'
}

/** The next start goes on with it. */
const later = (error: unknown): void => {
  if (!(error instanceof Stopped)) console.error(error)
}
