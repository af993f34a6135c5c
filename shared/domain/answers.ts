import type { Answer, Definition } from './bant.ts'
import type { AnswerFact } from './facts.ts'

/**
 * The answers that stand on a lead: its own newest one a criterion ("not asked" takes it back), else the newest that
 * the person gave on another lead, or a colleague, where the criterion is shared (PRODUCT.md section 5).
 * Facts oldest first.
 */
export function standingAnswers<T extends AnswerFact>(
  definition: Definition,
  own: readonly T[],
  others: readonly T[] = [],
): { answer: Answer; fact: T }[] {
  return definition.criteria.flatMap(({ id, shared }) => {
    const isOf = (fact: AnswerFact) => fact.criterion === id
    const mine = own.findLast(isOf)
    if (mine && mine.state !== 'not_asked') return [{ answer: answerOf(mine, false), fact: mine }]
    const theirs = shared ? others.findLast((fact) => isOf(fact) && fact.state === 'answered') : undefined
    return theirs ? [{ answer: answerOf(theirs, true), fact: theirs }] : []
  })
}

const answerOf = ({ criterion, state, grade, at, date }: AnswerFact, borrowed: boolean): Answer => ({
  criterion,
  state,
  grade,
  at,
  date,
  borrowed,
})
