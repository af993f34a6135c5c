import { MINUTE } from '../lib/time.ts'
import { isLater, type CallFact, type PromiseFact, type Said } from './facts.ts'
import { has } from './outcome.ts'

/** What a dated next step is. Agreed and a call it is a promise, a call without is a follow-up. */
export const STEP_KINDS = ['call', 'meeting', 'demo', 'visit', 'proposal'] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** Who keeps a promise that is due: nobody but its owner, the owner and after a while the team, or whoever is free. */
export const PROMISE_POLICIES = ['owner', 'owner_first', 'anyone'] as const
export type PromisePolicy = (typeof PROMISE_POLICIES)[number]

/** Milliseconds past its time after which a promise is overdue, and the team's where its owner goes first (PRODUCT.md section 7). */
export const OVERDUE_AFTER = 15 * MINUTE

export const isOverdue = (dueAt: number, now: number): boolean => now > dueAt + OVERDUE_AFTER

/** Promises due by then are whoever's is free, however present their owners; null = never. */
export const teamFrom = (policy: PromisePolicy, now: number): number | null =>
  ({ owner: null, owner_first: now - OVERDUE_AFTER, anyone: Number.MAX_SAFE_INTEGER })[policy]

/**
 * The date that stands on a lead: the newest that no later outcome settled (PRODUCT.md section 7, "one open promise a
 * lead: the next outcome settles it"). A call that is no attempt settles nothing. Both oldest first.
 */
export function openDate(calls: readonly CallFact[], promises: readonly PromiseFact[]): PromiseFact | null {
  const newest = promises.at(-1)
  if (!newest) return null
  const made = calls.findIndex((call) => call.id === newest.callId)
  const later = made >= 0 ? calls.slice(made + 1) : calls.filter((call) => isLater(dialOf(call), newest))
  return later.some((call) => has(call.outcome, 'attempt')) ? null : newest
}

/** A call was there from its dial on, where no logical clock says it. */
export const dialOf = ({ dialledAt: at, clock }: CallFact): Said => ({ at, ...(clock ? { clock } : {}) })

/** A time the person agreed to be called at. Any other date is a follow-up. */
export const isPromise = (date: PromiseFact | null): date is PromiseFact =>
  date !== null && date.agreed && date.kind === 'call'
