import { DAY } from '../lib/time.ts'
import { sum, sumOf } from '../lib/sum.ts'
import { asking, type FitFacts, type FitMatch } from './fit.ts'
import { isIntent, type FitRule, type ScoreProfile, type Signal, type SignalKind } from './profile.ts'
import { MQL_POINTS } from './stage.ts'

/** Points are whole hundredths throughout: PRODUCT.md section 6. */
type ReceiptLine = { rule: string; value: string | null; points: number; at: number | null }
export type Receipt = {
  /** The sum of the lines. */
  total: number
  lines: ReceiptLine[]
  /** Fields that would raise it by so much at most if they were known, the greatest first: what to ask next. */
  wouldRaise: { rule: string; points: number }[]
}

/** What a fit line shows when its rule has no target and gives half. */
const NO_TARGET = 'noTarget'
/** The line that takes off what a group of rules has over its cap; its value is the group. */
export const GROUP_CAP = 'groupCap'

const MOST = 100_00
const INTENT_DAYS = 90

/** Share of a rule's points, in hundredths of a point for each point. */
const WORTH: Readonly<Record<FitMatch['verdict'], number>> = {
  match: 100,
  noTarget: 50,
  other: 0,
  unknown: 0,
}

/** Fit 0-10000, line by line; all lines add up to the total (PRODUCT.md section 6). */
export function fitReceipt(facts: FitFacts, profile: ScoreProfile, listId: string): Receipt {
  const found = asked(profile, listId).map(({ rule, ask }) => ({ rule, ...ask(facts) }))
  const points = found.map(({ rule, verdict }) => rule.points * WORTH[verdict])
  const lines: ReceiptLine[] = found.map(({ rule, value, verdict }, at) => ({
    rule: rule.rule,
    value: verdict === 'noTarget' ? NO_TARGET : value,
    points: points[at] ?? 0,
    at: null,
  }))
  lines.push(...capLines(profile, points))
  const total = totalOf(lines)
  return { total, lines, wouldRaise: raises(found, points, (others) => capped(profile, others) - total) }
}

/** Fit 0-10000, as `fitReceipt` has it; for whole lists. */
export function fitOf(facts: FitFacts, profile: ScoreProfile, listId: string): number {
  const points = asked(profile, listId).map(({ rule, ask }) => rule.points * WORTH[ask(facts).verdict])
  return profile.caps ? capped(profile, points) : sum(points)
}

/** Of every rule its points, by their order in the profile; what groups have over their caps is taken off. */
const capped = (profile: ScoreProfile, points: readonly number[]): number =>
  sum(points) + totalOf(capLines(profile, points))

function capLines({ fit, caps = {} }: ScoreProfile, points: readonly number[]): ReceiptLine[] {
  return Object.entries(caps).flatMap(([group, most]) => {
    const given = fit.reduce((total, rule, at) => total + (rule.group === group ? (points[at] ?? 0) : 0), 0)
    return excess(GROUP_CAP, given, most * 100, group)
  })
}

type Found = FitMatch & { rule: FitRule }

/** Rules about the same field are known at once. */
function raises(found: readonly Found[], points: readonly number[], gainOf: (points: number[]) => number) {
  const fields = new Set(found.flatMap(({ rule, verdict }) => (verdict === 'unknown' ? rule.rule : [])))
  return [...fields]
    .map((field) => {
      const known = found.map(({ rule }, at) => (rule.rule === field ? rule.points * 100 : (points[at] ?? 0)))
      return { rule: field, points: gainOf(known) }
    })
    .filter((raise) => raise.points > 0)
    .toSorted((a, b) => b.points - a.points)
}

type Asking = { rule: FitRule; ask: ReturnType<typeof asking> }
const compiled = new WeakMap<ScoreProfile, Map<string, readonly Asking[]>>()

/** The rules of a profile for a list, made ready once: a re-score asks a million leads. */
function asked(profile: ScoreProfile, listId: string): readonly Asking[] {
  let lists = compiled.get(profile)
  if (!lists) compiled.set(profile, (lists = new Map()))
  let rules = lists.get(listId)
  if (!rules) {
    rules = profile.fit.map((rule) => ({ rule, ask: asking(rule, profile, listId) }))
    lists.set(listId, rules)
  }
  return rules
}

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
  const reading = totalOf(lines.filter(({ rule }) => profile.signals[rule as SignalKind].group === 'reading'))
  lines.push(...excess('readingCap', reading, profile.readingCap * 100))
  lines.push(...excess('cap', totalOf(lines), MOST))
  return { total: totalOf(lines), lines, wouldRaise: [] }
}

/** Behaviour 0-10000. */
export const behaviourOf = (signals: readonly Signal[], profile: ScoreProfile, now: number): number =>
  signals.length === 0 ? 0 : behaviourReceipt(signals, profile, now).total

/** The newest intent action up to `now`; null when there is none. */
export function lastIntent(signals: readonly Signal[], profile: ScoreProfile, now: number): Signal | null {
  const actions = signals.filter(({ kind, at }) => at <= now && isIntent(profile, kind))
  return actions.reduce<Signal | null>((last, each) => (last && last.at >= each.at ? last : each), null)
}

/** An intent action in the last 90 days. */
export function isIntentRecent(signals: readonly Signal[], profile: ScoreProfile, now: number): boolean {
  const last = lastIntent(signals, profile, now)
  return last !== null && last.at >= now - INTENT_DAYS * DAY
}

/** Half of what makes an MQL (PRODUCT.md section 3); the other half is a fit at or over 50. */
export function hasIntent(signals: readonly Signal[], profile: ScoreProfile, now: number): boolean {
  return isIntentRecent(signals, profile, now) || behaviourOf(signals, profile, now) >= MQL_POINTS
}

/** Fit at or over the gate and something that shows buying intent. `fit` in whole hundredths. */
export const isMql = (fit: number, intent: boolean): boolean => fit >= MQL_POINTS && intent

/** Half-life decay, rounded half up to a hundredth. */
function decayed({ kind, at }: Signal, profile: ScoreProfile, now: number): number {
  const { points, halfLifeDays } = profile.signals[kind]
  return Math.round(points * 100 * 0.5 ** ((now - at) / (halfLifeDays * DAY)))
}

const excess = (rule: string, points: number, most: number, value: string | null = null): ReceiptLine[] =>
  points > most ? [{ rule, value, points: most - points, at: null }] : []

const totalOf = (lines: readonly { points: number }[]) => sumOf(lines, ({ points }) => points)
