import { ALL_LISTS } from '#shared/domain/list'
import type { Db } from '#electron/db/open'
import { listIds } from '#electron/db/list'
import { perStore } from '#electron/db/per-store'
import { promote, promotePromises, queueRow, turning } from '#electron/db/queue'
import type { Deps } from './deps.ts'
import { refresh } from './queue.ts'
import { arranged, deskOf, firstReady } from './queue-ready.ts'
import { untilQuiet } from './quiet.ts'

/**
 * What somebody who waits may spend on others whose time has come: milliseconds, of so many at a time, and how many are
 * placed anew. The rest follows when nobody asks for anything.
 */
type Most = { ms: number; step: number; turn: number }
const A_CALL: Most = { ms: 0, step: 3, turn: 1 }
export const A_LOOK: Most = { ms: 6, step: 60, turn: 10 }
const A_SLICE: Most = { ms: 6, step: 100, turn: 10 }
const LOOK_AHEAD = 60

/**
 * The lead that the rep at the desk should call next: with `after`, the one that comes after it in the order as long as
 * it stands there, so that looking on never comes back to the same two. Null when none is ready.
 */
export function nextLead(
  tx: Db,
  deps: Deps,
  listId: string,
  after: string | null,
  seat?: string,
): string | null {
  settle(tx, deps, listId, A_CALL)
  const desk = deskOf(tx, deps, listId, seat)
  if (after === null || queueRow(tx, after)?.until !== null) return firstReady(tx, desk)?.leadId ?? null
  const order = arranged(tx, desk, LOOK_AHEAD).map(({ leadId }) => leadId)
  return order[order.indexOf(after) + 1] ?? order.find((leadId) => leadId !== after) ?? null
}

/** Those whose wait is over become ready, what was promised before all else, and those that time has moved are placed. */
export function settle(tx: Db, deps: Deps, listId: string, most: Most): void {
  if (isLeft(tx, deps, listId, most)) settleLater(deps, listId)
}

function isLeft(tx: Db, deps: Deps, listId: string, { ms, step, turn }: Most): boolean {
  const [began, now] = [performance.now(), deps.now()]
  const turned = turning(tx, { now, limit: turn })
  refresh(tx, deps, turned)
  const waiting = (listId === ALL_LISTS ? listIds(tx) : [listId]).filter((id) => {
    promotePromises(tx, { listId: id, now })
    while (promote(tx, { listId: id, now, limit: step }) === step)
      if (performance.now() - began > ms) return true
    return false
  })
  return waiting.length > 0 || turned.length === turn
}

const later = perStore(() => ({ isOn: false }))

/** A morning in which thousands become ready at once is worked off in slices, while nobody asks for anything. */
function settleLater(deps: Deps, listId: string): void {
  const state = later(deps.db)
  if (state.isOn) return
  state.isOn = true
  const slices = async () => {
    do {
      await new Promise((resolve) => setImmediate(resolve))
      await untilQuiet(deps.db)
      if (deps.closing.aborted) return
    } while (deps.db.transaction((tx) => isLeft(tx, deps, listId, A_SLICE)))
    deps.emit({ kind: 'changed', topics: ['queue'] })
  }
  slices()
    .catch(console.error)
    .finally(() => (state.isOn = false))
}
