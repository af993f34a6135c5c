import { existsSync } from 'node:fs'

import { prepared } from '#electron/db/prepared'
import type { Deps } from '../deps.ts'
import { inboxPath } from './inspect.ts'
import { start, type Running } from './jobs.ts'
import type { Start, Status } from './telling.ts'

/** Who was erased may be in what a dry run staged: it is held while they go, and begins anew after. */
type Held = { hold: () => Promise<void>; goOn: () => void }
const NONE: Held = { hold: () => Promise.resolve(), goOn: () => {} }
/** The dry run of this store that is looked at. */
export const dryRun = prepared((): { now: Held } => ({ now: NONE }))

/**
 * A dry run that outlives an erasing: to whoever looks it runs on, until its file is judged anew, in which the erased count
 * as such (`erased-meanwhile`). A file that went with them, since it named them, has nothing to begin with (`file-erased`).
 */
export function startDryRun(deps: Deps, given: Start): Running {
  let job = start(deps, given)
  let [isHeld, isCancelled, isThrown, isGone] = [false, false, false, false]
  let why: string | null = null
  const hold = async () => {
    const { state } = job.status()
    if (isHeld || isGone || (state !== 'running' && state !== 'checked')) return
    isHeld = !isCancelled
    job.cancel()
    await job.done
  }
  const goOn = () => {
    if (!isHeld) return
    isHeld = false
    if (existsSync(inboxPath(deps, given.fileId))) {
      why = 'erased-meanwhile'
      job = start(deps, given)
    } else {
      ;[isGone, why] = [true, 'file-erased']
      deps.emit({ kind: 'changed', topics: ['imports'] })
    }
  }
  dryRun(deps.db).now = { hold, goOn }
  const stateOf = ({ state }: Status): Status['state'] => {
    if (isHeld) return 'running'
    if (isGone) return 'failed'
    // Of one that was over nothing is left either.
    return isThrown ? 'cancelled' : state
  }
  return {
    name: job.name,
    header: () => job.header(),
    status: () => {
      const now = job.status()
      return { ...now, state: stateOf(now), message: now.message ?? why }
    },
    cancel: () => {
      ;[isThrown, isHeld, isCancelled] = [isHeld, false, true]
      job.cancel()
    },
    get done() {
      return job.done
    },
  }
}
