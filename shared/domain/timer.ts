import { has, type OutcomeId } from './outcome.ts'

/** Instants of one call, epoch ms; null = not pressed, or never came. */
export type Presses = {
  answeredAt: number | null
  endedAt: number | null
  /** The first answer or objection of the call. */
  firstSaidAt: number | null
  /** When the outcome was given. */
  loggedAt: number
}

export type Times = {
  /** Whole seconds, at least 1; null = unknown and never 0. */
  talk: number | null
  /** Enter was forgotten: it lasted at least this long. */
  talkAtLeast: boolean
  /** Whole seconds from hanging up to the outcome. */
  wrap: number
}

/** Talk runs from Enter to Esc or the outcome; Enter forgotten: from the first answer or objection (PRODUCT.md section 10). */
export function timesOf(outcome: OutcomeId, { answeredAt, endedAt, firstSaidAt, loggedAt }: Presses): Times {
  const start = answeredAt ?? firstSaidAt
  const end = endedAt ?? loggedAt
  const isKnown = has(outcome, 'connected') && start !== null && start < end
  return {
    talk: isKnown ? Math.max(1, seconds(end - start)) : null,
    talkAtLeast: isKnown && answeredAt === null,
    wrap: endedAt === null ? 0 : Math.max(0, seconds(loggedAt - endedAt)),
  }
}

const seconds = (milliseconds: number): number => Math.round(milliseconds / 1000)
