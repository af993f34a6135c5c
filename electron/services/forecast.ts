import type { Handlers, Input, Output } from '#shared/contract/api'
import { addDays, dayOf, dayStart } from '#shared/domain/calendar'
import { forecast, leftOf, paceOf } from '#shared/domain/forecast'
import { ALL_LISTS } from '#shared/domain/list'
import { BUCKETS, type Bucket } from '#shared/domain/queue'
import { restOf } from '#shared/domain/rep-hours'
import { isServedIn } from '#shared/domain/territory'
import { patchOfKey, windowAt } from '#shared/domain/window'
import { recordOf } from '#shared/lib/table'
import { sumOf } from '#shared/lib/sum'
import { repAtDesk } from '#electron/db/device'
import { countReadyBy, dialsOfRep } from '#electron/db/forecast'
import { listIds } from '#electron/db/list'
import { cyclePlace } from '#electron/db/queue-order'
import type { Deps } from './deps.ts'
import { countQueue } from './queue-counts.ts'
import { hoursOf } from './rep-hours.ts'
import { territoryOf } from './territory.ts'

/** The days by which a rep's pace is known. */
const PACE_DAYS = 14

type Reading = Pick<Deps, 'db' | 'zone' | 'now'>

/** It only reads, and may take a second in a very large store: the reader's thread answers it. */
export const forecastHandlers = (deps: Reading) =>
  ({
    'queue.forecast': (input) => deps.db.transaction(() => today(deps, input)),
  }) satisfies Partial<Handlers>

function today({ db, zone, now }: Reading, { listId }: Input<'queue.forecast'>): Output<'queue.forecast'> {
  const at = now()
  const day = dayOf(zone, at)
  const repId = repAtDesk(db)?.id ?? null
  const since = dayStart(zone, addDays(day, -PACE_DAYS))
  const days = repId === null ? [] : dialsOfRep(db, { repId, since }).map((dialled) => dayOf(zone, dialled))
  const pace = paceOf(days, day)
  const hours = repId === null ? null : hoursOf(db, repId)
  const rest = hours && restOf(hours, zone, at)
  const done = days.filter((each) => each === day).length
  const left = pace === null ? null : leftOf(pace, done, rest?.share ?? 1)
  const place = repId === null ? 0 : cyclePlace(db, { repId, listId, day })
  const lists = listId === ALL_LISTS ? listIds(db) : [listId]
  const n = territoryOf(db, repId)?.n ?? null
  const isMine = ({ calendar }: { calendar: string }) => isServedIn(patchOfKey(calendar), n)
  const by = dayStart(zone, addDays(day, 1)) - 1
  const later = lists.flatMap((id) => countReadyBy(db, { listId: id, by }).filter(isMine))
  const ready = lists.flatMap((id) => countQueue(db, id, at).ready.filter(isMine))
  const today = { ready: readyToday(ready, zone, day, at), later: sumOf(later, (row) => row.n) }
  return {
    ...forecast({ ...today, place, left }),
    pace,
    left,
    endsAt: rest && rest.endsAt,
    isOff: rest?.endsAt === null,
  }
}

/** Those who can be called today: a window that opens on another day is another day's work. */
function readyToday(
  rows: ReturnType<typeof countQueue>['ready'],
  zone: string,
  day: string,
  now: number,
): Record<Bucket, number> {
  const counts = recordOf(BUCKETS, () => 0)
  for (const { bucket, calendar, n } of rows) {
    const { open, changesAt } = windowAt(calendar, now)
    if (open || (changesAt !== null && dayOf(zone, changesAt) === day)) counts[bucket] += n
  }
  return counts
}
