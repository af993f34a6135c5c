import type * as z from 'zod'

import type { queueItem } from '#shared/contract/queue'
import type { CallFact, PromiseFact } from '#shared/domain/facts'
import { holidaysOf } from '#shared/domain/holidays'
import { countryOfZone } from '#shared/domain/home'
import { attemptsOf, FLOOR, leastTriedPart } from '#shared/domain/ladder'
import { openDate } from '#shared/domain/promise'
import { lastIntent } from '#shared/domain/score'
import { clockOfKey, isHolidayOfKey } from '#shared/domain/window'
import { dayOf } from '#shared/domain/calendar'
import { workingClock } from '#shared/domain/working-time'
import { MINUTE } from '#shared/lib/time'
import { repAtDesk } from '#electron/db/device'
import { callsOf, promisesOf, signalsOf } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { findRep } from '#electron/db/people'
import { queueItems, type QueueItem } from '#electron/db/queue-count'
import type { Deps } from './deps.ts'
import { HOT_MINUTES } from './queue-ready.ts'
import { currentRules } from './rules.ts'

type Item = z.output<typeof queueItem>
export type Why = Item['why']

/** These leads as the queue shows them, each with why it is there; those not in the queue are left out. */
export function itemsOf(
  tx: Db,
  deps: Deps,
  leadIds: readonly string[],
  nameOfList: (listId: string) => string | null = () => null,
): Item[] {
  const found = new Map(queueItems(tx, leadIds, deps.now()).map((item) => [item.leadId, item]))
  const [calls, promises] = [callsOf(tx, leadIds), promisesOf(tx, leadIds)]
  return leadIds.flatMap((leadId) => {
    const item = found.get(leadId)
    if (!item) return []
    const why = whyFor(tx, deps, item, calls.get(leadId) ?? [], promises.get(leadId) ?? [])
    return [{ leadId, name: item.name, company: item.company, list: nameOfList(item.listId), why }]
  })
}

type Placed = Omit<QueueItem, 'name' | 'company' | 'listId'>

export function whyFor(
  tx: Db,
  deps: Deps,
  { bucket, dueAt, calendar, leadId, fit, source, readyAt }: Placed,
  calls: readonly CallFact[],
  promises: readonly PromiseFact[],
): Why {
  const attempts = attemptsOf(calls)
  const date = openDate(calls, promises)
  const place = { zone: clockOfKey(calendar), isHoliday: isHolidayOfKey(calendar) }
  const at = { promise: dueAt, hot: dueAt, retry: date?.dueAt ?? null, new: null, review: readyAt }[bucket]
  return {
    bucket,
    at,
    by: bucket === 'promise' && date ? nameOf(tx, date.repId) : null,
    lateMinutes: lateness(deps, bucket, dueAt),
    leftMinutes: bucket === 'hot' && dueAt !== null ? leftOf(deps, dueAt) : null,
    signal: bucket === 'hot' ? intentOf(tx, deps, leadId) : null,
    attempt: attempts.count + (attempts.busyRetry ? 0 : 1),
    floor: FLOOR,
    leastTried: bucket === 'retry' ? leastTriedPart(attempts, place) : null,
    fit,
    source,
  }
}

/** Null when it was whoever sits at this desk. */
const nameOf = (tx: Db, repId: string): string | null =>
  repAtDesk(tx)?.id === repId ? null : (findRep(tx, repId)?.name ?? null)

const intentOf = (tx: Db, deps: Deps, leadId: string): string | null =>
  lastIntent(signalsOf(tx, leadId), currentRules(tx).score, deps.now())?.kind ?? null

/** Minutes past a promise's time; of a hot lead, working minutes past its first five. Null while in time. */
function lateness({ now, zone }: Deps, bucket: Item['why']['bucket'], dueAt: number | null): number | null {
  if (dueAt === null) return null
  const late =
    bucket === 'hot' ? workedSince(dueAt, now(), zone) - HOT_MINUTES : Math.floor((now() - dueAt) / MINUTE)
  return late > 0 ? late : null
}

/** Of the working minutes in which somebody who asked should be called. */
function leftOf({ now, zone }: Deps, dueAt: number): number | null {
  const left = HOT_MINUTES - workedSince(dueAt, now(), zone)
  return left > 0 ? left : null
}

function workedSince(at: number, now: number, zone: string): number {
  const clock = workingClock(zone, holidaysOf(countryOfZone(zone) ?? ''), dayOf(zone, at))
  return clock(now) - clock(at)
}
