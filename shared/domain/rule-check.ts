import { sum } from '../lib/sum.ts'
import { isBuiltIn, testOf } from './fit.ts'
import { TESTS } from './fit-test.ts'
import type { FitRule, ScoreProfile } from './profile.ts'
import { refusalOf, refusalOfValues, type Refusal } from './refused.ts'

export const RULE_REFUSALS = [
  'fit-not-100',
  'points-not-whole',
  'half-life-missing',
  'reading-cap-too-high',
  'refused-column',
  'rule-twice',
  'target-missing',
  'target-unreadable',
  'cap-missing',
] as const
type RuleRefusal = {
  reason: (typeof RULE_REFUSALS)[number]
  /** The rule, column or group it is about; null when it is about all of them. */
  subject: string | null
  /** Of a refused column: what it would give away. */
  why?: Refusal
}

/** Reading alone never makes an MQL, so its cap stays under the gate. */
const READING_BELOW = 50

/**
 * Everything that is wrong with a scoring profile; empty = it can be saved. `sampleOf` gives some cells of a kept
 * column, which may say what its header does not.
 */
export function profileProblems(
  { fit, caps = {}, signals, readingCap }: ScoreProfile,
  sampleOf: (header: string) => readonly string[] = () => [],
): RuleRefusal[] {
  const isPoints = (points: number) => Number.isInteger(points) && points >= 0 && points <= 100
  const rules = fit.map(askedAs)
  const signalRules = Object.entries(signals)
  const groups = [...new Set(fit.flatMap(({ group }) => group ?? []))]
  return [
    ...when(mostOf({ fit, caps }) !== 100, 'fit-not-100', null),
    ...fit.flatMap(({ rule, points }) => when(!isPoints(points), 'points-not-whole', rule)),
    ...fit.flatMap((rule) => refusedColumn(rule, sampleOf)),
    ...fit.flatMap(({ rule }, at) => when(rules.indexOf(rules[at] ?? '') !== at, 'rule-twice', rule)),
    ...fit.flatMap(unreadable),
    ...groups.flatMap((group) => when(!isPoints(caps[group] ?? -1), 'cap-missing', group)),
    ...signalRules.flatMap(([kind, { points }]) => when(!isPoints(points), 'points-not-whole', kind)),
    ...signalRules.flatMap(([kind, { halfLifeDays }]) => when(halfLifeDays <= 0, 'half-life-missing', kind)),
    ...when(!isPoints(readingCap), 'points-not-whole', 'readingCap'),
    ...when(readingCap >= READING_BELOW && readingCap <= 100, 'reading-cap-too-high', 'readingCap'),
  ]
}

/** The most that fit can reach: all points, of a group what its cap lets through. */
export function mostOf({ fit, caps = {} }: Pick<ScoreProfile, 'fit' | 'caps'>): number {
  const groups = Map.groupBy(fit, ({ group }) => group)
  return sum(
    [...groups].map(([group, rules]) => {
      const points = sum(rules.map((rule) => rule.points))
      return group === undefined ? points : Math.min(points, caps[group] ?? points)
    }),
  )
}

/** Two that ask the same of the same would count it twice. */
const askedAs = ({ rule, test, targets }: FitRule) =>
  test === undefined ? rule : JSON.stringify([rule, test, targets])

function refusedColumn(
  { rule, targets }: FitRule,
  sampleOf: (header: string) => readonly string[],
): RuleRefusal[] {
  if (isBuiltIn(rule)) return []
  const why = refusalOf(rule) ?? refusalOfValues(sampleOf(rule)) ?? refusalOfValues(targets ?? [])
  return why === null ? [] : [{ reason: 'refused-column', subject: rule, why }]
}

function unreadable(rule: FitRule): RuleRefusal[] {
  if (rule.test === undefined || rule.test === 'known') return []
  const targets = rule.targets ?? []
  if (targets.length === 0) return when(true, 'target-missing', rule.rule)
  const { reads } = TESTS[testOf(rule)]
  return when(!targets.every(reads), 'target-unreadable', rule.rule)
}

const when = (wrong: boolean, reason: RuleRefusal['reason'], subject: string | null): RuleRefusal[] =>
  wrong ? [{ reason, subject }] : []
