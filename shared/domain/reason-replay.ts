import { addDays, dayOf } from './calendar.ts'
import { becauseOf, isRefusedBefore } from './change.ts'
import type { StageFact } from './facts.ts'
import type { Exit } from './reason.ts'
import { ruleIn, type ReasonRule, type ReasonRules } from './reason-set.ts'

/** A lead that was closed or put to sleep for a reason, with what had been said before. */
type Left = {
  move: Pick<StageFact, 'at' | 'wakesAt'> & { reason: string }
  /** Its earlier moves. */
  stages: readonly StageFact[]
  /** Where the person is. */
  zone: string
  /** The month (1-12) in which a year of quarters begins here; January without. */
  quarterStart?: number
}

/** What another version of the reasons would have made of it. */
export type Otherwise = {
  /** When it wakes or holds no more, epoch ms; null = never by time. */
  before: number | null
  after: number | null
  /** Asleep, and would be closed; or the other way round. */
  stage: 'closed' | 'asleep' | null
  /** Another way out. */
  exit: Exit | null
  /** The draft has no such reason, or does not offer it. */
  off: boolean
}

/** `then`: as the version had it by which it left. The day that was said then is said again. */
export function otherwise(
  { move, stages, zone, quarterStart = 1 }: Left,
  then: ReasonRules,
  draft: ReasonRules,
): Otherwise {
  const { at: now, reason, wakesAt: before } = move
  const [was, is] = [ruleIn(then, reason), draft.get(reason)]
  if (!is) return { before, after: before, stage: null, exit: null, off: true }
  const around = { now, zone, quarterStart, refusedBefore: isRefusedBefore({ stages }) }
  const because = (reasons: ReasonRules, date: string | null) =>
    becauseOf(reason, date, { ...around, reasons })
  const date = dayGiven(before, because(then, null).wakesAt, was, zone)
  const [old, made] = [because(then, date), because(draft, date)]
  return {
    before,
    after: made.wakesAt === old.wakesAt ? before : made.wakesAt,
    stage: made.to === old.to ? null : made.to === 'disqualified' ? 'closed' : 'asleep',
    exit: is.exit === was.exit ? null : is.exit,
    off: !is.on,
  }
}

/** `YYYY-MM-DD`; null where the reason's own days decided, as they do without one (`usual`). */
function dayGiven(
  before: number | null,
  usual: number | null,
  { kind, days }: ReasonRule,
  zone: string,
): string | null {
  if (before === null || before === usual) return null
  return addDays(dayOf(zone, before), kind === 'competitor_contract' ? (days ?? 0) : 0)
}

/** Of one reason, how many leads would have gone otherwise. */
type ReasonTally = {
  code: string
  leads: number
  sooner: number
  later: number
  closed: number
  asleep: number
  exit: number
  off: number
}

export function tallyOf(code: string, found: readonly Otherwise[]): ReasonTally {
  const count = (wanted: (one: Otherwise) => boolean) => found.filter(wanted).length
  const until = (at: number | null) => at ?? Infinity
  return {
    code,
    leads: found.length,
    sooner: count(({ before, after }) => until(after) < until(before)),
    later: count(({ before, after }) => until(after) > until(before)),
    closed: count(({ stage }) => stage === 'closed'),
    asleep: count(({ stage }) => stage === 'asleep'),
    exit: count(({ exit }) => exit !== null),
    off: count(({ off }) => off),
  }
}

export const isOtherwise = ({ before, after, stage, exit, off }: Otherwise): boolean =>
  before !== after || stage !== null || exit !== null || off
