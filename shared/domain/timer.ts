import { has, type OutcomeId } from './outcome.ts'

/** Instants of one call, epoch ms; null = not pressed, or never came. */
export type Presses = {
  answeredAt: number | null
  endedAt: number | null
  /** The first answer or objection of the call. */
  firstSaidAt: number | null
  /** When the outcome was given. */
  loggedAt: number
  /** The same by the machine's own count, which nobody sets and which goes on in sleep, ms; null = not known. */
  up: Up
}
type Up = { answered: number | null; ended: number | null; logged: number }

type Times = {
  /** Whole seconds, at least 1; null = unknown and never 0. */
  talk: number | null
  /** Enter was forgotten: it lasted at least this long. */
  talkAtLeast: boolean
  /** Whole seconds from hanging up to the outcome. */
  wrap: number
}

/** Talk runs from Enter to Esc or the outcome; Enter forgotten: from the first answer or objection (PRODUCT.md section 10). */
export function timesOf(
  outcome: OutcomeId,
  { answeredAt, endedAt, firstSaidAt, loggedAt, up }: Presses,
): Times {
  const start = answeredAt ?? firstSaidAt
  const end = { at: endedAt ?? loggedAt, up: endedAt === null ? up.logged : up.ended }
  const lasted = start === null ? 0 : lapse({ at: start, up: answeredAt === null ? null : up.answered }, end)
  const isKnown = has(outcome, 'connected') && lasted > 0
  return {
    talk: isKnown ? Math.max(1, seconds(lasted)) : null,
    talkAtLeast: isKnown && answeredAt === null,
    wrap:
      endedAt === null
        ? 0
        : Math.max(0, seconds(lapse({ at: endedAt, up: up.ended }, { at: loggedAt, up: up.logged }))),
  }
}

/** An instant by the wall, and by the machine's own count where that is known. */
type Moment = { at: number; up: number | null }

/** Milliseconds between two moments, by the machine's own count unless it started anew in between. */
export const lapse = (from: Moment, to: Moment): number =>
  from.up !== null && to.up !== null && to.up >= from.up ? to.up - from.up : to.at - from.at

/** Less than this, ms, is a clock that is kept in time. */
const SLACK = 5000

/**
 * What happened to the clocks between two moments: `set` when the wall clock was moved, so that what the two say
 * differs; `restarted` when the machine's own count began anew, so that only the wall is left.
 */
export function clockBetween(from: Moment, to: Moment): 'steady' | 'set' | 'restarted' {
  if (from.up === null || to.up === null) return 'steady'
  if (to.up < from.up) return 'restarted'
  return Math.abs(to.at - from.at - (to.up - from.up)) > SLACK ? 'set' : 'steady'
}

const seconds = (milliseconds: number): number => Math.round(milliseconds / 1000)
