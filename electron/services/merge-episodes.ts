import { freeze } from '#shared/domain/frozen'
import { isCarried, sameEpisodes } from '#shared/domain/identity/merge'
import { boardOf } from '#shared/domain/board'
import { insertAssignment, insertPromise, insertText, textsOf } from '#electron/db/call'
import { stampOf } from '#electron/db/facts'
import { findLead } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { raw } from '#electron/db/raw'
import { insertStageChange } from '#electron/db/stage'
import type { Deps } from './deps.ts'
import { standingOf } from './placing.ts'
import { currentRules } from './rules.ts'

/** Why the younger of two open leads of one person and list was closed: it is the same episode. */
const SAME_EPISODE = 'same_episode'

type Lead = NonNullable<ReturnType<typeof findLead>>['lead']
export type MovedSignal = { id: string; leadId: string }

/**
 * Closes every lead that is the same episode as another. What it did counts for the one that stays, which also gets its
 * date and its owner where they would be lost. All of it hangs on the merge, and goes with it. Returns what moved.
 */
export function joinEpisodes(
  tx: Db,
  deps: Deps,
  pairingId: string,
  leadIds: readonly string[],
): MovedSignal[] {
  const leads = leadIds.flatMap((id) => findLead(tx, id)?.lead ?? [])
  const byId = new Map(leads.map((lead) => [lead.id, lead]))
  return sameEpisodes(leads).flatMap(({ stays, closes }) => {
    const [on, off] = [byId.get(stays), byId.get(closes)]
    if (!on || !off) return []
    carryDate(tx, deps, pairingId, on, off)
    if (on.ownerId === null && off.ownerId !== null) {
      insertAssignment(tx, { ...stampOf(tx, deps), leadId: on.id, callId: pairingId, toRepId: off.ownerId })
      on.ownerId = off.ownerId
    }
    close(tx, deps, pairingId, off)
    return moveSignals(tx, on.id, off.id)
  })
}

function carryDate(tx: Db, deps: Deps, pairingId: string, on: Lead, off: Lead): void {
  const date = standingOf(tx, deps, off.id).standing.open
  if (!isCarried(date, standingOf(tx, deps, on.id).standing.open)) return
  const stamp = stampOf(tx, deps)
  const { kind, dueAt, agreed } = date
  const about = { leadId: on.id, personId: on.personId, callId: pairingId }
  insertPromise(tx, { ...stamp, ...about, refersTo: date.id, repId: date.repId, kind, dueAt, agreed })
  const who = textsOf(tx, date.id)['who'] ?? null
  insertText(tx, { factId: stamp.id, field: 'who', personId: on.personId, text: who })
}

function close(tx: Db, deps: Deps, pairingId: string, lead: Lead): void {
  const { definition, version } = currentRules(tx, lead.listId)
  const board = boardOf(definition, [], deps.now(), deps.zone)
  insertStageChange(tx, {
    ...stampOf(tx, deps),
    leadId: lead.id,
    callId: pairingId,
    from: lead.stage,
    to: 'disqualified',
    reason: SAME_EPISODE,
    wakesAt: null,
    frozen: freeze(definition, version, board, lead.fit),
  })
}

function moveSignals(tx: Db, to: string, from: string): MovedSignal[] {
  const ids = raw<{ id: string }>(tx, 'SELECT id FROM signals WHERE lead_id = ? ORDER BY id').all(from)
  raw(tx, 'UPDATE signals SET lead_id = ? WHERE lead_id = ?').run(to, from)
  return ids.map(({ id }) => ({ id, leadId: from }))
}

export function returnSignals(tx: Db, moved: readonly MovedSignal[]): void {
  for (const { id, leadId } of moved) raw(tx, 'UPDATE signals SET lead_id = ? WHERE id = ?').run(leadId, id)
}
