import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { dropUntouched, findDraft } from '#electron/db/draft'
import { findLead } from '#electron/db/lead'
import { dropLeasesAt, holderOf } from '#electron/db/lease'
import type { Db } from '#electron/db/open'
import { findRep } from '#electron/db/people'
import { cardOf } from './card.ts'
import type { Deps } from './deps.ts'
import { changeDraft, draftOf, toDraft } from './draft.ts'
import { mustBeSomebody, sitting } from './facts.ts'
import { leaseTo, seatOf } from './lease.ts'
import { nextLead } from './queue-next.ts'

export const deskHandlers = (deps: Deps) =>
  ({
    'desk.open': (input) => deps.db.transaction((tx) => open(tx, deps, input)),
    'lead.card': ({ leadId }) => cardOf(deps.db, deps, leadId),
    'desk.note': (input) => deps.db.transaction((tx) => note(tx, deps, input)),
    'desk.check': (input) => check(deps, input),
    'desk.keep': (input) => deps.db.transaction((tx) => keep(tx, deps, input)),
    'desk.leave': (input) => leave(deps, input),
    'desk.opening': (input) => deps.db.transaction((tx) => opening(tx, deps, input)),
  }) satisfies Partial<Handlers>

/** Puts a lead on the desk, or the next one; null when nobody is left to call. */
export function open(tx: Db, deps: Deps, input: Input<'desk.open'>): Output<'desk.open'> {
  const { listId, leadId, after, seat } = input
  const rep = sitting(tx)
  const at = { seat, repId: rep.id }
  if (leadId) mustBeSomebody(tx, leadId)
  const id = leadId ?? nextLead(tx, deps, listId, after, seat)
  if (!id) {
    leaseTo(tx, deps, at, null)
    return null
  }
  // Before the draft: a lead that is not here gets none.
  const card = cardOf(tx, deps, id)
  // Only here: a press that comes late, for a lead that was logged meanwhile, must not take the next one's draft away.
  dropUntouched(tx, { repId: rep.id, keptLeadId: id, seat: seatOf(rep.id, seat), now: deps.now() })
  leaseTo(tx, deps, at, { leadId: id, personId: card.person.id })
  return { ...card, draft: toDraft(draftOf(tx, deps, rep, id), deps) }
}

/** Never two with the same lead: who came back asks before going on with it. Throws AppError 'not-found'. */
function keep(tx: Db, deps: Deps, { leadId, seat }: Input<'desk.keep'>): Output<'desk.keep'> {
  const rep = sitting(tx)
  const found = findLead(tx, leadId)
  if (!found) throw new AppError('not-found', 'That lead is not here any more.', 'lead-unknown')
  const { id: personId, name } = found.person
  const holder = holderOf(tx, { personId, seat: seatOf(rep.id, seat), now: deps.now() })
  if (holder) return { kind: 'taken', name, by: nameOfOther(tx, rep.id, holder.repId) }
  leaseTo(tx, deps, { seat, repId: rep.id }, { leadId, personId })
  return { kind: 'kept' }
}

const nameOfOther = (tx: Db, repId: string, holderId: string): string | null =>
  holderId === repId ? null : (findRep(tx, holderId)?.name ?? '')

/** What a window that is gone had before it may be served again, unless a call is on. */
function leave({ db, emit }: Deps, { seat }: Input<'desk.leave'>): Output<'desk.leave'> {
  if (dropLeasesAt(db, seat) > 0) emit({ kind: 'changed', topics: ['queue'] })
  return {}
}

function note(tx: Db, deps: Deps, { leadId, note }: Input<'desk.note'>): Output<'desk.note'> {
  return changeDraft(tx, deps, leadId, () => ({ note }))
}

function check(deps: Deps, { leadId }: Input<'desk.check'>): Output<'desk.check'> {
  const draft = findDraft(deps.db, leadId)
  return draft ? toDraft(draft, deps) : null
}

const opening = (tx: Db, deps: Deps, { leadId, said }: Input<'desk.opening'>): Output<'desk.opening'> =>
  changeDraft(tx, deps, leadId, () => ({ openingSaid: said ? 1 : 0 }))
