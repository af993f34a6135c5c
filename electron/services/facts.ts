import { standingAnswers } from '#shared/domain/answers'
import { boardOf, type BoardNow } from '#shared/domain/board'
import { clockOfKey } from '#shared/domain/window'
import { AppError } from '#shared/contract/errors'
import { answerRows, sharedAnswers, type AnswerRow } from '#electron/db/answer'
import { repAtDesk } from '#electron/db/device'
import type { Db } from '#electron/db/open'
import { hasLead, isErased } from '#electron/db/touched'
import type { Deps } from './deps.ts'
import { gather, type Gathered } from './placing.ts'
import { currentRules, type Rules } from './rules.ts'

export type Rep = NonNullable<ReturnType<typeof repAtDesk>>

/** Who sits at this desk. Throws AppError 'not-allowed' (reason `nobody-at-desk`). */
export function sitting(tx: Db): Rep {
  const rep = repAtDesk(tx)
  if (!rep) throw new AppError('not-allowed', 'Say first who sits at this desk.', 'nobody-at-desk')
  return rep
}

/** A lead with all its facts, and its board as it reads at this moment. */
export type Case = Gathered & {
  leadId: string
  rules: Rules
  /** The clock of where the person is. */
  zone: string
} & BoardCase
type BoardCase = {
  board: BoardNow
  /** The answers on the board, borrowed ones too, by criterion. */
  given: ReadonlyMap<string, AnswerRow>
}

/** Throws AppError 'not-found'. */
export function mustExist(tx: Db, leadId: string): void {
  if (!hasLead(tx, leadId)) throw new AppError('not-found', 'That lead is not here any more.', 'lead-unknown')
}

/** Throws AppError 'conflict' (reason `erased`): nothing is written of somebody who was erased, and nobody calls them. */
export function mustBeSomebody(tx: Db, leadId: string): void {
  if (isErased(tx, leadId)) throw new AppError('conflict', 'That person was erased already.', 'erased')
}

/** Throws AppError 'not-found'. */
export function caseOf(tx: Db, deps: Deps, leadId: string): Case {
  const found = gather(tx, deps, leadId)
  const rules = currentRules(tx, found.row.list.id)
  const zone = clockOfKey(found.placing.calendar)
  const around = { ...found, leadId, rules, zone }
  return { ...around, ...boardIn(tx, deps, around) }
}

/** The board anew, after an answer was given. */
export function boardIn(
  tx: Db,
  deps: Deps,
  { row, rules, zone, placing }: Omit<Case, keyof BoardCase>,
): BoardCase {
  const own = answerRows(tx, row.lead.id)
  const standing = standingAnswers(
    rules.definition,
    own,
    sharedAnswers(tx, row.lead),
    placing.facts.jobChanges,
  )
  const answers = standing.map(({ answer }) => answer)
  return {
    board: boardOf(rules.definition, answers, deps.now(), zone),
    given: new Map(standing.map(({ fact }) => [fact.criterion, fact])),
  }
}
