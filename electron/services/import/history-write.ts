import { boardOf } from '#shared/domain/board'
import { freeze } from '#shared/domain/frozen'
import type { HistoryRow } from '#shared/domain/import/history'
import { SPOKEN } from '#shared/domain/import/outcome-words'
import { reasonOfWord, stageAfter } from '#shared/domain/import/verdict-words'
import { has, type OutcomeId } from '#shared/domain/outcome'
import { REASONS, type ReasonId } from '#shared/domain/reason'
import type { Stage } from '#shared/domain/stage'
import { insertCall, insertSuppression, insertText } from '#electron/db/call'
import { stampOf } from '#electron/db/facts'
import { insertVerdict, phoneIdOf, type CalledLead } from '#electron/db/import-history'
import type { Db } from '#electron/db/open'
import { insertStageChange } from '#electron/db/stage'
import type { Deps } from '../deps.ts'
import { currentRules } from '../rules.ts'

const DAY = 86_400_000

/** A row whose person, lead, time, outcome and rep are known. */
export type Made = {
  row: HistoryRow
  personId: string
  lead: CalledLead
  repId: string
  at: number
  outcome: OutcomeId
}

/** Why another system's outcome would have closed the lead, where the file gives no reason. */
const CLOSES: Partial<Record<OutcomeId, ReasonId>> = {
  not_interested: 'refused',
  nurture: 'timing',
  disqualified: 'outside_profile',
}
const TIMING_DAYS = 90

/** Stores a call as it was lived, by whom and when; it was not made here, which its import says. Returns its id. */
export function writeCall(
  tx: Db,
  deps: Deps,
  { row, personId, lead, repId, at, outcome }: Made,
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

/** Section 12: the CRM's word on a lead that was handed over. */
export function writeVerdict(tx: Db, deps: Deps, { row, lead, repId, at }: Made, callId: string): void {
  if (row.verdict === null) return
  insertVerdict(tx, {
    ...stampOf(tx, deps, at),
    repId,
    refersTo: callId,
    leadId: lead.id,
    verdict: row.verdict,
    reason: reasonOfWord(row.reason) ?? (row.reason || null),
  })
}

const HANDED_OVER = ['sql', 'opportunity', 'customer']
/** Whoever has a verdict was an SQL, whatever stood here: the move there counts, and the one from there. */
export function movesOf(made: Made, closes: boolean): (Moved & { from: string })[] {
  const { row, lead } = made
  if (row.verdict === null) {
    const moved = movedBy(made, closes)
    return moved === null ? [] : [{ ...moved, from: lead.stage }]
  }
  const reason = reasonOfWord(row.reason)
  const last = wakingAt(
    { to: stageAfter(row.verdict, reason), reason: row.verdict === 'rejected' ? reason : null },
    made.at,
  )
  const moves = HANDED_OVER.includes(lead.stage)
    ? []
    : [{ to: 'sql' as const, reason: null, wakesAt: null, from: lead.stage }]
  const from = moves[0]?.to ?? lead.stage
  const stays = last.to === from || (row.verdict === 'accepted' && HANDED_OVER.includes(from))
  return stays ? moves : [...moves, { ...last, from }]
}

const wakingAt = ({ to, reason }: Pick<Moved, 'to' | 'reason'>, at: number): Moved => {
  const days = reason === null ? null : reason === 'timing' ? TIMING_DAYS : REASONS[reason].days
  return { to, reason, wakesAt: days === null ? null : at + days * DAY }
}

export type Moved = { to: Stage; reason: ReasonId | null; wakesAt: number | null }

/** Where a lead's last call left it: as the file says, else as its outcome does. Null = where it stands. */
function movedBy({ row, at, outcome, lead }: Made, closes: boolean): Moved | null {
  if (row.result !== null)
    return row.result === lead.stage ? null : { to: row.result, reason: null, wakesAt: null }
  const reason = closes ? CLOSES[outcome] : undefined
  if (!reason || ['nurture', 'disqualified', 'lost', 'customer'].includes(lead.stage)) return null
  return wakingAt({ to: REASONS[reason].stage, reason }, at)
}

export function writeMove(
  tx: Db,
  deps: Deps,
  { lead, repId, at }: Made,
  callId: string,
  { from, ...moved }: Moved & { from: string },
): void {
  const { definition, version } = currentRules(tx)
  insertStageChange(tx, {
    ...stampOf(tx, deps, at),
    repId,
    leadId: lead.id,
    callId,
    from: from as Stage,
    frozen: freeze(definition, version, boardOf(definition, [], at, deps.zone), 0),
    ...moved,
  })
}
