import type { Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { afterCall } from '#shared/domain/call'
import { dayOf } from '#shared/domain/calendar'
import { isRefusedBefore } from '#shared/domain/change'
import type { CallFact } from '#shared/domain/facts'
import { attemptsOf } from '#shared/domain/ladder'
import { ALL_LISTS } from '#shared/domain/list'
import { speaker, type Around } from '#shared/domain/logged'
import { does, has, OUTCOMES, type OutcomeId } from '#shared/domain/outcome'
import type { OutcomeRule } from '#shared/domain/outcome-set'
import { timesOf } from '#shared/domain/timer'
import { answersSince, findCall, insertCall, insertText, isUndone, newestCall } from '#electron/db/call'
import { dropDraft, findDraft, type Draft } from '#electron/db/draft'
import { stampOf } from '#electron/db/facts'
import { firstObjectionOf } from '#electron/db/objection'
import type { Db } from '#electron/db/open'
import { offer, offerProblems } from './alternative.ts'
import type { Deps } from './deps.ts'
import { open } from './desk.ts'
import { applyEffects } from './effects.ts'
import { caseOf, mustBeSomebody, sitting, type Case, type Rep } from './facts.ts'
import { outcomesAt } from './outcome-versions.ts'
import { reasonsAt } from './reason-versions.ts'
import { advanceCycle, refresh, refreshAround } from './queue.ts'
import { unreadable } from './referral.ts'
import { proofsOf } from './stage.ts'
import { undoUntil } from './undo.ts'

type Log = Input<'call.log'>
type Logged = Output<'call.log'>

/** A call is logged whole or not at all: the call and all that it brings, and the next lead is on the desk. */
export function logCall(running: Deps, input: Log): Logged {
  const now = running.now()
  // One instant for everything that one press brings.
  const deps = { ...running, now: () => now }
  const reply = deps.db.transaction((tx): Logged => {
    const rep = sitting(tx)
    const before = findCall(tx, input.callId)
    if (before) return repeated(tx, deps, input, before)
    return write(tx, deps, rep, input)
  })
  if (reply.kind === 'logged') deps.emit({ kind: 'changed', topics: ['calls', 'leads', 'queue'] })
  return reply
}

/** The same press again, after an answer that was lost on its way; another outcome comes from another window. */
function repeated(
  tx: Db,
  deps: Deps,
  input: Log,
  before: { leadId: string; at: number; outcome: OutcomeId; ownOutcome: string | null },
): Logged {
  const isSame = before.outcome === input.outcome && before.ownOutcome === (input.own ?? null)
  if (before.leadId !== input.leadId || !isSame || isUndone(tx, input.callId))
    throw new AppError(
      'conflict',
      'That call was logged or taken back elsewhere. Open it again.',
      'draft-stale',
    )
  const { stage } = caseOf(tx, deps, input.leadId).placing.standing
  return logged(tx, deps, input, before, stage)
}

function write(tx: Db, deps: Deps, rep: Rep, asked: Log): Logged {
  const rule = ruleOf(tx, deps, asked)
  if (!rule) return { kind: 'refused', reasons: ['outcome-off'] }
  const input = { ...asked, reason: rule.reason ?? asked.reason }
  const reasons = reasonsAt(tx, deps.now()).rules
  // What comes with an outcome is the outcome's to say.
  if (rule.reason === null && asked.reason !== null && !reasons.get(asked.reason)?.on)
    return { kind: 'refused', reasons: ['reason-off'] }
  const found = caseOf(tx, deps, input.leadId)
  mustBeSomebody(tx, input.leadId)
  const { leadId, alternative: listId = null } = input
  const { personId } = found.row.lead
  const barred = listId === null ? [] : offerProblems(tx, reasons, { personId, reason: input.reason, listId })
  const draft = findDraft(tx, input.leadId)
  if (draft && draft.callId !== input.callId)
    throw new AppError('conflict', 'This lead was logged or opened elsewhere. Open it again.', 'draft-stale')
  const call = callOf(tx, deps, rep, found, draft, input)
  const phone = found.phones.find(({ id }) => id === call.phoneId)
  const { facts, standing, forbidden } = found.placing
  const around: Around = {
    now: deps.now(),
    zone: found.zone,
    quarterStart: found.rules.quarterStart,
    stage: standing.stage,
    attempts: attemptsOf([...facts.calls, call]),
    refusedBefore: isRefusedBefore(facts),
    hasNumber: phone !== undefined,
    isSwitchboard: phone?.status === 'switchboard',
    hasCompany: found.row.lead.companyId !== null,
    numbersLeft: found.callable.filter(({ id }) => id !== phone?.id).length,
    answers: call.answers,
    noted: (draft?.note ?? '').trim() !== '',
    worded: (input.reasonText ?? '').trim() !== '',
    suppressed: forbidden,
    reasons,
    proofs: { ...proofsOf(tx, deps, found, rep, input.override), ...proofOf(input.outcome) },
  }
  const after = afterCall(input, around, rule.needs)
  const lost = input.referral ? unreadable(input.referral, found.row.list.country) : []
  if (!after.ok || lost.length + barred.length > 0)
    return { kind: 'refused', reasons: [...(after.ok ? [] : after.error), ...lost, ...barred] }

  const corrects = corrected(tx, rep, draft, input.leadId)
  if (has(input.outcome, 'attempt') && !corrects)
    advanceCycle(tx, rep.id, cycleOf(input, found), dayOf(deps.zone, deps.now()), input.leadId)
  insertCall(tx, { ...stampOf(tx, deps), ...call, refersTo: corrects })
  const about = { factId: call.id, personId: found.row.person.id }
  insertText(tx, { ...about, field: 'note', text: draft?.note ?? null })
  insertText(tx, { ...about, field: 'reason', text: input.reasonText })
  const touched = applyEffects(tx, deps, { found, rep, call, input, effects: after.value })
  dropDraft(tx, input.leadId)
  refresh(tx, deps, [...new Set([input.leadId, ...touched])])
  if (listId !== null) offer(tx, deps, { leadId, personId, listId })
  refreshAround(tx, deps, found.row)
  return logged(
    tx,
    deps,
    input,
    { at: deps.now(), outcome: input.outcome },
    after.value.change?.to ?? standing.stage,
  )
}

/** Worked as one queue, all lists have one cycle; a lead of another list that was looked up moves its own. */
const cycleOf = ({ listId }: Log, { row }: Case) => (listId === ALL_LISTS ? listId : row.lead.listId)

/** What was pressed, by the version in force now; null when the team has switched it off, or never had it. */
function ruleOf(tx: Db, deps: Deps, { outcome, own }: Log): OutcomeRule | null {
  const rule = outcomesAt(tx, deps.now()).rules.get(own ?? outcome)
  return rule?.on && rule.kind === outcome ? rule : null
}

/** A call that ends in an outcome with the person is itself proof 1. */
const proofOf = (outcome: OutcomeId) => (has(outcome, 'person') ? { callWithPerson: true } : {})

function logged(
  tx: Db,
  deps: Deps,
  { callId, leadId, listId, seat }: Log,
  call: { at: number; outcome: OutcomeId },
  stage: Extract<Logged, { kind: 'logged' }>['stage'],
): Logged {
  // A line that failed, or a number that is none: the same person may come again at once.
  const isAgain = does(call.outcome, 'retriesNow') || does(call.outcome, 'nextNumber')
  const after = isAgain ? null : leadId
  const next = open(tx, deps, { listId, leadId: null, after, seat })
  return { kind: 'logged', callId, stage, undoUntil: undoUntil(call), savedAt: deps.now(), next }
}

function callOf(tx: Db, deps: Deps, rep: Rep, found: Case, draft: Draft | undefined, input: Log) {
  const now = deps.now()
  const { leadId, callId } = input
  const given = answersSince(tx, { leadId, callId, since: draft?.openedAt ?? now })
  const newest = new Map(given.map((answer) => [answer.criterion, answer.state]))
  const { dialledAt = null, answeredAt = null, endedAt = null } = draft ?? {}
  // What was noted before the number was dialled was not said in this call.
  const since = dialledAt ?? 0
  const { answeredUp = null, endedUp = null, openingSaid = null } = draft ?? {}
  const up = { answered: answeredUp, ended: endedUp, logged: deps.uptime() }
  const said = [
    given.find(({ at }) => at >= since)?.at ?? null,
    firstObjectionOf(tx, { callId: input.callId, since }),
  ].filter((at) => at !== null)
  const presses = {
    answeredAt,
    endedAt,
    firstSaidAt: said.length ? Math.min(...said) : null,
    loggedAt: now,
    up,
  }
  const { lead } = found.row
  return {
    id: input.callId,
    repId: rep.id,
    leadId: lead.id,
    personId: lead.personId,
    companyId: lead.companyId,
    listId: lead.listId,
    phoneId: draft?.phoneId ?? found.callable[0]?.id ?? found.phones[0]?.id ?? null,
    outcome: input.outcome,
    ownOutcome: input.own ?? null,
    spoke: speaker(input.outcome, input.spoke),
    reason: asksReason(input.outcome) ? input.reason : null,
    dialledAt: dialledAt ?? answeredAt ?? now,
    byHand: dialledAt === null,
    answeredAt,
    endedAt,
    ...timesOf(input.outcome, presses),
    leftMessage: input.outcome === 'voicemail' && input.leftMessage,
    // Nobody hears an opening line where nobody picks up.
    openingSaid: has(input.outcome, 'connected') ? openingSaid : null,
    answers: [...newest.values()].filter((state) => state !== 'not_asked').length,
  } satisfies CallFact & Record<string, unknown>
}

const asksReason = (outcome: OutcomeId): boolean =>
  (OUTCOMES[outcome].needs as readonly string[]).includes('reason')

/** The outcome that was taken back and is now given anew: its dial was counted then. */
function corrected(tx: Db, rep: Rep, draft: Draft | undefined, leadId: string): string | null {
  const newest = newestCall(tx, leadId)
  if (!draft || !newest?.undoId || newest.repId !== rep.id) return null
  return newest.at >= draft.openedAt ? newest.id : null
}
