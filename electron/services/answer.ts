import type { Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import type { Criterion } from '#shared/domain/bant'
import { dayOf } from '#shared/domain/calendar'
import { gradeOfDate, lastDayOf, TIMELINE_GRADES, type TimelineGrade } from '#shared/domain/timeline'
import { isOneOf } from '#shared/lib/table'
import { insertAnswer, insertText } from '#electron/db/call'
import { namedBy } from '#electron/db/card'
import { findDraft } from '#electron/db/draft'
import { stampOf } from '#electron/db/facts'
import { boardView } from './board.ts'
import type { Deps } from './deps.ts'
import { throughLens } from './framework.ts'
import { boardIn, caseOf, mustBeSomebody, sitting, type Case } from './facts.ts'
import { refresh } from './queue.ts'
import { refer, unreadable } from './referral.ts'
import { missingToQualify } from './stage.ts'

type Given = Input<'call.answer'>
type Kept = Pick<Given, 'state' | 'grade' | 'date' | 'amountMinor' | 'currency'>

/** An answer is a fact the moment it is given; what it says of the lead follows. */
export function answer(deps: Deps, input: Given): Output<'call.answer'> {
  const reply = deps.db.transaction((tx) => {
    const rep = sitting(tx)
    const found = caseOf(tx, deps, input.leadId)
    mustBeSomebody(tx, input.leadId)
    mustBeReadable(input, found)
    const kept = keptOf(throughLens(tx, deps, found), input, dayOf(found.zone, deps.now()))
    const stamp = stampOf(tx, deps)
    const { personId } = found.row.lead
    insertAnswer(tx, {
      ...stamp,
      leadId: input.leadId,
      personId,
      callId: findDraft(tx, input.leadId)?.callId ?? null,
      criterion: input.criterion,
      ...kept,
    })
    insertText(tx, { factId: stamp.id, field: 'evidence', personId, text: input.evidence })
    const named = input.decider ? [refer(tx, deps, found, { ...input.decider, email: null }, stamp.id)] : []
    refresh(tx, deps, [input.leadId, ...named])
    const after = { ...found, ...boardIn(tx, deps, found) }
    return {
      board: boardView(tx, throughLens(tx, deps, after)),
      missing: missingToQualify(tx, deps, after, rep),
      named: namedBy(tx, input.leadId),
    }
  })
  deps.emit({ kind: 'changed', topics: input.decider ? ['leads', 'queue'] : ['leads'] })
  return reply
}

/** What was given must reach somebody: it would be lost without a word otherwise. */
function mustBeReadable({ decider }: Given, { row }: Case): void {
  if (decider && unreadable({ ...decider, email: null }, row.list.country).length > 0)
    throw wrong('That number can’t be dialled.', 'decider-phone-unreadable')
}

function keptOf(found: Case, input: Given, today: string): Kept {
  const criterion = found.rules.definition.criteria.find(({ id }) => id === input.criterion)
  if (!criterion) throw wrong('That criterion is not on this board.', 'criterion-unknown')
  if (input.stillValid) return repeated(found, input, today)
  const { state, amountMinor, currency } = input
  if (state !== 'answered') return { state, grade: null, date: null, amountMinor: null, currency: null }
  const { quarterStart = 1 } = found.rules.definition
  return { state, amountMinor, currency, ...gradeAndDate(criterion, input, today, quarterStart) }
}

/** The timeline is kept as a date, which may be all that was said, or follows from the grade. */
function gradeAndDate(criterion: Criterion, { grade, date }: Given, today: string, quarterStart: number) {
  const isDated = criterion.grades.every(({ id }) => isOneOf(TIMELINE_GRADES, id))
  if (isDated && date) return { grade: gradeOfDate(date, today, quarterStart), date }
  if (!criterion.grades.some(({ id }) => id === grade))
    throw wrong('That grade is not on this board.', 'grade-unknown')
  return { grade, date: isDated ? lastDayOf(grade as TimelineGrade, today, quarterStart) : null }
}

/** "Still valid": what was said stands again, from today on. */
function repeated({ given }: Case, input: Given, today: string): Kept {
  const before = given.get(input.criterion)
  if (!before) throw wrong('There is no answer yet that could still be valid.', 'answer-missing')
  if (before.date !== null && before.date < today)
    throw wrong('The date they gave has passed. Ask for the new one.', 'date-passed')
  const { state, grade, date, amountMinor, currency } = before
  return { state, grade, date, amountMinor, currency }
}

const wrong = (message: string, reason: string) => new AppError('invalid-input', message, reason)
