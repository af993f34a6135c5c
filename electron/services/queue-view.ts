import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { dayOf, dayStart } from '#shared/domain/calendar'
import { LIFT_AFTER } from '#shared/domain/ground'
import { BUCKETS, NEVER, type Bucket } from '#shared/domain/queue'
import { windowAt } from '#shared/domain/window'
import { findLead } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { queueRow, type QueueRow } from '#electron/db/queue'
import { countDials, countLifted, countNumberless } from '#electron/db/queue-count'
import type { Deps } from './deps.ts'
import { mayCallFound, windowIn } from './may-call.ts'
import { gather } from './placing.ts'
import { refresh, settle, whyOf } from './queue.ts'
import { countQueue, type Counted } from './queue-counts.ts'
import { holdsOf } from './queue-holds.ts'
import { arranged, deskOf, type Desk } from './queue-ready.ts'
import { itemsOf } from './queue-why.ts'

type View = Output<'queue.view'>

export const queueHandlers = (deps: Deps) =>
  ({
    'queue.view': (input) => deps.db.transaction((tx) => view(tx, deps, input)),
    'queue.why': (input) => deps.db.transaction((tx) => why(tx, deps, input)),
  }) satisfies Partial<Handlers>

/** What a look at the whole queue may spend on those whose time has come. */
const A_LOOK = { promote: 2000, turn: 50 }

function view(tx: Db, deps: Deps, { listId, limit, seat }: Input<'queue.view'>): View {
  settle(tx, deps, listId, A_LOOK)
  const desk = deskOf(tx, deps, listId, seat)
  const { repId, now } = desk
  const order = arranged(tx, desk, limit).map(({ leadId }) => leadId)
  const counted = countQueue(tx, listId, now)
  const { counts, closed } = countsOf(tx, counted, { listId, now })
  const leased = leaveOut(tx, desk, counts)
  const since = dayStart(deps.zone, dayOf(deps.zone, now))
  return {
    counts,
    items: itemsOf(tx, deps, order),
    waiting: [...waitsOf(counted), ...closed, ...leased],
    noNumber: countNumberless(tx, listId),
    dialsToday: repId === null ? 0 : countDials(tx, { listId, repId, since }),
  }
}

/** Those who can be served now, by bucket, and those whom only a closed window holds. */
function countsOf(
  tx: Db,
  { ready }: Counted,
  { listId, now }: { listId: string; now: number },
): { counts: View['counts']; closed: View['waiting'] } {
  const counts = Object.fromEntries(BUCKETS.map((bucket) => [bucket, 0])) as Record<Bucket, number>
  const shut: { n: number; opensAt: number | null }[] = []
  for (const { bucket, calendar, n } of ready) {
    const { open, changesAt } = windowAt(calendar, now)
    const served = open ? n : bucket === 'promise' ? lifted(tx, listId, calendar, now) : 0
    counts[bucket] += served
    if (n > served) shut.push({ n: n - served, opensAt: changesAt })
  }
  const count = shut.reduce((total, { n }) => total + n, 0)
  const opening = shut.flatMap(({ opensAt }) => opensAt ?? [])
  const nextAt = opening.length > 0 ? Math.min(...opening) : null
  return { counts, closed: count > 0 ? [{ why: 'window', count, nextAt }] : [] }
}

/** Whom others have before them is served to nobody else, and counted as such. */
function leaveOut(tx: Db, { listId, now, taken }: Desk, counts: View['counts']): View['waiting'] {
  const rows = [...taken].flatMap((leadId) => queueRow(tx, leadId) ?? [])
  const served = rows.filter(
    (row) => row.listId === listId && servedFrom(row, now) === null && row.until === null,
  )
  for (const { bucket } of served) counts[bucket]--
  return served.length > 0 ? [{ why: 'leased', count: served.length, nextAt: null }] : []
}

const lifted = (tx: Db, listId: string, calendar: string, now: number) =>
  countLifted(tx, { listId, calendar, since: now - LIFT_AFTER })

const waitsOf = ({ waiting }: Counted): View['waiting'] =>
  waiting.flatMap(({ why, n, nextAt }) => (why ? [{ why, count: n, nextAt }] : []))

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
  const isLifted = bucket === 'promise' && dueAt !== null && at < dueAt + LIFT_AFTER
  const { open, changesAt } = windowAt(calendar, at)
  return isLifted || open ? until : changesAt
}
