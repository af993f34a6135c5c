import { dayOf } from '#shared/domain/calendar'
import { CYCLE_BUCKETS, turnAt } from '#shared/domain/cycle'
import { LIFT_AFTER, OVERDUE_AFTER } from '#shared/domain/ground'
import { holidaysOf } from '#shared/domain/holidays'
import { countryOfZone } from '#shared/domain/home'
import { arrange, byHeat, byPromise, byRank, type Ready } from '#shared/domain/order'
import type { Bucket } from '#shared/domain/queue'
import { windowAt } from '#shared/domain/window'
import { workingAgo } from '#shared/domain/working'
import { repAtDesk } from '#electron/db/device'
import type { Db } from '#electron/db/open'
import { calendarsOf, cyclePlace, firstByRank, firstHot, firstPromised } from '#electron/db/queue-order'
import type { Deps } from './deps.ts'

/** Working minutes in which somebody who asked should be called. */
export const HOT_MINUTES = 5

/** Who asks, for which list, and when. */
export type Desk = {
  listId: string
  repId: string | null
  now: number
  /** 5 working minutes ago: a hot lead since then is still in time. */
  cutoff: number
  /** 0-6, in the cycle. */
  place: number
}

export function deskOf(tx: Db, deps: Deps, listId: string): Desk {
  const now = deps.now()
  const repId = repAtDesk(tx)?.id ?? null
  const team = { zone: deps.zone, isHoliday: holidaysOf(countryOfZone(deps.zone) ?? '') }
  const day = dayOf(deps.zone, now)
  return {
    listId,
    repId,
    now,
    cutoff: workingAgo(now, HOT_MINUTES, team),
    place: repId === null ? 0 : cyclePlace(tx, { repId, listId, day }),
  }
}

/** The very next one: one seek for each open calendar, and no more buckets than it takes. */
export function firstReady(tx: Db, desk: Desk): Ready | null {
  const first = (bucket: Bucket, compare: (a: Ready, b: Ready) => number) =>
    READ[bucket](tx, desk, bucket, 1).toSorted(compare)[0] ?? null
  const urgent = first('promise', byPromise) ?? first('hot', byHeat(desk.cutoff))
  if (urgent) return urgent
  const found = new Map<Bucket, Ready | null>()
  const bucket = turnAt(desk.place, (turn) => {
    if (!found.has(turn)) found.set(turn, first(turn, byRank))
    return found.get(turn) !== null
  })
  return (bucket && found.get(bucket)) ?? null
}

/** The first `limit` in the order in which they would be served. */
export function arranged(tx: Db, desk: Desk, limit: number): Ready[] {
  const buckets: readonly Bucket[] = ['promise', 'hot', ...CYCLE_BUCKETS]
  const ready = buckets.flatMap((bucket) => READ[bucket](tx, desk, bucket, limit))
  return arrange(ready, { ...desk, limit })
}

type Read = (tx: Db, desk: Desk, bucket: Bucket, limit: number) => Ready[]

const isOpen = (calendar: string, now: number) => windowAt(calendar, now).open

const ranked: Read = (tx, { listId, now }, bucket, limit) =>
  calendarsOf(tx, { listId, bucket })
    .filter((calendar) => isOpen(calendar, now))
    .flatMap((calendar) => firstByRank(tx, { listId, bucket, calendar, limit }))

const READ: Readonly<Record<Bucket, Read>> = {
  /** Near its time a promise lifts the window. */
  promise: (tx, { listId, repId, now }, bucket, limit) =>
    calendarsOf(tx, { listId, bucket }).flatMap((calendar) => {
      const since = isOpen(calendar, now) ? 0 : now - LIFT_AFTER
      return firstPromised(tx, {
        listId,
        bucket,
        calendar,
        limit,
        repId,
        since,
        anyones: now - OVERDUE_AFTER,
      })
    }),
  hot: (tx, { listId, now, cutoff }, bucket, limit) =>
    calendarsOf(tx, { listId, bucket })
      .filter((calendar) => isOpen(calendar, now))
      .flatMap((calendar) => firstHot(tx, { listId, bucket, calendar, limit, cutoff })),
  retry: ranked,
  new: ranked,
  review: ranked,
}
