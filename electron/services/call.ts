import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { isScheme, type DialWay } from '#shared/domain/settings'
import { insertEdit, insertText } from '#electron/db/call'
import { putDraft } from '#electron/db/draft'
import { stampOf } from '#electron/db/facts'
import { isComingIn } from '#electron/db/import'
import type { Db } from '#electron/db/open'
import { answer } from './answer.ts'
import type { Deps } from './deps.ts'
import { changeDraft, draftOf, toDraft } from './draft.ts'
import { caseOf, sitting, type Case } from './facts.ts'
import { keepLease } from './lease.ts'
import { logCall } from './log.ts'
import { mayCallFound } from './may-call.ts'
import { settingsOf } from './settings.ts'
import type { Phone } from './placing.ts'
import { undoCall } from './undo.ts'

export const callHandlers = (deps: Deps) =>
  ({
    'call.dial': (input) => dial(deps, input),
    'call.answered': (input) => deps.db.transaction((tx) => answered(tx, deps, input)),
    'call.hungUp': (input) => deps.db.transaction((tx) => hungUp(tx, deps, input)),
    'call.answer': (input) => answer(deps, input),
    'call.log': (input) => logCall(deps, input),
    'call.undo': (input) => undoCall(deps, input),
  }) satisfies Partial<Handlers>

type Dialled = Output<'call.dial'>

/** The dial is on the draft before the phone rings: a crash in between loses nothing. */
async function dial(deps: Deps, input: Input<'call.dial'>): Promise<Dialled> {
  const reply = deps.db.transaction((tx) => prepareDial(tx, deps, input))
  if (reply.kind === 'refused') return reply
  deps.emit({ kind: 'changed', topics: ['calls'] })
  return { ...reply, opened: isScheme(reply.way) && (await deps.openUri(reply.uri)) }
}

function prepareDial(tx: Db, deps: Deps, { leadId, phoneId, override }: Input<'call.dial'>): Dialled {
  const rep = sitting(tx)
  const found = caseOf(tx, deps, leadId)
  const phone = found.phones.find(({ id }) => id === phoneId)
  if (!phone) throw new AppError('not-found', 'That number is not theirs any more.', 'phone-unknown')
  // A later row of the file may ask that this person never be called.
  const { importId } = found.row.lead
  if (importId !== null && isComingIn(tx, importId))
    throw new AppError('conflict', 'This lead is still being brought in.', 'still-importing')
  const draft = draftOf(tx, deps, rep, leadId)
  // One draft is one dial: the next one waits for the outcome of this.
  if (draft.dialledAt !== null) {
    const rule = draft.endedAt === null ? 'already-dialled' : 'outcome-first'
    return { kind: 'refused', rule, canOverride: false }
  }
  const { effect, conditions } = mayCallFound(tx, deps, found, phoneId)
  const rule = conditions.find((condition) => condition.effect === effect)?.rule ?? effect
  const isRefused = effect === 'block' || (effect === 'warn' && !override)
  if (effect !== 'allow') keepJudgement(tx, deps, found, draft.callId, rule, isRefused ? null : override)
  if (isRefused) return { kind: 'refused', rule, canOverride: effect === 'warn' }
  const now = deps.now()
  const changed = putDraft(tx, { ...draft, phoneId, dialledAt: now, updatedAt: now })
  keepLease(tx, deps, { leadId, repId: rep.id, rings: true })
  const way = settingsOf(tx).dialWith
  return { kind: 'dialled', draft: toDraft(changed, deps), uri: uriOf(phone, way), way, opened: false }
}

/** Every block and every override is a fact (PRODUCT.md section 9). */
function keepJudgement(
  tx: Db,
  deps: Deps,
  { leadId, row }: Case,
  callId: string,
  rule: string,
  override: string | null,
): void {
  const stamp = stampOf(tx, deps)
  const personId = row.person.id
  const field = override === null ? 'dial.refused' : 'dial.override'
  insertEdit(tx, { ...stamp, refersTo: callId, leadId, personId, field })
  insertText(tx, { factId: stamp.id, field: 'rule', personId, text: rule })
  insertText(tx, { factId: stamp.id, field: 'reason', personId, text: override })
}

/** Made anew from the E.164 number, so that nothing else ever reaches the system's opener. */
function uriOf({ e164, extension }: Phone, way: DialWay): string {
  const scheme = isScheme(way) ? way : 'tel'
  const digits = `+${e164.replace(/\D/g, '')}`
  const extra = extension?.replace(/\D/g, '')
  return scheme === 'tel' && extra ? `tel:${digits};ext=${extra}` : `${scheme}:${digits}`
}

/** Enter: they answered. The first press counts. */
const answered = (tx: Db, deps: Deps, { leadId }: Input<'call.answered'>): Output<'call.answered'> =>
  changeDraft(tx, deps, leadId, ({ answeredAt, answeredUp, openingSaid }, now) => ({
    answeredAt: answeredAt ?? now,
    answeredUp: answeredAt === null ? deps.uptime() : answeredUp,
    // The line stands before the rep's eyes; who did not say it unticks it.
    openingSaid: openingSaid ?? 1,
  }))

/** Esc: hung up. Nothing ends that did not begin. */
const hungUp = (tx: Db, deps: Deps, { leadId }: Input<'call.hungUp'>): Output<'call.hungUp'> =>
  changeDraft(tx, deps, leadId, ({ dialledAt, answeredAt, endedAt }, now) => {
    const isOpen = dialledAt !== null || answeredAt !== null
    if (endedAt !== null || !isOpen) return {}
    return { endedAt: now, endedUp: deps.uptime() }
  })
