import type { Definition } from './bant.ts'
import { isBuiltIn } from './fit.ts'
import type { ScoreProfile } from './profile.ts'
import { refusalOf } from './refused.ts'

export const RULE_REFUSALS = [
  'fit-not-100',
  'points-not-whole',
  'half-life-missing',
  'refused-column',
  'rule-twice',
  'weights-not-100',
  'weight-missing',
  'threshold-out-of-range',
  'grades-out-of-range',
] as const
/** `subject`: the rule, column or criterion it is about; null when it is about all of them. */
export type RuleRefusal = { reason: (typeof RULE_REFUSALS)[number]; subject: string | null }

/** Everything that is wrong with a scoring profile; empty = it can be saved. */
export function profileProblems({ fit, signals, readingCap }: ScoreProfile): RuleRefusal[] {
  const isPoints = (points: number) => Number.isInteger(points) && points >= 0 && points <= 100
  const rules = fit.map(({ rule }) => rule)
  const signalRules = Object.entries(signals)
  return [
    ...when(sum(fit.map(({ points }) => points)) !== 100, 'fit-not-100', null),
    ...fit.flatMap(({ rule, points }) => when(!isPoints(points), 'points-not-whole', rule)),
    ...fit.flatMap(({ rule }) => when(!isBuiltIn(rule) && refusalOf(rule) !== null, 'refused-column', rule)),
    ...rules.flatMap((rule, at) => when(rules.indexOf(rule) !== at, 'rule-twice', rule)),
    ...signalRules.flatMap(([kind, { points }]) => when(!isPoints(points), 'points-not-whole', kind)),
    ...signalRules.flatMap(([kind, { halfLifeDays }]) => when(halfLifeDays <= 0, 'half-life-missing', kind)),
    ...when(!isPoints(readingCap), 'points-not-whole', 'readingCap'),
  ]
}

/** Everything that is wrong with a qualification definition: PRODUCT.md section 5, Arithmetic. */
export function definitionProblems({ criteria, weights, threshold }: Definition): RuleRefusal[] {
  const isPercent = (value: number) => Number.isInteger(value) && value >= 0 && value <= 100
  return [
    ...when(sum(Object.values(weights)) !== 100, 'weights-not-100', null),
    ...criteria.flatMap(({ id }) => when(!isPercent(weights[id] ?? -1), 'weight-missing', id)),
    ...when(!isPercent(threshold), 'threshold-out-of-range', null),
    ...criteria.flatMap(({ id, grades }) =>
      when(!grades.every(({ worth }) => isPercent(worth)), 'grades-out-of-range', id),
    ),
  ]
}

/** Criteria without which the threshold is out of reach, however good the others are: hidden vetoes. */
export const vetoesOf = ({ criteria, weights, threshold }: Definition): string[] =>
  criteria.map(({ id }) => id).filter((id) => 100 - (weights[id] ?? 0) < threshold)

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const when = (wrong: boolean, reason: RuleRefusal['reason'], subject: string | null): RuleRefusal[] =>
  wrong ? [{ reason, subject }] : []
