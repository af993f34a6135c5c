import { MINUTE } from '../lib/time.ts'
import { businessDayAfter, dayOf, instantOf, isBusinessDay, minutesOf, type IsHoliday } from './calendar.ts'
import { isLater, type CallFact, type LeadFacts } from './facts.ts'
import { isLaterDay, LADDER, type Delay } from './delay.ts'
import { does, isUnreached, OUTCOMES, withPerson } from './outcome.ts'
import { dialOf, isPromise, openDate } from './promise.ts'
import { leastTried, PART_IDS, partOf, PARTS, type Part } from './part.ts'

/** The retry ladder: PRODUCT.md section 7. */
export const FLOOR = 6

const RETRY_MINUTES = 30
const SAME_DAY_HOURS = 3
/** Minutes either side of its time within which a promise is kept. */
const KEPT = 15
/** Business days from the attempt made to the next one, by how many were made. From the floor on the last one stands. */
const STEPS = [1, 1, 1, 2, 3, 5] as const

/** Where the person lives: their zone, and the holidays there. */
export type Place = { zone: string; isHoliday: IsHoliday }

export type Attempts = {
  /** Attempts since the last call with the person. The retry after a busy line shares its attempt. */
  count: number
  /** The dials of this run, oldest first. */
  dials: readonly CallFact[]
  /** The last line was busy and its one retry is still to come. */
  busyRetry: boolean
}

/** `calls` oldest first. Calls that are no attempt (a technical failure) change nothing. */
export function attemptsOf(calls: readonly CallFact[]): Attempts {
  let run: CallFact[] = []
  let count = 0
  let busyRetry = false
  for (const call of calls) {
    if (withPerson(call.outcome, call.spoke)) [run, count, busyRetry] = [[], 0, false]
    else if (isUnreached(call.outcome, call.spoke)) {
      run = [...run, call]
      count += busyRetry ? 0 : 1
      busyRetry = does(call.outcome, 'shares') && !busyRetry
    }
  }
  return { count, dials: run, busyRetry }
}

/** The part of the day with fewest attempts in this run: what "least tried" on the card means. */
export const leastTriedPart = ({ dials }: Attempts, { zone }: Place): Part | null =>
  leastTried(triedIn(dials, zone))

/** When the next attempt is due, epoch ms; null when the last call reached the person or none was made. */
export function nextAttemptAt(attempts: Attempts, facts: LeadFacts, place: Place): number | null {
  const last = attempts.dials.at(-1)
  if (!last) return null
  const delay = delayAfter(last)
  if (delay.by === 'now' || delay.by === 'minutes') return soon(delay, last)
  if (attempts.busyRetry && delay.by === 'once') return last.dialledAt + delay.minutes * MINUTE
  if (answersPromise(last, facts, place)) return last.dialledAt + RETRY_MINUTES * MINUTE
  if (delay.by === 'hours') return last.dialledAt + delay.hours * 60 * MINUTE
  if (delay.by === 'days') return inDays(attempts, last, delay, place)
  const sameDay = attempts.count === 1 && !isLaterDay(delay)
  return (sameDay ? laterToday(attempts.dials, last, place) : null) ?? laterDay(attempts, last, place)
}

/**
 * A line that failed is no attempt, so no rung waits for it; null when the last call is none of that, or is made again at
 * once: whose turn it was has it still.
 */
export function afterFailure({ calls }: Pick<LeadFacts, 'calls'>, place: Place): number | null {
  const last = calls.at(-1)
  if (!last || !does(last.outcome, 'retriesNow')) return null
  const delay = delayAfter(last)
  if (delay.by === 'hours') return last.dialledAt + delay.hours * 60 * MINUTE
  if (delay.by === 'days') return inDays(attemptsOf(calls), last, delay, place)
  return delay.by === 'minutes' ? soon(delay, last) : null
}

const soon = (delay: Extract<Delay, { by: 'now' | 'minutes' }>, { dialledAt }: CallFact): number =>
  delay.by === 'now' ? dialledAt : dialledAt + delay.minutes * MINUTE

/** As the version says that the call was made under; as shipped where it says nothing. */
const delayAfter = ({ delay, outcome }: CallFact): Delay => delay ?? OUTCOMES[outcome].delay ?? LADDER

/**
 * A promise that this dial kept or was late for, with nobody there: one retry after half an hour, then the ladder. For one
 * that was missed nobody waits any more.
 */
function answersPromise(last: CallFact, { calls, promises }: LeadFacts, { zone }: Place): boolean {
  const open = openDate(
    calls.slice(0, calls.indexOf(last)),
    promises.filter((promise) => !isLater(promise, dialOf(last)) && promise.callId !== last.id),
  )
  if (!isPromise(open) || isLaterDay(delayAfter(last))) return false
  const isThatDay = dayOf(zone, last.dialledAt) === dayOf(zone, open.dueAt)
  const before = open.dueAt - last.dialledAt
  return before <= KEPT * MINUTE && (isThatDay || -before <= KEPT * MINUTE)
}

function laterToday(run: readonly CallFact[], last: CallFact, { zone, isHoliday }: Place): number | null {
  const day = dayOf(zone, last.dialledAt)
  const earliest = last.dialledAt + SAME_DAY_HOURS * 60 * MINUTE
  const lastPart = partOf(minutesOf(zone, last.dialledAt))
  if (!isBusinessDay(day, isHoliday)) return null
  const left = PART_IDS.filter((part) => part !== lastPart && instantOf(zone, day, PARTS[part][1]) > earliest)
  const part = leastTried(triedIn(run, zone), left)
  return part && Math.max(earliest, instantOf(zone, day, PARTS[part][0]))
}

function laterDay(attempts: Attempts, last: CallFact, place: Place): number {
  const days = STEPS[Math.min(attempts.count, STEPS.length - 1)] ?? 1
  return inDays(attempts, last, { days, part: 'least_tried' }, place)
}

function inDays({ dials }: Attempts, last: CallFact, { days, part }: Days, place: Place): number {
  const { zone, isHoliday } = place
  const at = part === 'least_tried' ? (leastTried(triedIn(dials, zone)) ?? 'morning') : part
  return instantOf(zone, businessDayAfter(last.dialledAt, zone, days, isHoliday), PARTS[at][0])
}
type Days = Pick<Extract<Delay, { by: 'days' }>, 'days' | 'part'>

const triedIn = (run: readonly CallFact[], zone: string) =>
  run.map(({ dialledAt }) => ({ at: dialledAt, part: partOf(minutesOf(zone, dialledAt)) }))
