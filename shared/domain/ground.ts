import { MINUTE } from '../lib/time.ts'
import { businessDayAfter, instantOf, minutesOf } from './calendar.ts'
import type { LeadFacts, Standing } from './facts.ts'
import { afterFailure, attemptsOf, FLOOR, nextAttemptAt, type Attempts, type Place } from './ladder.ts'
import { PARTS } from './part.ts'
import { isPromise } from './promise.ts'
import type { ScoreProfile, Signal } from './profile.ts'
import type { Bucket, Wait } from './queue.ts'
import { reasonKind, REASONS, type Reason } from './reason.ts'
import { lastIntent } from './score.ts'
import { IN_QUEUE, type Stage } from './stage.ts'

/** On what ground a lead stands in the queue, before caps and other lists are asked: PRODUCT.md section 7. */
export type Ground = {
  bucket: Bucket
  /** When its own schedule says so. */
  readyAt: number
  /** What it waits for until then. */
  wait: Wait
  dueAt: number | null
  turnsAt: number | null
  /** A promise near its time lifts caps and hours. */
  lifted: boolean
}

const DUE_BEFORE = 10 * MINUTE
const LIFT_AFTER = 120 * MINUTE
/** Promises due from this instant on are lifted: up to their second hour, and no more when it is over. */
export const liftedFrom = (now: number): number => now - LIFT_AFTER + 1
const HOT_DAYS = 2

const WITH_SALES: readonly Stage[] = ['sql', 'opportunity']
/** A promise brings these back too: what was agreed with a person holds whatever the funnel calls them. */
const PROMISED: readonly Stage[] = [...IN_QUEUE, ...WITH_SALES, 'nurture']

export type Episode = {
  facts: LeadFacts
  standing: Standing
  signals: readonly Signal[]
  profile: ScoreProfile
  place: Place
}

/** The time of a promise that is still to be kept, however late; null when there is none. */
export const promisedAt = ({ open, stage }: Pick<Standing, 'open' | 'stage'>): number | null =>
  isPromise(open) && PROMISED.includes(stage) ? open.dueAt : null

/** Null when the lead waits for no call. */
export function groundOf(lead: Episode, now: number): Ground | null {
  const { standing } = lead
  const dueAt = promisedAt(standing)
  if (dueAt !== null) return promised(dueAt, now)
  if (IN_QUEUE.includes(standing.stage)) return hot(lead, now) ?? followUp(lead) ?? climbing(lead)
  if (WITH_SALES.includes(standing.stage)) return noted(lead)
  return (askedAgain(lead, now) ? hot(lead, now) : null) ?? waking(lead, now)
}

function promised(dueAt: number, now: number): Ground {
  const liftEnds = dueAt + LIFT_AFTER
  const lifted = now < liftEnds
  const turnsAt = lifted ? liftEnds : null
  return { bucket: 'promise', readyAt: dueAt - DUE_BEFORE, wait: 'promise', dueAt, turnsAt, lifted }
}

/** An intent action in the last 2 business days that nobody has dialled since. */
function hot({ facts, standing, signals, profile, place }: Episode, now: number): Ground | null {
  const intent = lastIntent(signals, profile, now)
  if (!intent || intent.at <= (standing.lastDialAt ?? -Infinity)) return null
  const ends = hotUntil(intent.at, place)
  if (now >= ends) return null
  const readyAt = Math.max(intent.at, openSince(facts))
  return { bucket: 'hot', readyAt, wait: 'cool_down', dueAt: intent.at, turnsAt: ends, lifted: false }
}

/** The same time of day, two business days later. */
function hotUntil(at: number, { zone, isHoliday }: Place): number {
  return instantOf(zone, businessDayAfter(at, zone, HOT_DAYS, isHoliday), minutesOf(zone, at))
}

function followUp({ standing: { open } }: Episode): Ground | null {
  return open && plain('retry', open.dueAt, 'follow_up')
}

/** What was handed over waits for no call of ours, but for one that somebody noted a day for. */
function noted(lead: Episode): Ground | null {
  return lead.standing.open?.kind === 'call' ? followUp(lead) : null
}

/** Never dialled, somewhere on the ladder, or off its end. */
function climbing({ facts, standing, place }: Episode): Ground {
  const since = Math.max(openSince(facts), afterFailure(facts, place) ?? 0)
  if (standing.lastDialAt === null) return plain('new', since, 'cool_down')
  const attempts = attemptsOf(facts.calls)
  const isOffTheEnd = attempts.count >= FLOOR && !attempts.busyRetry
  const readyAt = Math.max(since, nextCall(attempts, facts, standing.lastDialAt, place))
  return plain(isOffTheEnd ? 'review' : 'retry', readyAt, 'cool_down')
}

/** Nurture, and disqualified leads that are looked at again. */
function waking(lead: Episode, now: number): Ground | null {
  const { facts, standing, place } = lead
  const { stage, lastDialAt, open } = standing
  const wakesAt = earlier(standing.wakesAt, askedAgain(lead, now))
  if (wakesAt === null || !(stage === 'nurture' || (stage === 'disqualified' && isReviewed(facts))))
    return null
  const wait = stage === 'nurture' ? 'nurture' : 'review'
  if (lastDialAt === null || lastDialAt < wakesAt)
    return plain('review', Math.max(wakesAt, afterFailure(facts, place) ?? 0), wait)
  // A date that was set when it was awake already.
  if (open && open.at >= wakesAt) return plain('retry', open.dueAt, 'follow_up')
  return plain('review', nextCall(attemptsOf(facts.calls), facts, lastDialAt, place), 'cool_down')
}

/** Nurture wakes by an event too: when they asked for a call, a price or a demo since they were put to sleep. */
function askedAgain({ facts, standing, signals, profile }: Episode, now: number): number | null {
  if (standing.stage !== 'nurture') return null
  const asked = lastIntent(signals, profile, now)?.at ?? null
  return asked !== null && asked > (facts.stages.at(-1)?.at ?? facts.createdAt) ? asked : null
}

const earlier = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b)

/** What disqualifies the second time is reviewed then, though its exit is nurture (section 8). */
function isReviewed({ stages }: LeadFacts): boolean {
  const last = stages.at(-1)
  const kind = reasonKind(last?.reason ?? null)
  if (kind === null) return false
  const reason: Reason = REASONS[kind]
  return reason.again !== undefined || (last?.exit ?? reason.exit) === 'review'
}

/** By the ladder; after a call with the person that left no date, the next business day. */
function nextCall(attempts: Attempts, facts: LeadFacts, lastDialAt: number, place: Place): number {
  return nextAttemptAt(attempts, facts, place) ?? nextMorning(lastDialAt, place)
}

function nextMorning(at: number, { zone, isHoliday }: Place): number {
  return instantOf(zone, businessDayAfter(at, zone, 1, isHoliday), PARTS.morning[0])
}

/** Since when it has stood in an open stage: its creation, or the move that brought it back. */
function openSince({ createdAt, stages }: LeadFacts): number {
  const back = stages.findLast(({ from, to }) => !IN_QUEUE.includes(from) && IN_QUEUE.includes(to))
  return Math.max(createdAt, back?.at ?? createdAt)
}

const plain = (bucket: Bucket, readyAt: number, wait: Wait): Ground => ({
  bucket,
  readyAt,
  wait,
  dueAt: null,
  turnsAt: null,
  lifted: false,
})
