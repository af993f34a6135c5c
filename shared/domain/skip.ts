import { DAY } from '../lib/time.ts'
import type { Ground } from './ground.ts'

/** Why a rep passes somebody over: a word for it, never anything about the person. */
export const SKIP_REASONS = ['not_now', 'prepare', 'ask_first', 'someone_else', 'other'] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** The furthest a lead can be put off; who is not to be called for longer goes to nurture, with a reason. */
const SKIP_DAYS = 30

export const SKIP_REFUSALS = ['not-in-queue', 'promised', 'outcome-first', 'past', 'too-far'] as const
type SkipRefusal = (typeof SKIP_REFUSALS)[number]

/**
 * Why somebody is not passed over until then; null when they may be. What was agreed with a person is moved with them
 * and not skipped, and a call that was dialled ends in an outcome (PRODUCT.md sections 4 and 7).
 */
export function skipRefusal(
  { ground, isDialled }: { ground: Pick<Ground, 'bucket'> | null; isDialled: boolean },
  until: number,
  now: number,
): SkipRefusal | null {
  if (!ground) return 'not-in-queue'
  if (ground.bucket === 'promise') return 'promised'
  if (isDialled) return 'outcome-first'
  if (until <= now) return 'past'
  return until > now + SKIP_DAYS * DAY ? 'too-far' : null
}
