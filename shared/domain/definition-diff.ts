import type { Criterion, Definition } from './bant.ts'

/** One thing that is otherwise in two definitions. Lists are ids, to be worded by the screen. */
export type Difference = {
  what: 'weight' | 'threshold' | 'criterionThen' | 'criterionNow' | 'grades' | 'gate' | 'stale'
  /** The criterion; null for the whole. */
  subject: string | null
  before: readonly string[]
  after: readonly string[]
}

/** What changed from one version to another, in the order the board has it. Words are not compared. */
export function differences(before: Definition, after: Definition): Difference[] {
  const ids = [...new Set([...before.criteria, ...after.criteria].map(({ id }) => id))]
  return [
    ...ids.flatMap((id) => criterionDifferences(id, before, after)),
    ...changed('threshold', null, [String(before.threshold)], [String(after.threshold)]),
  ]
}

function criterionDifferences(id: string, before: Definition, after: Definition): Difference[] {
  const [was, is] = [before, after].map(({ criteria }) => criteria.find((one) => one.id === id))
  if (!was) return [{ what: 'criterionNow', subject: id, before: [], after: [] }]
  if (!is) return [{ what: 'criterionThen', subject: id, before: [], after: [] }]
  const weights = [before, after].map(({ weights }) => [String(weights[id] ?? 0)])
  return [
    ...changed('weight', id, weights[0] ?? [], weights[1] ?? []),
    ...changed('grades', id, gradesOf(was), gradesOf(is)),
    ...changed('gate', id, was.gate ?? [], is.gate ?? []),
    ...changed('stale', id, [String(was.staleMonths ?? '')], [String(is.staleMonths ?? '')]),
  ]
}

/** `grade worth`, best first. */
const gradesOf = ({ grades }: Criterion) => grades.map(({ id, worth }) => `${id} ${worth}`)

const changed = (
  what: Difference['what'],
  subject: string | null,
  before: readonly string[],
  after: readonly string[],
): Difference[] => (before.join() === after.join() ? [] : [{ what, subject, before, after }])
