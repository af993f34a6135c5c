import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { freeze } from '#shared/domain/frozen'
import { withPerson } from '#shared/domain/outcome'
import { atLeast } from '#shared/domain/people'
import { reasonKind } from '#shared/domain/reason'
import {
  CLOSED_STAGES,
  move,
  type Proofs,
  REOPENED_BY_LEAD,
  type Stage,
  type StageRefusal,
} from '#shared/domain/stage'
import {
  becauseOf,
  HANDED_OVER,
  isGivenUpEarly,
  isRefusedBefore,
  leadsElsewhere,
} from '#shared/domain/change'
import { DAY } from '#shared/lib/time'
import { insertSuppression, insertText, textsOf } from '#electron/db/call'
import { stampOf } from '#electron/db/facts'
import type { Db } from '#electron/db/open'
import { findOpportunity, giverOf, insertStageChange, wasSql } from '#electron/db/stage'
import { leadsOfPerson } from '#electron/db/touched'
import type { Deps } from './deps.ts'
import { caseOf, mustBeSomebody, sitting, type Case, type Rep } from './facts.ts'
import { refresh } from './queue.ts'
import { reasonsAt } from './reason-versions.ts'
import { fitNow, hasIntent } from './score.ts'

/** Proof 1 holds for so long. */
const CALL_DAYS = 90

export const stageHandlers = (deps: Deps) =>
  ({ 'lead.move': (input) => moveLead(deps, input) }) satisfies Partial<Handlers>

/** All that a move may need, as things stand; the next step is the one that is open and agreed. */
export function proofsOf(tx: Db, deps: Deps, found: Case, rep: Rep, override: string | null): Proofs {
  const { facts, standing } = found.placing
  const now = deps.now()
  const saved = findOpportunity(tx, found.leadId)
  const opportunity = saved?.opportunity
  const open = standing.open
  return {
    // What a file says of a call proves nothing: anybody can write one.
    callWithPerson: facts.calls.some(
      ({ outcome, spoke, dialledAt, importId }) =>
        !importId && withPerson(outcome, spoke) && dialledAt >= now - CALL_DAYS * DAY,
    ),
    bantAtThreshold: found.board.atThreshold,
    failedGates: found.board.unpassedGates,
    nextStep: open !== null && open.agreed && open.dueAt > now && isWithSomebody(tx, open.id),
    override: override ? { byTeamLead: atLeast(rep.role, 'team_lead'), reason: override } : null,
    fit: fitNow(deps, found),
    intent: hasIntent(deps, found),
    reason: null,
    problem: Boolean(saved?.problem?.trim()),
    size: opportunity?.sizeValue != null && opportunity.sizeUnit !== null,
    consent: opportunity?.consent === true,
    contractReference: Boolean(opportunity?.contractReference?.trim()),
    contractDate: Boolean(opportunity?.contractDate),
    owesSql: HANDED_OVER.includes(standing.stage) && !wasSql(tx, found.leadId),
  }
}

/** A step of a call that names nobody is a date, not a proof. */
const isWithSomebody = (tx: Db, promiseId: string): boolean => textsOf(tx, promiseId)['who'] !== undefined

/** What "qualified" would still lack: the call that would be logged is itself proof 1, and asks for the next step. */
export function missingToQualify(tx: Db, deps: Deps, found: Case, rep: Rep): StageRefusal[] {
  const { stage } = found.placing.standing
  if (HANDED_OVER.includes(stage)) return []
  const proofs = { ...proofsOf(tx, deps, found, rep, null), callWithPerson: true, nextStep: true }
  const moved = move(stage, 'sql', proofs)
  return moved.ok ? [] : [...moved.error]
}

type StageChange = {
  to: Stage
  reason: string | null
  /** In words, kept apart from the fact. */
  words: string | null
  wakesAt: number | null
  callId: string | null
  /** A team lead's reason for passing proof 2. */
  override: string | null
}

/** Writes a move with its board frozen. Returns the leads whose facts are now others. */
export function changeStage(tx: Db, deps: Deps, found: Case, change: StageChange): string[] {
  const { definition, definitionVersion } = found.rules
  const { lead, person } = found.row
  const isOverridden = HANDED_OVER.includes(change.to) && change.override !== null && lacksProof2(found)
  const stamp = stampOf(tx, deps)
  insertStageChange(tx, {
    ...stamp,
    leadId: lead.id,
    callId: change.callId,
    from: found.placing.standing.stage,
    to: change.to,
    reason: change.reason,
    wakesAt: change.wakesAt,
    frozen: freeze(definition, definitionVersion, found.board, fitNow(deps, found)),
    overrideBy: isOverridden ? stamp.repId : null,
  })
  const about = { factId: stamp.id, personId: person.id }
  insertText(tx, { ...about, field: 'reason', text: change.words })
  if (isOverridden) insertText(tx, { ...about, field: 'override', text: change.override })
  return [lead.id, ...(CLOSED_STAGES.includes(change.to) ? wakeGiver(tx, deps, found, change.callId) : [])]
}

const lacksProof2 = ({ board }: Case) => !board.atThreshold || board.unpassedGates.length > 0

/** An influencer wakes when the lead of the one who decides closes (PRODUCT.md section 8). */
function wakeGiver(tx: Db, deps: Deps, { row }: Case, callId: string | null): string[] {
  const giver = giverOf(tx, row.lead)
  if (!giver) return []
  const found = caseOf(tx, deps, giver.leadId)
  const { stage, reason, wakesAt } = found.placing.standing
  const now = deps.now()
  if (stage !== 'nurture' || reasonKind(reason) !== 'no_authority' || (wakesAt ?? 0) <= now) return []
  return changeStage(tx, deps, found, {
    to: 'nurture',
    reason,
    words: null,
    wakesAt: now,
    callId,
    override: null,
  })
}

/** The reason was given in words. */
const IN_WORDS = 'other'

/** Only a team lead brings back what was closed; nurture too, from where anybody could go on. */
function moveLead(deps: Deps, input: Input<'lead.move'>): Output<'lead.move'> {
  const { leadId, to, reason, words = null, override } = input
  return deps.db.transaction((tx) => {
    const rep = sitting(tx)
    const found = caseOf(tx, deps, leadId)
    mustBeSomebody(tx, leadId)
    const { stage } = found.placing.standing
    const moved = move(stage, to, { ...proofsOf(tx, deps, found, rep, override), reason })
    if (!moved.ok) return { kind: 'refused', reasons: [...moved.error] }
    if (stage === to) return { kind: 'moved', stage }
    if (REOPENED_BY_LEAD.includes(stage) && !atLeast(rep.role, 'team_lead'))
      throw new AppError('not-allowed', 'Only a team lead can reopen a closed lead.', 'needs-team-lead')
    if (isGivenUpEarly(reason, words, found.placing.standing.attempts))
      return { kind: 'refused', reasons: ['given-up-early'] }
    const isRefused = () => isRefusedBefore(found.placing.facts)
    if (leadsElsewhere(reason, to, reasonsAt(tx, deps.now()).rules, isRefused))
      return { kind: 'refused', reasons: ['reason-elsewhere'] }
    refresh(tx, deps, moveCase(tx, deps, found, { to, reason, words, override, callId: null }))
    deps.emit({ kind: 'changed', topics: ['leads', 'queue'] })
    return { kind: 'moved', stage: to }
  })
}

type Moving = Pick<StageChange, 'to' | 'callId' | 'override'> & {
  /** A reason's code, or words. */
  reason: string | null
  /** What is said beside a code. */
  words: string | null
}

/** Writes a move that was judged, with all that its reason brings. Returns the leads whose facts are now others. */
export function moveCase(
  tx: Db,
  deps: Deps,
  found: Case,
  { to, reason, words, override, callId }: Moving,
): string[] {
  const reasons = reasonsAt(tx, deps.now()).rules
  const known = reason !== null && reasons.has(reason)
  const refusedBefore = isRefusedBefore(found.placing.facts)
  const { quarterStart } = found.rules
  const around = { now: deps.now(), zone: found.zone, quarterStart, refusedBefore, reasons }
  const byReason = known ? becauseOf(reason, null, around) : null
  const touched = changeStage(tx, deps, found, {
    to,
    reason: known ? reason : reason?.trim() ? IN_WORDS : null,
    words: known ? words : reason,
    wakesAt: BESIDE.includes(to) ? (byReason?.wakesAt ?? defaultWake(to, around)) : null,
    callId,
    override,
  })
  const silenced = reason === 'do_not_call' ? silence(tx, deps, found.row.lead, callId) : []
  return [...new Set([...touched, ...silenced])]
}

/** The reason is a wish of the person's (PRODUCT.md section 8), which holds in every list and not only for this lead. */
export function silence(
  tx: Db,
  deps: Deps,
  lead: { id: string; personId: string },
  callId: string | null,
): string[] {
  const { personId } = lead
  const stamp = stampOf(tx, deps)
  insertSuppression(tx, {
    ...stamp,
    scope: 'person',
    channel: 'call',
    personId,
    leadId: lead.id,
    callId,
    source: 'hand',
    lifted: false,
  })
  return leadsOfPerson(tx, personId)
}

const BESIDE: readonly Stage[] = ['nurture', 'disqualified']
/** A nurture that says no date sleeps as long as one that could not be reached. */
const defaultWake = (to: Stage, around: Parameters<typeof becauseOf>[2]): number | null =>
  to === 'nurture' ? becauseOf('unreachable', null, around).wakesAt : null
