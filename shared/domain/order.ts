import { CYCLE_BUCKETS, placeAfter, turnAt, type CycleBucket } from './cycle.ts'
import type { Bucket } from './queue.ts'

/** A lead that is ready, as far as order needs it: PRODUCT.md section 7. */
export type Ready = {
  leadId: string
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

/** The first `limit` as they would be served, each dialled in turn. `place` is where the rep stands in the cycle. */
export function arrange(
  ready: readonly Ready[],
  { cutoff, place, limit }: { cutoff: number; place: number; limit: number },
): Ready[] {
  const of = (bucket: Bucket, compare: Compare) =>
    ready.filter((each) => each.bucket === bucket).toSorted(compare)
  const served = [...of('promise', byPromise), ...of('hot', byHeat(cutoff))].slice(0, limit)
  const rest = Object.fromEntries(CYCLE_BUCKETS.map((bucket) => [bucket, of(bucket, byRank)])) as Record<
    CycleBucket,
    Ready[]
  >
  let at = place
  while (served.length < limit) {
    const bucket = turnAt(at, (turn) => rest[turn].length > 0)
    const next = bucket && rest[bucket].shift()
    if (!next) break
    served.push(next)
    at = placeAfter(at, next.bucket)
  }
  return served
}

const timeOf = ({ dueAt, readyAt }: Ready) => dueAt ?? readyAt
const byTies: Compare = (a, b) =>
  a.readyAt - b.readyAt || a.attempts - b.attempts || (a.leadId < b.leadId ? -1 : a.leadId > b.leadId ? 1 : 0)
