import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { dayOf, dayStart } from '#shared/domain/calendar'
import { liftedFrom } from '#shared/domain/ground'
import { ALL_LISTS } from '#shared/domain/list'
import { BUCKETS, NEVER } from '#shared/domain/queue'
import { windowAt } from '#shared/domain/window'
import { recordOf } from '#shared/lib/table'
import { sumOf } from '#shared/lib/sum'
import { findLead } from '#electron/db/lead'
import { listIds, listName } from '#electron/db/list'
import type { Db } from '#electron/db/open'
import { queueRow, type QueueRow } from '#electron/db/queue'
import { countDials, countLifted, countNumberless, countOwned } from '#electron/db/queue-count'
import type { Deps } from './deps.ts'
import { mayCallFound, windowIn } from './may-call.ts'
import { gather } from './placing.ts'
import { refresh, whyOf } from './queue.ts'
import { countQueue, type Counted } from './queue-counts.ts'
import { holdsOf } from './queue-holds.ts'
import { A_LOOK, settle } from './queue-next.ts'
import { arranged, deskOf, type Desk } from './queue-ready.ts'
import { itemsOf } from './queue-why.ts'

type View = Output<'queue.view'>

export const queueHandlers = (deps: Deps) =>
  ({
    'queue.view': (input) => deps.db.transaction((tx) => view(tx, deps, input)),
    'queue.why': (input) => deps.db.transaction((tx) => why(tx, deps, input)),
  }) satisfies Partial<Handlers>

function view(tx: Db, deps: Deps, { listId, limit, seat }: Input<'queue.view'>): View {
  settle(tx, deps, listId, A_LOOK)
  const desk = deskOf(tx, deps, listId, seat)
  const { repId, now } = desk
  const order = arranged(tx, desk, limit).map(({ leadId }) => leadId)
  const lists = listId === ALL_LISTS ? listIds(tx) : [listId]
  const parts = lists.map((id) => partOf(tx, desk, id))
  const since = dayStart(deps.zone, dayOf(deps.zone, now))
  return {
    counts: recordOf(BUCKETS, (bucket) => sumOf(parts, ({ counts }) => counts[bucket])),
    items: itemsOf(tx, deps, order, listId === ALL_LISTS ? (id) => listName(tx, id) : undefined),
    waiting: added(parts.flatMap(({ waiting }) => waiting)),
    noNumber: sumOf(parts, ({ noNumber }) => noNumber),
    dialsToday: repId === null ? 0 : sumOf(lists, (id) => countDials(tx, { listId: id, repId, since })),
  }
}

/** What one list gives. */
function partOf(tx: Db, desk: Desk, listId: string): Pick<View, 'counts' | 'waiting' | 'noNumber'> {
  const counted = countQueue(tx, listId, desk.now)
  const { counts, closed } = countsOf(tx, counted, desk, listId)
  const leased = leaveOut(tx, desk, listId, counts)
  return {
    counts,
    waiting: [...waitsOf(counted), ...closed, ...leased],
    noNumber: countNumberless(tx, listId),
  }
}

/** One line for each reason, whichever lists it is from. */
function added(waiting: View['waiting']): View['waiting'] {
  return [...Map.groupBy(waiting, ({ why }) => why)].map(([why, lines]) => {
    const times = lines.flatMap(({ nextAt }) => nextAt ?? [])
    return {
      why,
      count: sumOf(lines, ({ count }) => count),
      nextAt: times.length > 0 ? Math.min(...times) : null,
    }
  })
}

/** Those who can be served now, by bucket; those outside the rep's territory; those whom only a closed window holds. */
function countsOf(
  tx: Db,
  { ready }: Counted,
  desk: Desk,
  listId: string,
): { counts: View['counts']; closed: View['waiting'] } {
  const { now } = desk
  const counts = recordOf(BUCKETS, () => 0)
  const shut: { n: number; opensAt: number | null }[] = []
  let outside = 0
  for (const { bucket, calendar, n } of ready) {
    const { open, changesAt } = windowAt(calendar, now)
    if (!desk.isMine(calendar)) {
      const own = bucket === 'promise' ? ownPromises(tx, desk, listId, calendar, open) : 0
      counts[bucket] += own
      outside += n - own
      continue
    }
    const served = open ? n : bucket === 'promise' ? lifted(tx, listId, calendar, now) : 0
    counts[bucket] += served
    if (n > served) shut.push({ n: n - served, opensAt: changesAt })
  }
  const count = sumOf(shut, ({ n }) => n)
  const opening = shut.flatMap(({ opensAt }) => opensAt ?? [])
  const nextAt = opening.length > 0 ? Math.min(...opening) : null
  return {
    counts,
    closed: [
      ...(count > 0 ? [{ why: 'window' as const, count, nextAt }] : []),
      ...(outside > 0 ? [{ why: 'territory' as const, count: outside, nextAt: null }] : []),
    ],
  }
}

function ownPromises(
  tx: Db,
  { repId, now }: Desk,
  listId: string,
  calendar: string,
  isOpen: boolean,
): number {
  if (repId === null) return 0
  return countOwned(tx, { listId, calendar, ownerId: repId, since: isOpen ? 0 : liftedFrom(now) })
}

/** Whom others have before them is served to nobody else, and counted as such. */
function leaveOut(
  tx: Db,
  { now, taken, isMine, repId }: Desk,
  listId: string,
  counts: View['counts'],
): View['waiting'] {
  const rows = [...taken].flatMap((leadId) => queueRow(tx, leadId) ?? [])
  const served = rows.filter(
    (row) =>
      row.listId === listId &&
      row.until === null &&
      servedFrom(row, now) === null &&
      (isMine(row.calendar) || (row.bucket === 'promise' && row.ownerId === repId)),
  )
  for (const { bucket } of served) counts[bucket]--
  return served.length > 0 ? [{ why: 'leased', count: served.length, nextAt: null }] : []
}

const lifted = (tx: Db, listId: string, calendar: string, now: number) =>
  countLifted(tx, { listId, calendar, since: liftedFrom(now) })

const waitsOf = ({ waiting }: Counted): View['waiting'] =>
  waiting.flatMap(({ why, n, nextAt }) =>
    why ? [{ why, count: n, nextAt: nextAt === NEVER ? null : nextAt }] : [],
  )

function why(tx: Db, deps: Deps, { leadId, seat }: Input<'queue.why'>): Output<'queue.why'> {
  const lead = findLead(tx, leadId)
  if (!lead) throw new AppError('not-found', 'That lead is not here.', 'lead-unknown')
  refresh(tx, deps, [leadId])
  const row = queueRow(tx, leadId)
  const found = gather(tx, deps, leadId)
  const judged = mayCallFound(tx, deps, found, null)
  return {
    why: whyOf(tx, deps, found),
    window: windowIn(row?.calendar ?? found.placing.calendar, deps.now(), found.law.audience === 'business'),
    mayCall: { ...judged, conditions: [...judged.conditions, ...holdsOf(tx, deps, found, seat)] },
    nextAt: row ? servedFrom(row, deps.now()) : null,
  }
}

/** When the queue can bring it, as things stand; null when never or when it can at once. */
function servedFrom({ calendar, until, bucket, dueAt }: QueueRow, now: number): number | null {
  if (until === NEVER) return null
  const at = until ?? now
  const isLifted = bucket === 'promise' && dueAt !== null && dueAt >= liftedFrom(at)
  const { open, changesAt } = windowAt(calendar, at)
  return isLifted || open ? until : changesAt
}
