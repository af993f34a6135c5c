import type { Db } from '#electron/db/open'
import { rescoreProgress } from '#electron/db/rescore'

/** Until no lead waits for its score, or its calendar. */
export async function scored({ db }: { db: Db }): Promise<void> {
  while (rescoreProgress(db) !== null) await new Promise((resolve) => setImmediate(resolve))
}
