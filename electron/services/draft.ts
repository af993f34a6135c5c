import type { Output } from '#shared/contract/api'
import { clockBetween, lapse } from '#shared/domain/timer'
import { findDraft, putDraft, type Draft } from '#electron/db/draft'
import type { Db } from '#electron/db/open'
import type { Deps } from './deps.ts'
import { mustBeSomebody, mustExist, sitting, type Rep } from './facts.ts'
import { keepLease } from './lease.ts'

/** What is on the desk of a lead is kept; whoever opens it last goes on with it. */
export function draftOf(tx: Db, deps: Deps, rep: Rep, leadId: string): Draft {
  const kept = findDraft(tx, leadId)
  if (kept?.repId === rep.id) return kept
  const now = deps.now()
  return putDraft(tx, { ...(kept ?? emptyDraft(deps, leadId, now)), repId: rep.id, updatedAt: now })
}

const emptyDraft = ({ newId }: Deps, leadId: string, now: number): Omit<Draft, 'repId' | 'updatedAt'> => ({
  leadId,
  callId: newId(),
  phoneId: null,
  openedAt: now,
  dialledAt: null,
  answeredAt: null,
  endedAt: null,
  answeredUp: null,
  endedUp: null,
  openingSaid: null,
  note: '',
})

export function toDraft(draft: Draft, deps: Pick<Deps, 'now' | 'uptime'>): Output<'desk.note'> {
  const { callId, phoneId, dialledAt, answeredAt, endedAt, note } = draft
  const openingSaid = draft.openingSaid === null ? null : draft.openingSaid === 1
  const now = { at: deps.now(), up: deps.uptime() }
  const answered = answeredAt === null ? null : { at: answeredAt, up: draft.answeredUp }
  const ended = endedAt === null ? null : { at: endedAt, up: draft.endedUp }
  const since = ended ?? answered ?? (dialledAt === null ? null : { at: dialledAt, up: null })
  const elapsed = since && Math.max(0, lapse(since, now))
  const clock = answered ? clockBetween(answered, ended ?? now) : 'steady'
  return { callId, phoneId, dialledAt, answeredAt, endedAt, elapsed, clock, openingSaid, note }
}

/** Changes what is on the desk of a lead. Throws AppError 'not-found', and 'conflict' (reason `erased`). */
export function changeDraft(
  tx: Db,
  deps: Deps,
  leadId: string,
  change: (draft: Draft, now: number) => Partial<Draft>,
): Output<'desk.note'> {
  const rep = sitting(tx)
  mustExist(tx, leadId)
  mustBeSomebody(tx, leadId)
  const draft = draftOf(tx, deps, rep, leadId)
  const now = deps.now()
  const changed = putDraft(tx, { ...draft, ...change(draft, now), updatedAt: now })
  keepLease(tx, deps, { leadId, repId: rep.id, rings: changed.dialledAt !== null })
  return toDraft(changed, deps)
}
