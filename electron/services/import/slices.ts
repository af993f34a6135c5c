import type { Db } from '#electron/db/open'
import { clientOf } from '#electron/db/raw'

/** Milliseconds that one slice may work before whoever waits gets a turn. */
const SLICE = 8
/** Rows between two looks at the clock. */
const LOOK = 8

export class Stopped extends Error {}

export type Slices = { db: Db; stopIfAsked: () => void; toTheEnd: () => Slices }

/** `isAsked`: somebody cancelled, or the store is about to be closed. */
export function slicesOf(db: Db, isAsked: () => boolean, isClosing: () => boolean): Slices {
  const stopWhen = (asked: () => boolean) => () => {
    if (asked()) throw new Stopped()
  }
  const last: Slices = { db, stopIfAsked: stopWhen(isClosing), toTheEnd: () => last }
  return { db, stopIfAsked: stopWhen(isAsked), toTheEnd: () => last }
}

/** Does something to each, in transactions of a few milliseconds, and lets others in between. Throws Stopped. */
export async function inSlices<T>(
  slices: Slices,
  items: readonly T[],
  deed: (item: T) => void,
  after: () => void = () => {},
): Promise<void> {
  for (let at = 0; at < items.length;) {
    slices.stopIfAsked()
    at = unsynced(slices.db, () => {
      const until = performance.now() + SLICE
      let next = at
      for (; next < items.length; next++) {
        if (next % LOOK === 0 && next > at && performance.now() > until) break
        deed(items[next] as T)
      }
      return next
    })
    after()
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/**
 * A slice need not be on the disk before the next begins: a power cut takes the newest ones, and the import is taken out
 * or completed all the same. Whatever is logged in between is synced, and all before it in the log with it.
 */
function unsynced<T>(db: Db, deed: () => T): T {
  const client = clientOf(db)
  client.pragma('synchronous = NORMAL')
  try {
    return db.transaction(deed)
  } finally {
    client.pragma('synchronous = FULL')
  }
}
