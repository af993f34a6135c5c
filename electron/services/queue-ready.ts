import { dayOf } from '#shared/domain/calendar'
import { CYCLE_BUCKETS, turnAt } from '#shared/domain/cycle'
import { liftedFrom } from '#shared/domain/ground'
import { holidaysOf } from '#shared/domain/holidays'
import { countryOfZone } from '#shared/domain/home'
import { ALL_LISTS } from '#shared/domain/list'
import { arrange, byHeat, byList, byPromise, nextOf, type Ahead, type Ready } from '#shared/domain/order'
import { teamFrom, type PromisePolicy } from '#shared/domain/promise'
import type { Bucket } from '#shared/domain/queue'
import { isServedIn } from '#shared/domain/territory'
import { patchOfKey, windowAt } from '#shared/domain/window'
import { workingAgo } from '#shared/domain/working'
import { repAtDesk } from '#electron/db/device'
import type { Db } from '#electron/db/open'
import { takenByOthers } from '#electron/db/lease'
import { aheadOf, policyOf } from '#electron/db/list'
import { calendarsOf, cyclePlace, firstByRank, firstHot, readyLists } from '#electron/db/queue-order'
import { firstDueBy, firstOwned, hasOwned } from '#electron/db/queue-promised'
import type { Deps } from './deps.ts'
import { seatOf } from './lease.ts'
import { absentReps } from './rep-hours.ts'
import { territoryOf } from './territory.ts'

/** Working minutes in which somebody who asked should be called. */
export const HOT_MINUTES = 5

/** Who asks, for which lists, and when. */
export type Desk = {
  listIds: readonly string[]
  repId: string | null
  now: number
  /** 5 working minutes ago: a hot lead since then is still in time. */
  cutoff: number
  /** 0-6, in the cycle. */
  place: number
  /** What others have before them. */
  taken: ReadonlySet<string>
  policyOf: (listId: string) => PromisePolicy
  ahead: Ahead
  /** Whether those of that calendar lie in the rep's territory. */
  isMine: (calendar: string) => boolean
  /** Asked only where somebody promised something. */
  absent: () => readonly string[]
}

/** `listId` may be `ALL_LISTS`. */
export function deskOf(tx: Db, deps: Deps, listId: string, seat?: string): Desk {
  const now = deps.now()
  const repId = repAtDesk(tx)?.id ?? null
  const team = { zone: deps.zone, isHoliday: holidaysOf(countryOfZone(deps.zone) ?? '') }
  const day = dayOf(deps.zone, now)
  const territory = territoryOf(tx, repId)?.n ?? null
  return {
    listIds: listId === ALL_LISTS ? readyLists(tx) : [listId],
    repId,
    now,
    cutoff: workingAgo(now, HOT_MINUTES, team),
    place: repId === null ? 0 : cyclePlace(tx, { repId, listId, day }),
    taken: new Set(takenByOthers(tx, { seat: seatOf(repId, seat), now })),
    policyOf: (id) => policyOf(tx, id),
    // Of one list nobody goes before.
    ahead: listId === ALL_LISTS ? (id) => aheadOf(tx, id) : () => 0,
    isMine: (calendar) => isServedIn(patchOfKey(calendar), territory),
    absent: () => absentReps(tx, deps, now),
  }
}

/** The very next one: one seek for each open calendar, and no more buckets than it takes. */
export function firstReady(tx: Db, desk: Desk): Ready | null {
  const first = (bucket: Bucket, compare: (a: Ready, b: Ready) => number) =>
    read(tx, desk, bucket, 1).toSorted(compare)[0] ?? null
  const urgent = first('promise', byPromise) ?? first('hot', byHeat(desk.cutoff))
  if (urgent) return urgent
  const found = new Map<Bucket, Ready | null>()
  const bucket = turnAt(desk.place, (turn) => {
    if (!found.has(turn)) found.set(turn, nextOf(byList(read(tx, desk, turn, 1)), desk.ahead))
    return found.get(turn) !== null
  })
  return (bucket && found.get(bucket)) ?? null
}

/** The first `limit` in the order in which they would be served. */
export function arranged(tx: Db, desk: Desk, limit: number): Ready[] {
  const buckets: readonly Bucket[] = ['promise', 'hot', ...CYCLE_BUCKETS]
  const ready = buckets.flatMap((bucket) => read(tx, desk, bucket, limit))
  return arrange(ready, { ...desk, limit })
}

/** Those that others have before them are few: where they are met, so many more are read, and they are left out. */
const read: Read = (tx, desk, bucket, limit) => {
  const free = (rows: Ready[]) => rows.filter(({ leadId }) => !desk.taken.has(leadId))
  const rows = READ[bucket](tx, desk, bucket, limit)
  const found = free(rows)
  return found.length === rows.length ? found : free(READ[bucket](tx, desk, bucket, limit + desk.taken.size))
}

type Read = (tx: Db, desk: Desk, bucket: Bucket, limit: number) => Ready[]

const isOpen = (calendar: string, now: number) => windowAt(calendar, now).open

/** In every list of the desk, those of each calendar that may be called now and are the rep's to call. */
const servable = (tx: Db, { listIds, now, isMine }: Desk, bucket: Bucket) =>
  listIds.flatMap((listId) =>
    calendarsOf(tx, { listId, bucket })
      .filter((calendar) => isMine(calendar) && isOpen(calendar, now))
      .map((calendar) => ({ listId, bucket, calendar })),
  )

const ranked: Read = (tx, desk, bucket, limit) =>
  servable(tx, desk, bucket).flatMap((of) => firstByRank(tx, { ...of, limit }))

/**
 * Near its time a promise lifts the window. Its owner's first, or nobody's; who is away leaves it to the team. A word
 * that was given is kept wherever the person is: a rep's own promises are served outside their territory too.
 */
const promised: Read = (tx, desk, bucket, limit) => {
  const { listIds, repId, now } = desk
  const found = listIds.flatMap((listId) => {
    const calendars = calendarsOf(tx, { listId, bucket })
    if (calendars.length === 0) return []
    const others = [...new Set([null, ...desk.absent()])].filter(
      (ownerId) => ownerId !== repId && hasOwned(tx, { listId, ownerId }),
    )
    const by = teamFrom(desk.policyOf(listId), now)
    return calendars.flatMap((calendar) => {
      const walk = { listId, calendar, limit, since: isOpen(calendar, now) ? 0 : liftedFrom(now) }
      const own = repId === null ? [] : firstOwned(tx, { ...walk, ownerId: repId })
      if (!desk.isMine(calendar)) return own
      const free = others.flatMap((ownerId) => firstOwned(tx, { ...walk, ownerId }))
      return [...own, ...free, ...(by === null ? [] : firstDueBy(tx, { ...walk, by }))]
    })
  })
  return [...new Map(found.map((each) => [each.leadId, each])).values()]
}

const READ: Readonly<Record<Bucket, Read>> = {
  promise: promised,
  hot: (tx, desk, bucket, limit) =>
    servable(tx, desk, bucket).flatMap((of) => firstHot(tx, { ...of, limit, cutoff: desk.cutoff })),
  retry: ranked,
  new: ranked,
  review: ranked,
}
