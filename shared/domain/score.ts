import { fitMatch, type FitFacts, type FitMatch } from './fit.ts'
import { isIntent, type ScoreProfile, type Signal, type SignalKind } from './profile.ts'

/** Points are whole hundredths throughout: PRODUCT.md section 6. */
export type ReceiptLine = { rule: string; value: string | null; points: number; at: number | null }
export type Receipt = {
  /** The sum of the lines. */
  total: number
  lines: ReceiptLine[]
  /** Rules that would raise it if their value were known, the greatest first. */
  wouldRaise: { rule: string; points: number }[]
}

/** What a fit line shows when its rule has no target and gives half. */
export const NO_TARGET = 'noTarget'

const DAY = 86_400_000
const MOST = 100_00
const MQL_POINTS = 50_00
const INTENT_DAYS = 90

/** Share of a rule's points, in hundredths of a point for each point. */
const WORTH: Readonly<Record<FitMatch['verdict'], number>> = {
  match: 100,
  noTarget: 50,
  other: 0,
  unknown: 0,
}

export function fitReceipt(facts: FitFacts, profile: ScoreProfile, listId: string): Receipt {
  const found = profile.fit.map((rule) => ({ rule, ...fitMatch(facts, rule, profile, listId) }))
  const lines = found.map(({ rule, value, verdict }) => ({
    rule: rule.rule,
    value: verdict === 'noTarget' ? NO_TARGET : value,
    points: rule.points * WORTH[verdict],
    at: null,
  }))
  const wouldRaise = found
    .filter(({ verdict }) => verdict === 'unknown')
    .map(({ rule }) => ({ rule: rule.rule, points: rule.points * 100 }))
    .toSorted((a, b) => b.points - a.points)
  return { total: sum(lines), lines, wouldRaise }
}

/** Fit 0-10000, as `fitReceipt` has it; for whole lists. */
export const fitOf = (facts: FitFacts, profile: ScoreProfile, listId: string): number =>
  profile.fit.reduce(
    (total, rule) => total + rule.points * WORTH[fitMatch(facts, rule, profile, listId).verdict],
    0,
  )

/** What they did, newest first, as it has decayed by `now`. Signals dated later do not count yet. */
export function behaviourReceipt(signals: readonly Signal[], profile: ScoreProfile, now: number): Receipt {
  const lines: ReceiptLine[] = signals
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => b.at - a.at)
    .map((signal) => ({
      rule: signal.kind,
      value: signal.kind,
      points: decayed(signal, profile, now),
      at: signal.at,
    }))
  const reading = sum(lines.filter(({ rule }) => profile.signals[rule as SignalKind].group === 'reading'))
  lines.push(...excess('readingCap', reading, profile.readingCap * 100))
  lines.push(...excess('cap', sum(lines), MOST))
  return { total: sum(lines), lines, wouldRaise: [] }
}

/** Behaviour 0-10000. */
export const behaviourOf = (signals: readonly Signal[], profile: ScoreProfile, now: number): number =>
  signals.length === 0 ? 0 : behaviourReceipt(signals, profile, now).total

/** The newest intent action up to `now`; null when there is none. */
export function lastIntent(signals: readonly Signal[], profile: ScoreProfile, now: number): Signal | null {
  const actions = signals.filter(({ kind, at }) => at <= now && isIntent(profile, kind))
  return actions.reduce<Signal | null>((last, each) => (last && last.at >= each.at ? last : each), null)
}

/** Half of what makes an MQL (PRODUCT.md section 3); the other half is a fit at or over 50. */
export function hasIntent(signals: readonly Signal[], profile: ScoreProfile, now: number): boolean {
  const last = lastIntent(signals, profile, now)
  return (
    (last !== null && last.at >= now - INTENT_DAYS * DAY) || behaviourOf(signals, profile, now) >= MQL_POINTS
  )
}

export const isMql = (fit: number, intent: boolean): boolean => fit >= MQL_POINTS && intent

/** Half-life decay, rounded half up to a hundredth. */
function decayed({ kind, at }: Signal, profile: ScoreProfile, now: number): number {
  const { points, halfLifeDays } = profile.signals[kind]
  return Math.round(points * 100 * 0.5 ** ((now - at) / (halfLifeDays * DAY)))
}

const excess = (rule: string, points: number, most: number): ReceiptLine[] =>
  points > most ? [{ rule, value: null, points: most - points, at: null }] : []

const sum = (lines: readonly { points: number }[]) => lines.reduce((total, { points }) => total + points, 0)
