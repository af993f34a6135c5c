import type { BulkDeed } from '#shared/domain/bulk'
import { insertUndo } from '#electron/db/call'
import {
  isOn,
  isTakenBack,
  leadsOfBatch,
  insertBatchLead,
  saveBatch,
  type BatchRow,
} from '#electron/db/batch'
import { stampOf } from '#electron/db/facts'
import { findLead } from '#electron/db/lead'
import type { Db } from '#electron/db/open'
import { isUntouched, removeLead } from '#electron/db/referral'
import { giverOf } from '#electron/db/stage'
import { hasLead, leadsOfPerson } from '#electron/db/touched'
import { APPLY, setList } from './batch-deeds.ts'
import { judging } from './batch-which.ts'
import type { Deps } from './deps.ts'
import type { Rep } from './facts.ts'
import { refresh } from './queue.ts'
import { takeTurns } from './turns.ts'

type Tell = (done: number) => void

/** Milliseconds of work before a commit, which takes longer than that: a call in between waits for both. */
const WORK = 1.5

/** Does something to each in transactions of a few milliseconds. False when it was stopped on the way. */
export async function inTurns<T>(
  deps: Deps,
  items: readonly T[],
  deed: (tx: Db, item: T) => void,
  { isStopped, tell }: { isStopped: () => boolean; tell: Tell },
): Promise<boolean> {
  const turns = takeTurns(WORK)
  for (let at = 0; at < items.length;) {
    if (isStopped()) return false
    deps.db.transaction((tx) => {
      do deed(tx, items[at++] as T)
      while (at < items.length && !turns.isOver())
    })
    tell(at)
    await turns.next()
  }
  return true
}

export type Tally = { changed: number; refused: Record<string, number> }

/** Judges and does, lead by lead, each with its facts and its place in the queue at once. False when stopped. */
export function applyBatch(
  deps: Deps,
  batch: { id: string; deed: BulkDeed; ids: readonly string[] },
  rep: Rep,
  tally: Tally,
  watch: { isStopped: () => boolean; tell: Tell },
): Promise<boolean> {
  const { id: batchId, deed, ids } = batch
  const judge = judging(deps, deed, rep)
  const apply = APPLY[deed.kind] as (typeof APPLY)['assign']
  return inTurns(
    deps,
    ids,
    (tx, leadId) => {
      const verdict = judge(tx, leadId)
      if (!verdict) return
      if (verdict.refusal) {
        tally.refused[verdict.refusal] = (tally.refused[verdict.refusal] ?? 0) + 1
        return
      }
      const { touched, made } = apply(
        tx,
        deps,
        batchId,
        verdict.row,
        deed as Extract<BulkDeed, { kind: 'assign' }>,
      )
      insertBatchLead(tx, { batchId, leadId, made })
      refresh(tx, deps, touched)
      tally.changed++
    },
    watch,
  )
}

/**
 * Takes a batch back as if it had never been: one fact, then everybody's place anew. It can be begun again after a
 * crash; what somebody did since stays.
 */
export async function takeBack(
  deps: Deps,
  batch: BatchRow,
  to: 'cancelled' | 'undone',
  tell: Tell,
): Promise<boolean> {
  const { id: batchId } = batch
  const deed = batch.deed as BulkDeed
  deps.db.transaction((tx) => {
    saveBatch(tx, batchId, { state: 'running' })
    if (!isTakenBack(tx, batchId)) insertUndo(tx, { ...stampOf(tx, deps), callId: batchId })
  })
  const undone = await inTurns(
    deps,
    leadsOfBatch(deps.db, batchId),
    (tx, { leadId, made }) => refresh(tx, deps, undoOne(tx, deps, deed, leadId, made)),
    { isStopped: () => deps.closing.aborted, tell },
  )
  if (undone) saveBatch(deps.db, batchId, { state: to, finishedAt: deps.now() })
  return undone
}

/** Returns whose facts are now others. */
function undoOne(tx: Db, deps: Deps, deed: BulkDeed, leadId: string, made: string | null): string[] {
  if (!hasLead(tx, leadId)) return []
  if (deed.kind === 'addToList') {
    const madeAt = made === null ? undefined : findLead(tx, made)?.lead.createdAt
    if (made === null || madeAt === undefined || !isUntouched(tx, made)) return []
    removeLead(tx, made, madeAt)
    return []
  }
  const personId = findLead(tx, leadId)?.person.id ?? ''
  if (deed.kind === 'moveToList') {
    // Somebody took it elsewhere since.
    if (made === null || !isOn(tx, leadId, deed.listId)) return []
    setList(tx, deps, { leadId, personId }, deed.listId, made)
  }
  const giver = giverOf(tx, { id: leadId, personId })
  const mine = isWish(deed) ? leadsOfPerson(tx, personId) : [leadId]
  return giver ? [...mine, giver.leadId] : mine
}

export const isWish = (deed: BulkDeed): boolean =>
  deed.kind === 'silence' || (deed.kind === 'move' && deed.reason === 'do_not_call')
