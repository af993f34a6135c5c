import type { Input, Output } from '#shared/contract/api'
import type { OutcomeId } from '#shared/domain/outcome'
import { showPhone } from '#shared/domain/show-phone'
import { backOnLead } from '#shared/domain/taken-back'
import { HOUR, MINUTE } from '#shared/lib/time'
import {
  findCall,
  firstAnswerOf,
  hasOutcome,
  insertText,
  insertUndo,
  lastOutcome,
  suppressionsOfCall,
  textsOf,
  wasExportedSince,
  type Call,
} from '#electron/db/call'
import { findDraft, putDraft, type Draft } from '#electron/db/draft'
import { stampOf } from '#electron/db/facts'
import type { Db } from '#electron/db/open'
import { findRep } from '#electron/db/people'
import { giverOf } from '#electron/db/stage'
import { leadsOfPerson } from '#electron/db/touched'
import { withdraw } from './alternative.ts'
import type { Deps } from './deps.ts'
import { leadsUnder } from './effects.ts'
import { caseOf, sitting, type Case, type Rep } from './facts.ts'
import { unmarkPhones } from './phone-status.ts'
import { refresh, refreshAround } from './queue.ts'
import { unrefer } from './referral.ts'

type Undone = Output<'call.undo'>
type Refusal = Extract<Undone, { kind: 'refused' }>['reason']
type Back = Extract<Undone, { kind: 'undone' }>['back'][number]

/** How long an outcome can be taken back; a do-not-call only as a slip of the hand (PRODUCT.md section 4). */
const UNDO = 24 * HOUR
const UNDO_DO_NOT_CALL = 10 * MINUTE
/** A call may have been dialled long before its outcome: over a long weekend, say, in which the desk was off. */
const LOOK_BACK = 14 * UNDO

export const undoUntil = ({ at, outcome }: { at: number; outcome: OutcomeId }): number =>
  at + (outcome === 'do_not_call' ? UNDO_DO_NOT_CALL : UNDO)

/** Takes back the last outcome of the rep at the desk with all that it brought; both facts stay. */
export function undoCall(running: Deps, { reason: why = '' }: Input<'call.undo'>): Undone {
  const now = running.now()
  const deps = { ...running, now: () => now }
  const reply = deps.db.transaction((tx): Undone => {
    const rep = sitting(tx)
    const call = lastOutcome(tx, rep.id, now - LOOK_BACK)
    const reason = call ? refusalOf(tx, call, now, why) : hasOutcome(tx, rep.id) ? 'too-late' : 'nothing'
    if (!call || reason) return { kind: 'refused', reason: reason ?? 'nothing' }
    return takeBack(tx, deps, rep, { call, why })
  })
  if (reply.kind === 'undone') deps.emit({ kind: 'changed', topics: ['calls', 'leads', 'queue'] })
  return reply
}

/** Why it stays; null when it may go. */
function refusalOf(tx: Db, call: Call, now: number, why: string): Refusal | null {
  if (wasExportedSince(tx, call.leadId, call.at)) return 'exported'
  const isWish = call.outcome === 'do_not_call'
  if (now > undoUntil(call)) return isWish ? 'do-not-call-stands' : 'too-late'
  return isWish && why === '' ? 'reason-missing' : null
}

type Taken = { call: Call; why: string }

function takeBack(tx: Db, deps: Deps, rep: Rep, { call, why }: Taken): Undone {
  const { leadId, outcome } = call
  const before = caseOf(tx, deps, leadId)
  // Who they are by now: the call may be older than a merge.
  const personId = before.row.person.id
  const stamp = stampOf(tx, deps)
  insertUndo(tx, { ...stamp, refersTo: call.id, callId: call.id })
  // Nothing is written of somebody who was erased since.
  const isGone = before.row.person.erasedAt !== null
  if (!isGone) insertText(tx, { factId: stamp.id, field: 'reason', personId, text: why })
  const numbers = unmarkPhones(tx, call)
  const referral = unrefer(tx, call)
  const alternative = withdraw(tx, call)
  const isNoteBack = !isGone && restoreDraft(tx, deps, rep, call)
  const found = caseOf(tx, deps, leadId)
  const lifted = suppressionsOfCall(tx, call.id)
  const held = lifted.flatMap((fact) => leadsUnder(tx, found, fact))
  const giver = giverOf(tx, found.row.lead)
  const touched = [leadId, ...leadsOfPerson(tx, personId), ...held, ...(giver ? [giver.leadId] : [])]
  refresh(tx, deps, [...new Set(touched)])
  refreshAround(tx, deps, found.row)
  const back: Back[] = [
    ...lifted.map(({ scope }) => ({ what: 'suppression', scope }) as const),
    ...onLead(tx, before, found),
    ...(referral ? [{ what: 'referral', ...referral } as const] : []),
    ...(alternative ? [{ what: 'alternative', ...alternative } as const] : []),
    ...numbers.map(({ e164, status }) => ({ what: 'number', number: showPhone(e164), status }) as const),
    ...(isNoteBack ? [{ what: 'note' } as const] : []),
  ]
  const { ownOutcome: own } = call
  return { kind: 'undone', leadId, name: found.row.person.name, outcome, own, back }
}

const onLead = (tx: Db, before: Case, after: Case): Back[] =>
  backOnLead(before.placing.standing, after.placing.standing).map((back) =>
    back.what === 'owner'
      ? { what: 'owner', name: back.ownerId === null ? null : (findRep(tx, back.ownerId)?.name ?? null) }
      : back,
  )

/** The desk as it was when the outcome was pressed, unless something else is written on it by now. Tells whether a note is back. */
function restoreDraft(tx: Db, deps: Deps, rep: Rep, call: Call): boolean {
  const { leadId, byHand, dialledAt, answeredAt, endedAt, phoneId } = call
  const other = findDraft(tx, leadId)
  if (other && isTouched(other)) return false
  const note = textsOf(tx, call.id)['note'] ?? ''
  putDraft(tx, {
    leadId,
    callId: deps.newId(),
    repId: rep.id,
    phoneId: byHand ? null : phoneId,
    openedAt: openedAt(tx, call),
    dialledAt: byHand ? null : dialledAt,
    answeredAt,
    endedAt,
    ...upOf(deps, call),
    openingSaid: call.openingSaid ?? (answeredAt === null ? null : 1),
    note,
    updatedAt: deps.now(),
  })
  return note !== ''
}

/** By the machine's own count: as long ago as the wall says, and apart by what was reckoned as talk. */
function upOf(deps: Deps, { at, answeredAt, endedAt, talk }: Call): Pick<Draft, 'answeredUp' | 'endedUp'> {
  const upAt = (instant: number) => deps.uptime() - (deps.now() - instant)
  const endedUp = endedAt === null ? null : upAt(endedAt)
  if (answeredAt === null) return { answeredUp: null, endedUp }
  return { answeredUp: talk === null ? upAt(answeredAt) : (endedUp ?? upAt(at)) - talk * 1000, endedUp }
}

const isTouched = ({ dialledAt, answeredAt, note }: Draft): boolean =>
  dialledAt !== null || answeredAt !== null || note !== ''

/** Early enough for every answer of the call to count for the one that takes its place. */
function openedAt(tx: Db, call: Call): number {
  const before = call.refersTo === null ? undefined : findCall(tx, call.refersTo)
  const own = Math.min(call.dialledAt, firstAnswerOf(tx, call.id) ?? call.dialledAt)
  return before ? Math.min(own, openedAt(tx, before)) : own
}
