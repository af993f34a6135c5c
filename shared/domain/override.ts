import type { Receipt } from './score.ts'

/** Scores that a team lead may set by hand for a while; BANT is what the person said. */
export const OVERRIDABLE = ['fit', 'behaviour'] as const
export type Overridable = (typeof OVERRIDABLE)[number]

/** PRODUCT.md section 2: 90 days at most. */
export const OVERRIDE_DAYS = 90

/** A score set by hand at an instant, in hundredths; `points` null ends the one before. */
export type Override = { score: Overridable; points: number | null; at: number; until: number }

/** The one in force at an instant: the newest made by then, unless it has run out or was an end. */
export function overrideAt<T extends Override>(
  overrides: readonly T[],
  score: Overridable,
  at: number,
): (T & { points: number }) | null {
  const last = overrides.findLast((each) => each.score === score && each.at <= at)
  return last && last.points !== null && at < last.until ? { ...last, points: last.points } : null
}

/** The line of a receipt that says what somebody put on top, or took off. */
const OVERRIDE = 'override'

/** The receipt with what was set by hand as a line of its own, so that it still adds up; what was computed stays. */
export function overridden<T extends Receipt>(receipt: T, set: { points: number; at: number } | null): T {
  if (set === null) return receipt
  const line = { rule: OVERRIDE, value: null, points: set.points - receipt.total, at: set.at }
  return { ...receipt, total: set.points, lines: [...receipt.lines, line] }
}
