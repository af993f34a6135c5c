import type { PromiseFact } from './facts.ts'
import type { Attempts } from './ladder.ts'
import { has, OUTCOMES, type Need, type OutcomeId, type WhoSpoke } from './outcome.ts'
import type { ReasonRules } from './reason-set.ts'
import { STAGE_REFUSALS, type GateRefusal, type Proofs, type Stage } from './stage.ts'

/** Why an outcome is not saved as it was given: PRODUCT.md section 4. */
export const LOG_REFUSALS = [
  ...STAGE_REFUSALS,
  'who-spoke-missing',
  'when-missing',
  'when-in-the-past',
  'bant-answer-missing',
  'wake-up-missing',
  'wake-up-in-the-past',
  'referral-missing',
  'referral-phone-unreadable',
  'referral-email-unreadable',
  'scope-missing',
  'reason-not-for-this-outcome',
  'blocked',
  'note-missing',
  'words-missing',
  'outcome-off',
  'reason-off',
  'alternative-not-for-this-reason',
  'alternative-open-there',
] as const
export type LogRefusal = (typeof LOG_REFUSALS)[number] | GateRefusal

/** Whom a do-not-call is for. */
export const SCOPES = ['person', 'number', 'company'] as const
export type Scope = (typeof SCOPES)[number]

/** A dated next step as the rep gives it. Agreed and of kind `call` it is a promise, a call without is a follow-up. */
export type Step = {
  kind: PromiseFact['kind']
  /** Epoch ms. */
  at: number
  agreed: boolean
  withWhom: string
}

/** What the rep gave. */
export type Logged = {
  outcome: OutcomeId
  spoke: WhoSpoke | null
  /** By its code, ours or the team's own. */
  reason: string | null
  step: Step | null
  /** `YYYY-MM-DD`: the day the reason asks for. */
  wakesOn: string | null
  referral: { name: string; phone: string | null; email: string | null } | null
  scope: Scope | null
}

/** What stood around the call. */
export type Around = {
  now: number
  /** Where the person is. */
  zone: string
  /** The month (1-12) in which the workspace's year of quarters begins; January without. */
  quarterStart?: number
  stage: Stage
  /** With this call counted. */
  attempts: Attempts
  /** An earlier call of this lead ended in "refused". */
  refusedBefore: boolean
  hasNumber: boolean
  /** Others are reached by it too, so that it is never silenced for one person's wish (PRODUCT.md section 9). */
  isSwitchboard?: boolean
  hasCompany: boolean
  /** Other numbers of theirs that may still be tried. */
  numbersLeft: number
  /** BANT answers given in this call. */
  answers: number
  /** Something is written in the notes; the reason was given in words too. */
  noted?: boolean
  worded?: boolean
  /** They asked not to be called. */
  suppressed: boolean
  /** The version of the reasons in force; as shipped without. */
  reasons?: ReasonRules
  /** As `move` takes them; reason and next step are filled in from what the rep gave. */
  proofs: Proofs
}

/** Who was on the line, where the outcome says it itself; null when nobody was, or it was not said. */
export function speaker(outcome: OutcomeId, spoke: WhoSpoke | null): WhoSpoke | null {
  if (has(outcome, 'person')) return 'person'
  if (!has(outcome, 'connected')) return null
  return (OUTCOMES[outcome].needs as readonly Need[]).includes('whoSpoke') ? spoke : 'other'
}

/** Proof 3 (PRODUCT.md section 3): a next step they agreed to, with its kind, its date and who. */
export const isAgreed = (step: Step | null, now: number): boolean =>
  step !== null && step.agreed && step.at > now && step.withWhom.trim() !== ''
