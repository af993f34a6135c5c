import { sumOf } from '#shared/lib/sum'
import { countCycle, countUrgent, countWaiting } from '#electron/db/queue-count'
import type { Db } from '#electron/db/open'
import { perStore } from '#electron/db/per-store'

type Ready = ReturnType<typeof countCycle>[number]
type Many = { ready: readonly Ready[]; waiting: ReturnType<typeof countWaiting> }
export type Counted = Many

/** From so many rows on, counting takes longer than anybody should wait for a number that hardly moves. */
const MANY = 50_000
/** Milliseconds for which such a count is good enough. */
const LASTS = 5000

const kept = perStore(() => new Map<string, Many & { at: number }>())

/**
 * The ready ones by bucket and calendar, and those who wait by reason. What is promised or hot is always counted anew; of
 * a very large queue the rest may be some seconds old.
 */
export function countQueue(tx: Db, listId: string, now: number): Counted {
  const { ready, waiting } = manyOf(tx, listId, now)
  return { ready: [...countUrgent(tx, listId), ...ready], waiting }
}

function manyOf(tx: Db, listId: string, now: number): Many {
  const lists = kept(tx)
  const before = lists.get(listId)
  if (before && now >= before.at && now < before.at + LASTS) return before
  const many = { ready: countCycle(tx, listId), waiting: countWaiting(tx, listId) }
  const rows = sumOf([...many.ready, ...many.waiting], ({ n }) => n)
  if (rows >= MANY) lists.set(listId, { ...many, at: now })
  else lists.delete(listId)
  return many
}
