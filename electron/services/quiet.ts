import type { Db } from '#electron/db/open'
import { perStore } from '#electron/db/per-store'
import { setTimeout as wait } from 'node:timers/promises'

/** Milliseconds without a request after which nobody is in the middle of something. */
const QUIET = 250
/** Milliseconds that work waits for that at most: a day of calls must not hold it up for good. */
const PATIENCE = 500

const last = perStore(() => ({ asked: -Infinity }))

/** Somebody asks for something now. */
export const somebodyAsks = (db: Db): void => void (last(db).asked = performance.now())

/** For work that nobody waits for: resolves once those who do wait have been served for a moment. */
export async function untilQuiet(db: Db): Promise<void> {
  const latest = performance.now() + PATIENCE
  for (;;) {
    const now = performance.now()
    const rest = Math.min(last(db).asked + QUIET, latest) - now
    if (rest <= 0) return
    await wait(rest, undefined, { ref: false })
  }
}
