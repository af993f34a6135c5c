import { CAPS, capsReached } from '#shared/domain/cap'
import { placeAfter } from '#shared/domain/cycle'
import { liftedFrom } from '#shared/domain/ground'
import { place } from '#shared/domain/place'
import type { QueueEntry } from '#shared/domain/queue'
import { fitOf } from '#shared/domain/score'
import { clockOfKey } from '#shared/domain/window'
import { keysOf } from '#shared/lib/table'
import { dialsOfCompany, dialsOfNumber } from '#electron/db/dials'
import { dropKeptRanks, keepRank, rankKept } from '#electron/db/kept-rank'
import { otherLeads, phonesOf, saveCaches, type LeadRow } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import {
  calendarsOfCompany,
  capCompany,
  heldByCompany,
  heldCalendarsOfCompany,
  latePromises,
  putQueueRow,
  queueRow,
  sensitiveToNumber,
} from '#electron/db/queue'
import { cyclePlace, saveCyclePlace } from '#electron/db/queue-order'
import type { Deps } from './deps.ts'
import { calendarOf, fitFactsOf, gather, whereabouts, type Gathered } from './placing.ts'
import { whyFor, type Why } from './queue-why.ts'
import { fitNow } from './score.ts'

const TWO_DAYS = 2 * 86_400_000

/** Brings the caches and queue rows of these leads up to their facts. Call it after every fact, in its transaction. */
export function refresh(tx: Db, deps: Deps, leadIds: readonly string[]): void {
  for (const leadId of leadIds) {
    const found = gather(tx, deps, leadId)
    keepCaches(tx, found)
    const { lead } = found.row
    const who = { leadId, listId: lead.listId, personId: lead.personId, companyId: lead.companyId }
    const entry = place(found.placing, deps.now())
    const before = queueRow(tx, leadId)
    const ownerId = found.placing.standing.ownerId
    putQueueRow(tx, { ...who, ownerId }, ranked(tx, leadId, { before, entry }, deps.now()))
    // A promise that is made holds the person's other leads, one that is settled frees them.
    if (isPromised(before) !== isPromised(entry)) refresh(tx, deps, otherLeads(tx, lead))
  }
}

const isPromised = (entry: Pick<QueueEntry, 'bucket'> | null | undefined) => entry?.bucket === 'promise'

type Placed = { before: QueueEntry | undefined; entry: QueueEntry | null }
/**
 * Points count as they stood when the lead became ready: what is learnt later waits for the next time. Whoever is taken
 * out and comes back as of the same instant, as by an undo, has the rank of then.
 */
function ranked(tx: Db, leadId: string, { before, entry }: Placed, now: number): QueueEntry | null {
  const wasReady = before !== undefined && before.readyAt <= now
  if (wasReady && before.readyAt === entry?.readyAt) return { ...entry, rank: before.rank }
  if (wasReady) keepRank(tx, { leadId, readyAt: before.readyAt, rank: before.rank, keptAt: now })
  if (!entry || entry.readyAt > now) return entry
  return { ...entry, rank: rankKept(tx, { leadId, readyAt: entry.readyAt }) ?? entry.rank }
}

/** Longer than any deed of the desk can be taken back. */
const KEPT = 2 * 86_400_000
export const forgetRanks = ({ db, now }: Deps): void => dropKeptRanks(db, now() - KEPT)

function keepCaches(tx: Db, { row, placing: { standing, profile } }: Gathered): void {
  const { open: _, ...cached } = standing
  const after = { ...cached, fit: fitOf(fitFactsOf(tx, row, profile), profile, row.list.id) }
  const names = keysOf(after)
  if (names.some((name) => row.lead[name] !== after[name])) saveCaches(tx, row.lead.id, after)
}

/**
 * The other leads that a dial of this one touches, or the undo of one: the person's in other lists, and where a cap is
 * reached or lifted, the company's and those with the same number. Call it after `refresh`.
 */
export function refreshAround(tx: Db, deps: Deps, row: LeadRow): void {
  const { lead } = row
  const touched = new Set([
    ...otherLeads(tx, lead),
    ...sharingNumber(tx, deps, row),
    ...(lead.companyId === null ? [] : capAround(tx, deps, lead.companyId)),
  ])
  touched.delete(lead.id)
  refresh(tx, deps, [...touched])
}

function sharingNumber(tx: Db, deps: Deps, row: LeadRow): string[] {
  const phones = phonesOf(tx, row.person.id)
  const zone = clockOfKey(calendarOf(whereabouts(row, phones), row.list, deps.zone))
  return phones.flatMap((phone) => {
    const dials = dialsOfNumber(tx, phone, deps.now() - TWO_DAYS)
    const numbers = [{ switchboard: phone.status === 'switchboard', dials }]
    const [cap] = capsReached({ person: [], company: [], numbers }, zone, deps.now())
    return sensitiveToNumber(tx, phone.e164, cap?.until ?? null)
  })
}

/**
 * A company may have thousands of leads: its cap is laid over them by calendar, and while too few were dialled for any cap
 * only those that one held back or that are promised are looked at. Returns those to place one by one.
 */
export function capAround(tx: Db, deps: Deps, companyId: string): string[] {
  const now = deps.now()
  const before = liftedFrom(now)
  const company = dialsOfCompany(tx, companyId, now - TWO_DAYS)
  const ofWhom = company.length < CAPS.companyADay ? heldCalendarsOfCompany : calendarsOfCompany
  const calendars = ofWhom(tx, { companyId, before })
  const freed = calendars.flatMap(({ calendar, isHeld }) => {
    const [cap] = capsReached({ person: [], company, numbers: [] }, clockOfKey(calendar), now)
    if (!cap) return isHeld ? heldByCompany(tx, companyId, calendar) : []
    capCompany(tx, { companyId, calendar, until: cap.until })
    return []
  })
  return calendars.some(({ isLate }) => isLate) ? [...freed, ...latePromises(tx, companyId, before)] : freed
}

/**
 * Moves the rep's place in the cycle past the turn that this lead's dial took. Call it when a dial (flag attempt) is
 * logged, before `refresh`, with the day at this desk (`YYYY-MM-DD`). A promise or a hot lead takes no turn.
 */
export function advanceCycle(tx: Db, repId: string, listId: string, day: string, leadId: string): void {
  const bucket = queueRow(tx, leadId)?.bucket
  if (!bucket) return
  const key = { repId, listId, day }
  const before = cyclePlace(tx, key)
  const after = placeAfter(before, bucket)
  if (after !== before) saveCyclePlace(tx, key, after)
}

/** Why this one: null when the lead is not in the queue. */
export function whyOf(tx: Db, deps: Deps, found: Gathered): Why | null {
  const { lead } = found.row
  const { calls, promises } = found.placing.facts
  const queued = queueRow(tx, lead.id)
  return queued
    ? whyFor(tx, deps, { ...queued, fit: fitNow(deps, found), source: lead.source }, calls, promises)
    : null
}
