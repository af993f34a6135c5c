import { capsReached, type Dials } from './cap.ts'
import type { LeadFacts } from './facts.ts'
import { groundOf, type Episode, type Ground } from './ground.ts'
import { attemptsOf } from './ladder.ts'
import type { ScoreProfile, Signal } from './profile.ts'
import { NEVER, rankOf, type QueueEntry, type Wait } from './queue.ts'
import { behaviourOf, lastIntent } from './score.ts'
import type { Stage } from './stage.ts'
import { clockOfKey, isHolidayOfKey } from './window.ts'

/** All that decides where a lead stands in the queue. */
export type Placing = Omit<Episode, 'place'> & {
  calendar: string
  /** Suppressed or erased: nobody calls, whatever happens. */
  forbidden: boolean
  /** Numbers that could be called. */
  callable: number
  dials: Dials
  /** The person's other leads hold this one until then: dialled or promised today elsewhere. */
  heldUntil: number | null
  /** A rep passed it over until then. */
  snoozedUntil: number | null
  /** Fit + behaviour + BANT now, in hundredths, as they stood at an instant. */
  pointsAt: (at: number) => number
}

/** A lead's row in the queue, from its facts alone: the same facts give the same row. Null = not in the queue. */
export function place(lead: Placing, now: number): QueueEntry | null {
  const { calendar, facts, signals, profile } = lead
  const where = { zone: clockOfKey(calendar), isHoliday: isHolidayOfKey(calendar) }
  const ground = lead.forbidden ? null : groundOf({ ...lead, place: where }, now)
  if (!ground) return null
  const { bucket, readyAt, dueAt } = ground
  const entry = {
    bucket,
    calendar,
    rank: rankOf(readyAt, lead.pointsAt(readyAt)),
    readyAt,
    attempts: attemptsOf(facts.calls).count,
    dueAt,
    turnsAt: earliest(ground.turnsAt, nextIntent(signals, profile, now)),
  }
  if (lead.callable === 0) return { ...entry, until: NEVER, why: 'no_number' }
  const wait = longestWait(waitsOf(ground, lead, where.zone, now))
  return { ...entry, until: wait?.until ?? null, why: wait?.why ?? null }
}

type Waiting = { why: Wait; until: number }

/** In this order of equals: the company's cap last, since it is laid over all its leads at once. */
function waitsOf(ground: Ground, lead: Placing, zone: string, now: number): Waiting[] {
  const own = { why: ground.wait, until: ground.readyAt }
  if (ground.lifted) return [own].filter(({ until }) => until > now)
  const held = lead.heldUntil === null ? [] : [{ why: 'other_list' as const, until: lead.heldUntil }]
  const snoozed = lead.snoozedUntil === null ? [] : [{ why: 'snoozed' as const, until: lead.snoozedUntil }]
  return [own, ...snoozed, ...held, ...capsReached(lead.dials, zone, now)].filter(({ until }) => until > now)
}

const longestWait = (waits: readonly Waiting[]): Waiting | null =>
  waits.reduce<Waiting | null>(
    (longest, each) => (longest && longest.until >= each.until ? longest : each),
    null,
  )

/** A file may date an action in the future; it counts from then on. */
function nextIntent(signals: readonly Signal[], profile: ScoreProfile, now: number): number | null {
  const later = signals.filter(({ at }) => at > now)
  return later.reduce<number | null>(
    (first, signal) => (lastIntent([signal], profile, signal.at) ? earliest(first, signal.at) : first),
    null,
  )
}

const earliest = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b)

/** What an import knows of a lead that is new, of a person nobody has called. */
type Fresh = {
  stage: Extract<Stage, 'inquiry' | 'lead' | 'mql'>
  createdAt: number
  calendar: string
  forbidden: boolean
  callable: number
  signals: readonly Signal[]
  profile: ScoreProfile
  /** Hundredths. */
  fit: number
}

/** The queue row of a new lead, for imports that place thousands at once: what `place` gives without any fact. */
export function freshEntry(fresh: Fresh, now: number): QueueEntry | null {
  const { stage, createdAt, signals, profile, fit } = fresh
  return place(
    {
      ...fresh,
      facts: { ...NO_FACTS, bornAs: stage, createdAt, arrivedAt: createdAt },
      standing: { ...NO_STANDING, stage },
      dials: NO_DIALS,
      heldUntil: null,
      snoozedUntil: null,
      pointsAt: (at) => fit + behaviourOf(signals, profile, at),
    },
    now,
  )
}

const NO_DIALS: Dials = { person: [], company: [], numbers: [] }
const NO_FACTS: Omit<LeadFacts, 'bornAs' | 'createdAt' | 'arrivedAt'> = {
  leadId: '',
  personId: '',
  companyId: null,
  listId: '',
  calls: [],
  stages: [],
  promises: [],
  answers: [],
  ownerId: null,
}
const NO_STANDING: Omit<Episode['standing'], 'stage'> = {
  reason: null,
  wakesAt: null,
  ownerId: null,
  bantNow: 0,
  attempts: 0,
  dials: 0,
  firstDialAt: null,
  lastDialAt: null,
  open: null,
}
