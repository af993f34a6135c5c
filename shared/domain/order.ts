import { recordOf } from '../lib/table.ts'
import { DAY } from '../lib/time.ts'
import { CYCLE_BUCKETS, placeAfter, turnAt, type CycleBucket } from './cycle.ts'
import type { Bucket } from './queue.ts'

/** A lead that is ready, as far as order needs it: PRODUCT.md section 7. */
export type Ready = {
  leadId: string
  listId: string
  bucket: Bucket
  rank: number
  readyAt: number
  attempts: number
  /** Promise: its time. Hot: the intent action. */
  dueAt: number | null
}

type Compare = (a: Ready, b: Ready) => number

/** Order inside retry, new and review. */
export const byRank: Compare = (a, b) => a.rank - b.rank || byTies(a, b)

/** Overdue ones are the oldest, so one order by time serves both. */
export const byPromise: Compare = (a, b) => timeOf(a) - timeOf(b) || byTies(a, b)

/** `cutoff`: 5 working minutes ago. Those inside by least time left, then the newest action first. */
export const byHeat =
  (cutoff: number): Compare =>
  (a, b) => {
    const [insideA, insideB] = [timeOf(a) > cutoff, timeOf(b) > cutoff]
    if (insideA !== insideB) return insideA ? -1 : 1
    return (insideA ? timeOf(a) - timeOf(b) : timeOf(b) - timeOf(a)) || byTies(a, b)
  }

/** By how many milliseconds a list goes before others; see `AHEAD`. */
export type Ahead = (listId: string) => number

/**
 * Who is next of retry, new or review, given each list's own in their order. A list's priority moves its leads forward
 * or back, but nobody is passed by one that became ready more than 30 days later: a rank is at most 30 days before its
 * `readyAt`, so whoever was ready by the least rank + 30 days passes nobody who waited longer. Inside a list the order
 * stands; the list of the least rank can always be served.
 */
export function nextOf(lists: readonly (readonly Ready[])[], ahead: Ahead): Ready | null {
  const heads = lists.flatMap(([head]) => head ?? [])
  const latest = Math.min(...heads.map(({ rank }) => rank)) + BOUND
  const [first] = heads
    .filter(({ readyAt }) => readyAt <= latest)
    .toSorted((a, b) => a.rank - ahead(a.listId) - (b.rank - ahead(b.listId)) || byTies(a, b))
  return first ?? null
}
const BOUND = 30 * DAY

/** Apart by list, each in its own order. */
export const byList = (ready: readonly Ready[]): Ready[][] =>
  [...Map.groupBy(ready, ({ listId }) => listId).values()].map((rows) => rows.toSorted(byRank))

type Arranging = { cutoff: number; place: number; limit: number; ahead?: Ahead }

/** The first `limit` as they would be served, each dialled in turn. `place` is where the rep stands in the cycle. */
export function arrange(
  ready: readonly Ready[],
  { cutoff, place, limit, ahead = () => 0 }: Arranging,
): Ready[] {
  const of = (bucket: Bucket, compare: Compare) =>
    ready.filter((each) => each.bucket === bucket).toSorted(compare)
  const served = [...of('promise', byPromise), ...of('hot', byHeat(cutoff))].slice(0, limit)
  const rest = recordOf(CYCLE_BUCKETS, (bucket) => byList(ready.filter((each) => each.bucket === bucket)))
  let at = place
  while (served.length < limit) {
    const bucket = turnAt(at, (turn) => rest[turn].some((list) => list.length > 0))
    const next = bucket && nextOf(rest[bucket], ahead)
    if (!next) break
    rest[next.bucket as CycleBucket].find(([head]) => head === next)?.shift()
    served.push(next)
    at = placeAfter(at, next.bucket)
  }
  return served
}

const timeOf = ({ dueAt, readyAt }: Ready) => dueAt ?? readyAt
const byTies: Compare = (a, b) =>
  a.readyAt - b.readyAt || a.attempts - b.attempts || (a.leadId < b.leadId ? -1 : a.leadId > b.leadId ? 1 : 0)
