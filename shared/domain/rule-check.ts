import { isBuiltIn } from './fit.ts'
import type { ScoreProfile } from './profile.ts'
import { refusalOf } from './refused.ts'

export const RULE_REFUSALS = [
  'fit-not-100',
  'points-not-whole',
  'half-life-missing',
  'refused-column',
  'rule-twice',
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

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const when = (wrong: boolean, reason: RuleRefusal['reason'], subject: string | null): RuleRefusal[] =>
  wrong ? [{ reason, subject }] : []
