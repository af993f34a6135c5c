import { placeAfter, turnAt, type CycleBucket } from './cycle.ts'
import type { Bucket } from './queue.ts'

/** Leads that stand in the queue today, and how far somebody gets. */
export type Today = {
  /** Ready now, by bucket. */
  ready: Readonly<Record<Bucket, number>>
  /** Those whose wait ends before the day does. */
  later: number
  /** The rep's place in the cycle, 0-6. */
  place: number
  /** Dials they have left today at their own pace; null when nobody knows it. */
  left: number | null
}
type Forecast = {
  /** Promises, hot leads, retries and reviews of today. New ones are nobody's due. */
  due: number
  /** Of those due and of the new, how many today will not reach; null when the pace is not known. */
  dueLeft: number | null
  newLeft: number | null
}

/** How today ends if every dial goes as the queue would have it: PRODUCT.md section 7. Who comes later is a retry. */
export function forecast({ ready, later, place, left }: Today): Forecast {
  const urgent = ready.promise + ready.hot
  const due = urgent + ready.retry + ready.review + later
  if (left === null) return { due, dueLeft: null, newLeft: null }
  const rest: Record<CycleBucket, number> = {
    retry: ready.retry + later,
    new: ready.new,
    review: ready.review,
  }
  const all = rest.retry + rest.new + rest.review
  const urgentLeft = Math.max(0, urgent - left)
  let at = place
  for (let dials = Math.min(all, left - urgent); dials > 0; dials--) {
    const bucket = turnAt(at, (turn) => rest[turn] > 0)
    if (!bucket) break
    rest[bucket]--
    at = placeAfter(at, bucket)
  }
  return { due, dueLeft: urgentLeft + rest.retry + rest.review, newLeft: rest.new }
}

/** Dials a day over the days with any, today left out; null when there was none. */
export function paceOf(days: readonly string[], today: string): number | null {
  const before = days.filter((day) => day < today)
  const worked = new Set(before).size
  return worked === 0 ? null : Math.round(before.length / worked)
}

/** Dials left today at a pace a day: those not made yet, and no more than what is to come of their hours has room for. */
export const leftOf = (pace: number, done: number, share: number): number =>
  Math.max(0, Math.min(pace - done, Math.ceil(pace * share)))
