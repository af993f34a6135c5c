import type { CallFact } from './facts.ts'
import { has, withPerson } from './outcome.ts'
import type { Stage } from './stage.ts'
import { wilson, type Interval } from './wilson.ts'

/** What the figures count: PRODUCT.md section 10. */
export const UNITS = ['people', 'calls'] as const
export type Unit = (typeof UNITS)[number]

/** Cohort: people first dialled in the period, a step counts whenever it came. Period: what happened in it. */
export const BASES = ['cohort', 'period'] as const
export type Basis = (typeof BASES)[number]

/** From call to contract. */
export const STEPS = ['called', 'interested', 'sql', 'accepted', 'opportunity', 'contract'] as const
export type Step = (typeof STEPS)[number]

export const TABLES = ['rep', 'list', 'source'] as const
export type TableBy = (typeof TABLES)[number]

/** Everything that opens its rows. The steps follow the unit; the others are calls, or leads for the last two. */
export const FIGURES = [
  ...STEPS,
  'dials',
  'connects',
  'conversations',
  'interestedCalls',
  'withPerson',
  'unknownTalk',
  'dialledArrivals',
  'neverDialled',
] as const
export type Figure = (typeof FIGURES)[number]

/** What each step's share is of; null has none. SQL and accepted stand under the third figure, opportunity. */
export const STEP_OF = {
  called: null,
  interested: 'called',
  sql: 'interested',
  accepted: 'sql',
  opportunity: 'interested',
  contract: 'opportunity',
} as const satisfies Record<Step, Step | null>

/** The stage that takes each step; a verdict takes `accepted`, calls the first two. */
export const STEP_STAGE = {
  sql: 'sql',
  opportunity: 'opportunity',
  contract: 'customer',
} as const satisfies Partial<Record<Step, Stage>>
/** The verdicts that say the hand-over was right. */
export const ACCEPTING = ['accepted', 'won'] as const

type CountedCall = Pick<CallFact, 'outcome' | 'spoke' | 'talk' | 'answers'>

/** Seconds of talk that make a call with the person a conversation. */
export const CONVERSATION = 30

/** Any call with the flag attempt; every one counts towards caps (PRODUCT.md section 10). */
export const isDial = ({ outcome }: CountedCall): boolean => has(outcome, 'attempt')
/** Somebody answered, whoever it was. */
export const isConnect = ({ outcome }: CountedCall): boolean => has(outcome, 'connected')
export const isInterested = ({ outcome }: CountedCall): boolean => has(outcome, 'interested')
export const isWithPerson = ({ outcome, spoke }: CountedCall): boolean => withPerson(outcome, spoke)
/** With the person, and talk of 30 s or more; of unknown talk, with at least one answer recorded. */
export const isConversation = (call: CountedCall): boolean =>
  isWithPerson(call) && (call.talk === null ? call.answers > 0 : call.talk >= CONVERSATION)
/** Unknown talk is never 0: its share is printed beside the conversations. */
export const isUnknownTalk = (call: CountedCall): boolean => isWithPerson(call) && call.talk === null

/** A later step implies the earlier ones. */
export const reached = (taken: ReadonlySet<Step>, step: Step): boolean =>
  STEPS.slice(STEPS.indexOf(step)).some((later) => taken.has(later))

/** Under this a rate is thin: no ranking, a hollow mark. */
export const THIN = 30

export type Rate = {
  n: number
  of: number
  people: number
  value: number
  interval: Interval | null
  thin: boolean
}

/**
 * A share with what it stands on; null is "no data", 0 of 0. `people` are the distinct people behind `of`.
 * `notSame` marks a ratio of different people, which has no interval.
 */
export function rateOf(n: number, of: number, people: number, notSame = false): Rate | null {
  if (of === 0) return null
  const value = n / of
  return { n, of, people, value, interval: notSame ? null : wilson(value, people), thin: people < THIN }
}

/** The middle value, and the one that nine of ten do not pass; null of nothing. Nearest rank. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
}
