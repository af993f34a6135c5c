import type { Answer, Definition } from './bant.ts'
import { isLater, type AnswerFact, type Said } from './facts.ts'

/**
 * The answers that stand on a lead: its own newest one a criterion ("not asked" takes it back), else the newest that
 * the person gave on another lead, or a colleague, where the criterion is shared (PRODUCT.md section 5).
 * Facts oldest first. An answer that hangs on the job is stale once the job is another: `jobChanges` are when it became
 * so, none later than the moment that is asked about.
 */
export function standingAnswers<T extends AnswerFact>(
  definition: Definition,
  own: readonly T[],
  others: readonly T[] = [],
  jobChanges: readonly Said[] = [],
): { answer: Answer; fact: T }[] {
  return definition.criteria.flatMap(({ id, shared }) => {
    const isOf = (fact: AnswerFact) => fact.criterion === id
    const mine = own.findLast(isOf)
    if (mine && mine.state !== 'not_asked')
      return [{ answer: answerOf(mine, isOutdated(mine, jobChanges)), fact: mine }]
    const theirs = shared ? others.findLast((fact) => isOf(fact) && fact.state === 'answered') : undefined
    return theirs ? [{ answer: answerOf(theirs, true), fact: theirs }] : []
  })
}

/** Whether somebody decides hangs on the job they have (PRODUCT.md section 5). */
const OF_JOB = 'authority'
const isOutdated = (answer: AnswerFact, jobChanges: readonly Said[]): boolean =>
  answer.criterion === OF_JOB && jobChanges.some((changed) => isLater(changed, answer))

const answerOf = ({ criterion, state, grade, at, date }: AnswerFact, borrowed: boolean): Answer => ({
  criterion,
  state,
  grade,
  at,
  date,
  borrowed,
})
