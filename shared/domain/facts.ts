import type { AnswerState } from './bant.ts'
import type { Delay } from './delay.ts'
import type { OutcomeId, WhoSpoke } from './outcome.ts'
import type { StepKind } from './promise.ts'
import type { Exit } from './reason.ts'
import type { Stage } from './stage.ts'

/** When something was said: by the wall clock, and by the logical one, which no setting back of the other turns round. */
export type Said = { at: number; clock?: string }
export const isLater = (one: Said, other: Said): boolean =>
  one.clock !== undefined && other.clock !== undefined ? one.clock > other.clock : one.at > other.at

/** The facts of one lead as the rules read them: undone calls and what they brought are already left out. */
export type LeadFacts = {
  leadId: string
  personId: string
  companyId: string | null
  listId: string
  bornAs: Stage
  createdAt: number
  arrivedAt: number
  /** Oldest first. */
  calls: readonly CallFact[]
  stages: readonly StageFact[]
  promises: readonly PromiseFact[]
  answers: readonly AnswerFact[]
  /** When the person's title or employer was set by hand, oldest first. */
  jobChanges?: readonly Said[]
  /** The newest assignment's rep; null when nobody owns it. */
  ownerId: string | null
}
export type CallFact = {
  id: string
  repId: string
  phoneId: string | null
  outcome: OutcomeId
  spoke: WhoSpoke | null
  reason: string | null
  dialledAt: number
  answeredAt: number | null
  endedAt: number | null
  talk: number | null
  answers: number
  /** The team's own outcome that was pressed; null = ours. */
  own?: string | null
  /** The instant and the rules that its outcome is judged by; of a call made elsewhere its own time. */
  madeAt?: number
  ruleVersion?: number
  /** The file it came in with; null = made here. */
  importId?: string | null
  clock?: string
  /** When to try again, where the version of the outcomes it was made under says so; without it as shipped. */
  delay?: Delay
}
export type StageFact = {
  at: number
  from: Stage
  to: Stage
  reason: string | null
  wakesAt: number | null
  callId: string | null
  ruleVersion?: number
  /** The way out that its reason had then, where the team says otherwise; as shipped without. */
  exit?: Exit
}
export type PromiseFact = {
  id: string
  repId: string
  callId: string | null
  at: number
  kind: StepKind
  dueAt: number
  agreed: boolean
  clock?: string
}
export type AnswerFact = {
  criterion: string
  state: AnswerState
  grade: string | null
  at: number
  date: string | null
  callId: string | null
  clock?: string
}

/** What follows from a lead's facts: the caches in `leads`. Rebuilding gives the same values. */
export type Standing = {
  stage: Stage
  reason: string | null
  wakesAt: number | null
  ownerId: string | null
  /** Hundredths, fresh answers only. */
  bantNow: number
  /** Unreached attempts since the last call with the person. */
  attempts: number
  dials: number
  firstDialAt: number | null
  lastDialAt: number | null
  /** The date that stands: the newest not yet settled by a later outcome; null when none. */
  open: PromiseFact | null
}
