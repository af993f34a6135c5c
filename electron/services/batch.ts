import { setTimeout as wait } from 'node:timers/promises'

import type { Handlers, Input, Output } from '#shared/contract/api'
import type { Batch } from '#shared/contract/batch'
import { AppError } from '#shared/contract/errors'
import type { BulkDeed, BulkRefusal } from '#shared/domain/bulk'
import { atLeast } from '#shared/domain/people'
import { HOUR } from '#shared/lib/time'
import { findBatch, insertBatch, newestBatches, type BatchRow } from '#electron/db/batch'
import { findList, findRep } from '#electron/db/people'
import type { Deps } from './deps.ts'
import { exportPicked } from './batch-export.ts'
import { isWish } from './batch-run.ts'
import { idsOf, judging } from './batch-which.ts'
import { A_MOMENT, takeBackFound, work } from './batch-work.ts'
import { sitting } from './facts.ts'
import type { Orders } from './leads-order.ts'
import { dueToClose } from './retention.ts'
import { askingOf } from './leads-show.ts'
import { takeTurns } from './turns.ts'

/** As long as an outcome (PRODUCT.md section 4); a do-not-call only as a slip of the hand. */
const UNDO = 24 * HOUR
const UNDO_DO_NOT_CALL = HOUR / 6

type Running = { stop: () => void; done: Promise<void> }

export function batchHandlers(deps: Deps, orders: Orders) {
  const running = new Map<string, Running>()
  const mine = { deps, orders, running }
  return {
    'batch.preview': (input) => preview(mine, input),
    'batch.run': (input) => run(mine, input),
    'batch.get': ({ batchId }) => mustFind(deps, batchId),
    'batch.list': () => newestBatches(deps.db).map(({ batch, by }) => toBatch(deps, batch, by)),
    'batch.cancel': ({ batchId }) => {
      running.get(batchId)?.stop()
      return {}
    },
    'batch.undo': (input) => undo(mine, input),
    'retention.close': () => closeOld(mine),
    'batch.export': async (input) => {
      const { which, order } = input
      return exportPicked(deps, await idsOf(deps.db, orders, askingOf(deps), which, order), input)
    },
  } satisfies Partial<Handlers>
}

type Around = { deps: Deps; orders: Orders; running: Map<string, Running> }

async function preview(
  { deps, orders }: Around,
  { which, deed }: Input<'batch.preview'>,
): Promise<Output<'batch.preview'>> {
  const { db } = deps
  mustBeThere(deps, deed)
  const judge = judging(deps, deed, sitting(db))
  const refused: Record<string, number> = {}
  const turns = takeTurns()
  const ids = await idsOf(db, orders, askingOf(deps), which)
  let [change, total] = [0, 0]
  for (const id of ids) {
    const verdict = judge(db, id)
    if (turns.isOver()) await turns.next()
    if (!verdict) continue
    total++
    if (verdict.refusal) refused[verdict.refusal] = (refused[verdict.refusal] ?? 0) + 1
    else change++
  }
  return { total, change, refused: listed(refused) }
}

/** Whom and what a deed names must be here. */
function mustBeThere({ db }: Deps, deed: BulkDeed): void {
  if ('listId' in deed && !findList(db, deed.listId))
    throw new AppError('not-found', 'That list is not here.', 'list-unknown')
  if (deed.kind === 'assign' && deed.repId !== null && !findRep(db, deed.repId)?.active)
    throw new AppError('not-found', 'That person is not on the team.', 'rep-unknown')
}

async function run(mine: Around, { which, deed }: Input<'batch.run'>): Promise<Batch> {
  const { deps, orders } = mine
  mustBeThere(deps, deed)
  return start(mine, deed, await idsOf(deps.db, orders, askingOf(deps), which))
}

/** What an admin's retention closes is a batch like any other, with its progress and its way back. */
async function closeOld(mine: Around): Promise<Output<'retention.close'>> {
  const ids = await dueToClose(mine.deps)
  const { batchId } = await start(mine, { kind: 'close' }, ids)
  return { batchId, leads: ids.length }
}

async function start({ deps, running }: Around, deed: BulkDeed, ids: string[]): Promise<Batch> {
  const { db, now, newId } = deps
  const rep = sitting(db)
  const id = newId()
  insertBatch(db, { id, repId: rep.id, at: now(), deed, state: 'running', changed: 0, refused: {} })
  let isStopped = false
  const stop = () => void (isStopped = true)
  const done = work({ ...deps, by: rep.id }, { id, deed, ids }, rep, () => isStopped || deps.closing.aborted)
  running.set(id, { stop, done })
  void done.finally(() => running.delete(id))
  await Promise.race([done, wait(A_MOMENT, undefined, { ref: false })])
  return mustFind(deps, id)
}

async function undo(
  { deps, running }: Around,
  { batchId }: Input<'batch.undo'>,
): Promise<Output<'batch.undo'>> {
  const { stays, changed } = mustFind(deps, batchId)
  if (stays) return { kind: 'refused', reason: stays }
  const done = takeBackFound({ ...deps, by: sitting(deps.db).id }, batchId, 'undone')
  running.set(batchId, { stop: () => {}, done })
  void done.finally(() => running.delete(batchId))
  await Promise.race([done, wait(A_MOMENT, undefined, { ref: false })])
  return { kind: 'undone', leads: changed }
}

function mustFind(deps: Deps, batchId: string): Batch {
  const found = findBatch(deps.db, batchId)
  if (!found) throw new AppError('not-found', 'That change is not here.', 'batch-unknown')
  return toBatch(deps, found.batch, found.by)
}

function toBatch(deps: Deps, row: BatchRow, by: string | null): Batch {
  const { id: batchId, at, state, changed, refused } = row
  const deed = row.deed as BulkDeed
  return { batchId, at, by, deed, state, changed, refused: listed(refused), stays: staysFor(deps, row, deed) }
}

function staysFor({ db, now }: Deps, { repId, at, state }: BatchRow, deed: BulkDeed): Batch['stays'] {
  const rep = sitting(db)
  if (state === 'running') return 'running'
  if (state !== 'done') return 'undone'
  if (rep.id !== repId && !atLeast(rep.role, 'team_lead')) return 'not-yours'
  if (isWish(deed) && now() > at + UNDO_DO_NOT_CALL) return 'do-not-call-stands'
  return now() > at + UNDO ? 'too-late' : null
}

const listed = (refused: Readonly<Record<string, number>>): Batch['refused'] =>
  Object.entries(refused)
    .map(([reason, count]) => ({ reason: reason as BulkRefusal, count }))
    .toSorted((a, b) => b.count - a.count)
