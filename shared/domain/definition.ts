import { sum } from '../lib/sum.ts'
import type { Criterion, Definition } from './bant.ts'
import { COMMANDS, type Command } from './command.ts'
import { TIMELINE_GRADES } from './timeline.ts'

export const DEFINITION_REFUSALS = [
  'weights-not-100',
  'weight-wrong',
  'threshold-out-of-range',
  'no-criteria',
  'criterion-twice',
  'id-unusable',
  'key-twice',
  'key-taken',
  'grades-too-few',
  'grades-too-many',
  'grade-twice',
  'worth-out-of-range',
  'grades-not-falling',
  'last-grade-not-zero',
  'gate-unknown-grade',
  'gate-opens-for-all',
  'dated-grades-fixed',
  'name-missing',
] as const
/** `subject`: the criterion it is about; null when it is about all of them. */
type DefinitionRefusal = { reason: (typeof DEFINITION_REFUSALS)[number]; subject: string | null }

/** Keys 1-5 are the grades of an open row. */
const MOST_GRADES = 5
const MOST_CRITERIA = 8
const ID = /^[a-z][a-z0-9_]{0,39}$/

/** What the desk's keys do whatever is on the board. */
const takenIn = (commands: readonly Command[]): ReadonlySet<string> =>
  new Set(
    commands.filter(({ id, when }) => when !== 'row' && !id.startsWith('open.')).flatMap(({ keys }) => keys),
  )

/**
 * Everything that is wrong with a qualification definition; empty = it can be saved. PRODUCT.md section 5. `commands`
 * have the keys of the team's outcomes; without them, of those that ship.
 */
export function definitionProblems(definition: Definition, commands = COMMANDS): DefinitionRefusal[] {
  const taken = takenIn(commands)
  const { framework, criteria, weights, threshold } = definition
  const ids = criteria.map(({ id }) => id)
  const keys = criteria.map(({ key }) => key.toUpperCase())
  const isStray = Object.keys(weights).some((id) => !ids.includes(id))
  return [
    ...when(!ID.test(framework), 'name-missing', null),
    ...when(criteria.length === 0 || criteria.length > MOST_CRITERIA, 'no-criteria', null),
    ...when(isStray || sum(Object.values(weights)) !== 100, 'weights-not-100', null),
    ...when(!isPercent(threshold), 'threshold-out-of-range', null),
    ...ids.flatMap((id) => when(!isPercent(weights[id] ?? -1), 'weight-wrong', id)),
    ...ids.flatMap((id, at) => when(ids.indexOf(id) !== at, 'criterion-twice', id)),
    ...ids.flatMap((id) => when(!ID.test(id), 'id-unusable', id)),
    ...ids.flatMap((id, at) => when(keys.indexOf(keys[at] ?? '') !== at, 'key-twice', id)),
    ...ids.flatMap((id, at) => when(taken.has(keys[at] ?? ''), 'key-taken', id)),
    ...criteria.flatMap(gradeProblems),
  ]
}

function gradeProblems({ id, grades, gate, staleMonths }: Criterion): DefinitionRefusal[] {
  const names = grades.map((grade) => grade.id)
  const worths = grades.map(({ worth }) => worth)
  const isDatedWell = names.join() === TIMELINE_GRADES.join()
  return [
    ...when(grades.length < 2, 'grades-too-few', id),
    ...when(grades.length > MOST_GRADES, 'grades-too-many', id),
    ...when(new Set(names).size !== names.length || !names.every((name) => ID.test(name)), 'grade-twice', id),
    ...when(!worths.every(isPercent), 'worth-out-of-range', id),
    // A better grade that is worth less would make an answer fall as it rises.
    ...when(
      worths.some((worth, at) => at > 0 && worth > (worths[at - 1] ?? 0)),
      'grades-not-falling',
      id,
    ),
    ...when(worths.at(-1) !== 0, 'last-grade-not-zero', id),
    ...when(gate !== null && !gate.every((grade) => names.includes(grade)), 'gate-unknown-grade', id),
    ...when(gate !== null && (gate.length === 0 || gate.length === names.length), 'gate-opens-for-all', id),
    // What has no age goes by its date, and a date gives these grades and no others.
    ...when(staleMonths === null && !isDatedWell, 'dated-grades-fixed', id),
  ]
}

const isPercent = (value: number) => Number.isInteger(value) && value >= 0 && value <= 100
const when = (
  wrong: boolean,
  reason: DefinitionRefusal['reason'],
  subject: string | null,
): DefinitionRefusal[] => (wrong ? [{ reason, subject }] : [])

type Effect = {
  /** So many of them pass whichever they are, answered best; null when only all of them do. */
  any: number | null
  /** Without the criterion all the others answered best make `points`, which fails. */
  vetoes: readonly { criterion: string; others: readonly string[]; points: number }[]
}

/** What weights and threshold come to with yes or no answers: a hidden veto is a choice nobody meant to make. */
export function effectOf({ criteria, weights, threshold }: Definition): Effect {
  const ids = criteria.map(({ id }) => id)
  const rising = ids.map((id) => weights[id] ?? 0).toSorted((a, b) => a - b)
  const any = rising.findIndex((_, at) => sum(rising.slice(0, at + 1)) >= threshold) + 1
  return {
    any: any > 0 && any < ids.length ? any : null,
    vetoes: ids.flatMap((id) => {
      const others = ids.filter((other) => other !== id && (weights[other] ?? 0) > 0)
      const points = sum(others.map((other) => weights[other] ?? 0))
      return points < threshold && (weights[id] ?? 0) > 0 ? [{ criterion: id, others, points }] : []
    }),
  }
}
