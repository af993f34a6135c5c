import { mergeIndex, rewrite, sizeOf } from '#electron/db/erase-clean'
import { clientOf } from '#electron/db/raw'
import type { Deps } from '../deps.ts'
import { untilQuiet } from '../quiet.ts'
import { takeTurns } from '../turns.ts'
import { entries, unclean, write } from './journal.ts'

/** Bytes; writing a larger store anew takes more than half a second, and waits for the next start. */
const REWRITTEN_AT_ONCE = 64 * 1024 * 1024

/** Takes what was erased out of every page of the store. Nobody waits for it; what it does not get to, the next start does. */
export async function clean(deps: Deps, mayRewrite = sizeOf(deps.db) <= REWRITTEN_AT_ONCE): Promise<void> {
  const ids = unclean(entries(deps))
  if (ids.length === 0) return
  const isOpen = () => !deps.closing.aborted && clientOf(deps.db).open
  try {
    const turns = takeTurns()
    for (let isFirst = true; isOpen() && mergeIndex(deps.db, isFirst); isFirst = false) await turns.next()
    await untilQuiet(deps.db)
    if (!mayRewrite || !isOpen() || !rewrite(deps.db)) return
    for (const id of ids) write(deps, { kind: 'clean', id })
    deps.emit({ kind: 'changed', topics: ['leads'] })
  } catch (error) {
    if (isOpen()) console.error(error)
  }
}
