import { standingAnswers } from '#shared/domain/answers'
import { boardOf, type BoardNow } from '#shared/domain/board'
import { clockOfKey } from '#shared/domain/window'
import { AppError } from '#shared/contract/errors'
import { answerRows, sharedAnswers, type AnswerRow } from '#electron/db/answer'
import { repAtDesk } from '#electron/db/device'
import { findLead } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
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
  board: BoardNow
  /** The answers on the board, borrowed ones too, by criterion. */
  given: ReadonlyMap<string, AnswerRow>
}

/** Throws AppError 'not-found'. */
export function mustExist(tx: Db, leadId: string): void {
  if (!findLead(tx, leadId))
    throw new AppError('not-found', 'That lead is not here any more.', 'lead-unknown')
}

/** Throws AppError 'not-found'. */
export function caseOf(tx: Db, deps: Deps, leadId: string): Case {
  mustExist(tx, leadId)
  const found = gather(tx, deps, leadId)
  const { lead } = found.row
  const rules = currentRules(tx)
  const zone = clockOfKey(found.placing.calendar)
  const standing = standingAnswers(rules.definition, answerRows(tx, leadId), sharedAnswers(tx, lead))
  const answers = standing.map(({ answer }) => answer)
  return {
    ...found,
    leadId,
    rules,
    zone,
    board: boardOf(rules.definition, answers, deps.now(), zone),
    given: new Map(standing.map(({ fact }) => [fact.criterion, fact])),
  }
}
