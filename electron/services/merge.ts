import type { Input } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { changedBy, type Changed, type Merging } from '#shared/domain/identity/merge'
import { isStandIn } from '#shared/domain/identity/stand-in'
import { atLeast } from '#shared/domain/people'
import { insertText, insertUndo, textsOf } from '#electron/db/call'
import { emailsOf } from '#electron/db/card'
import { findDraft } from '#electron/db/draft'
import { stampOf } from '#electron/db/facts'
import { phonesOf } from '#electron/db/lead'
import { moveBack, moveTo, type Moved } from '#electron/db/merge'
import { personRow } from '#electron/db/merge-person'
import { shareEmployersWish, shareWishes } from '#electron/db/merge-wishes'
import type { Db } from '#electron/db/open'
import { absorbedBy, insertPairing, insertPairingLead, type Pairing } from '#electron/db/pairing'
import { dropPairsOf, putPairs, type ReviewPair } from '#electron/db/review'
import { unindexPerson } from '#electron/db/search'
import { leadsOfPerson } from '#electron/db/touched'
import type { Deps } from './deps.ts'
import type { Rep } from './facts.ts'
import { indexAnew } from './index-person.ts'
import { shareGrounds } from './merge-basis.ts'
import { joinEpisodes, returnSignals, type MovedSignal } from './merge-episodes.ts'
import { refresh } from './queue.ts'

type Kept = Omit<Moved, 'changed'> & { signals: MovedSignal[]; pairs: ReviewPair[] }

/** Two are one: all that is the other's goes to the one who stays, until it is taken back. Returns the fact's id. */
export function mergePersons(
  tx: Db,
  deps: Deps,
  { keepId, otherId, choices }: Pick<Input<'review.merge'>, 'keepId' | 'otherId' | 'choices'>,
): string {
  const [kept, other] = [mergeable(tx, keepId), mergeable(tx, otherId)]
  if (keepId === otherId) throw new AppError('invalid-input', 'They are one already.')
  const changed = changedBy(kept.merging, other.merging, choices)
  const stamp = stampOf(tx, deps)
  insertPairing(tx, { ...stamp, kind: 'person', verdict: 'same', keptId: keepId, otherId })
  shareWishes(tx, deps, 'person', otherId, keepId)
  shareEmployersWish(tx, deps, [kept.merging.companyId, other.merging.companyId], keepId)
  shareGrounds(tx, deps, { from: otherId, to: keepId, pairingId: stamp.id })
  const pairs = dropPairsOf(tx, 'person', otherId)
  const { changed: _, ...moved } = moveTo(tx, keepId, otherId, changed)
  for (const leadId of moved.leads) insertPairingLead(tx, leadId, stamp.id)
  const signals = joinEpisodes(tx, deps, stamp.id, leadsOfPerson(tx, keepId))
  const keep = { ...moved, signals, pairs } satisfies Kept
  insertText(tx, { factId: stamp.id, field: 'moved', personId: otherId, text: JSON.stringify(keep) })
  insertText(tx, { factId: stamp.id, field: 'changed', personId: keepId, text: JSON.stringify(changed) })
  unindexPerson(tx, other.n)
  indexAnew(tx, keepId)
  refresh(tx, deps, leadsOfPerson(tx, keepId))
  return stamp.id
}

/** Two again, as they were. What was done since goes with the lead it was done on; wishes stay on both. */
export function unmergePersons(tx: Db, deps: Deps, rep: Rep, pairing: Pairing): void {
  const { id, keptId, otherId } = pairing
  mayTakeBack(tx, rep, pairing)
  if (personRow(tx, keptId)?.erasedAt !== null)
    throw new AppError('conflict', 'That person was erased already.', 'erased')
  const { moved = '', changed = '[]' } = textsOf(tx, id)
  const { signals, pairs, ...rest } = JSON.parse(moved) as Kept
  noOpenCall(tx, keptId)
  insertUndo(tx, { ...stampOf(tx, deps), refersTo: id, callId: id })
  returnSignals(tx, signals)
  moveBack(tx, keptId, otherId, { ...rest, changed: JSON.parse(changed) as Changed[] })
  shareWishes(tx, deps, 'person', keptId, otherId)
  shareGrounds(tx, deps, { from: keptId, to: otherId, pairingId: null })
  putPairs(tx, pairs)
  for (const personId of [keptId, otherId]) indexAnew(tx, personId)
  refresh(tx, deps, [...leadsOfPerson(tx, keptId), ...leadsOfPerson(tx, otherId)])
}

/** Whoever made it takes it back, or a team lead. */
export const isTheirs = (rep: Rep, repId: string): boolean =>
  repId === rep.id || atLeast(rep.role, 'team_lead')

/** And the newest first, since each stands on the one before. */
export function mayTakeBack(tx: Db, rep: Rep, { kind, keptId, repId }: Pairing): void {
  if (!isTheirs(rep, repId))
    throw new AppError('not-allowed', 'Whoever merged them takes it back, or a team lead.', 'needs-team-lead')
  if (absorbedBy(tx, kind, keptId))
    throw new AppError('conflict', 'Who stayed was merged again since. Take that back first.', 'merged-again')
}

function mergeable(tx: Db, id: string): { n: number; merging: Merging } {
  const row = personRow(tx, id)
  if (!row || row.erasedAt !== null)
    throw new AppError('not-found', 'That person is not here any more.', 'person-unknown')
  if (absorbedBy(tx, 'person', id))
    throw new AppError('conflict', 'That person was merged meanwhile.', 'merged-meanwhile')
  noOpenCall(tx, id)
  const standIns = [...emailsOf(tx, id), ...phonesOf(tx, id).map(({ e164 }) => e164)]
  return { n: row.n, merging: { ...row, named: !isStandIn(row.name, standIns) } }
}

/** Nothing moves under the hands of somebody who is on the phone. */
function noOpenCall(tx: Db, personId: string): void {
  if (leadsOfPerson(tx, personId).some((leadId) => (findDraft(tx, leadId)?.dialledAt ?? null) !== null))
    throw new AppError('conflict', 'A call with one of them is open. Log it first.', 'call-open')
}
