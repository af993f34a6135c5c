import { boardOf } from '#shared/domain/board'
import { freeze } from '#shared/domain/frozen'
import type { HistoryRow } from '#shared/domain/import/history'
import { SPOKEN } from '#shared/domain/import/outcome-words'
import { has, type OutcomeId } from '#shared/domain/outcome'
import { insertCall, insertSuppression, insertText } from '#electron/db/call'
import { stampOf } from '#electron/db/facts'
import { insertVerdict, phoneIdOf, type CalledLead } from '#electron/db/import-history'
import type { Db } from '#electron/db/open'
import { insertStageChange } from '#electron/db/stage'
import type { Deps } from '../deps.ts'
import { currentRules } from '../rules.ts'
import { IN_WORDS, type Moved } from './history-moves.ts'

/** A row whose person, lead, time, outcome and rep are known. */
export type Made = {
  row: HistoryRow
  personId: string
  lead: CalledLead
  repId: string
  at: number
  /** Null: a verdict without a call. */
  outcome: OutcomeId | null
}

/** Stores a call as it was lived, by whom and when; it was not made here, which its import says. Returns its id. */
export function writeCall(
  tx: Db,
  deps: Deps,
  { row, personId, lead, repId, at }: Made,
  outcome: OutcomeId,
  importId: string,
): string {
  const stamp = { ...stampOf(tx, deps, at), repId }
  insertCall(tx, {
    ...stamp,
    leadId: lead.id,
    personId,
    companyId: lead.companyId,
    listId: lead.listId,
    phoneId: phoneIdOf(tx, personId, row.who.phones[0]?.e164 ?? null),
    outcome,
    ownOutcome: row.own,
    spoke: has(outcome, 'person') || SPOKEN.includes(outcome) ? 'person' : null,
    reason: null,
    dialledAt: at,
    byHand: true,
    answeredAt: null,
    endedAt: null,
    talk: has(outcome, 'connected') ? row.talk : null,
    talkAtLeast: false,
    wrap: 0,
    leftMessage: false,
    answers: 0,
    importId,
  })
  insertText(tx, { factId: stamp.id, personId, field: 'note', text: row.note || null })
  if (outcome === 'do_not_call')
    insertSuppression(tx, {
      ...stampOf(tx, deps, at),
      repId,
      scope: 'person',
      channel: 'call',
      personId,
      leadId: lead.id,
      callId: stamp.id,
      source: 'import',
      lifted: false,
    })
  return stamp.id
}

/** Section 12: the CRM's word on a lead that was handed over. `refersTo`: its call, or the file it came in. Returns its id. */
export function writeVerdict(
  tx: Db,
  deps: Deps,
  { row, lead, repId, at }: Made,
  refersTo: string,
): string | null {
  if (row.verdict === null) return null
  const stamp = stampOf(tx, deps, at)
  insertVerdict(tx, {
    ...stamp,
    repId,
    refersTo,
    leadId: lead.id,
    verdict: row.verdict,
    reason: row.because?.code ?? (row.reason || null),
    amountMinor: row.amount?.minor ?? null,
    currency: row.amount?.currency ?? null,
  })
  return stamp.id
}

/**
 * A move as the file tells it. One that asks for proofs is of elsewhere: it stands under the name of the team lead who
 * brought it in, with the file's name as their reason (PRODUCT.md section 3).
 */
export function writeMove(
  tx: Db,
  deps: Deps,
  { personId, lead, repId, at }: Made,
  { from, to, reason, words, wakesAt, isClaim }: Moved,
  { callId, leaderId, fileName }: { callId: string; leaderId: string; fileName: string },
): void {
  const { definition, version } = currentRules(tx)
  const stamp = stampOf(tx, deps, at)
  insertStageChange(tx, {
    ...stamp,
    repId,
    leadId: lead.id,
    callId,
    from,
    to,
    reason,
    wakesAt,
    frozen: freeze(definition, version, boardOf(definition, [], at, deps.zone), 0),
    overrideBy: isClaim ? leaderId : null,
  })
  const about = { factId: stamp.id, personId }
  insertText(tx, { ...about, field: 'reason', text: reason === IN_WORDS ? words || fileName : null })
  insertText(tx, { ...about, field: 'override', text: isClaim ? fileName : null })
}
