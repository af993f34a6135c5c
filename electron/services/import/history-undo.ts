import type { Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import type { Job } from '#shared/contract/events'
import { insertUndo } from '#electron/db/call'
import { stampAs } from '#electron/db/facts'
import { findImport, isImporting, saveImport, type ImportRow } from '#electron/db/import'
import { callsOfImport, peopleOfHistory, verdictsOf, verdictsOfImport } from '#electron/db/import-history'
import { leadsOfPerson } from '#electron/db/touched'
import type { Deps } from '../deps.ts'
import { sitting } from '../facts.ts'
import { refresh } from '../queue.ts'
import { lookForPairs } from '../review-look.ts'
import { takeOutAgents } from './agents.ts'
import { mayUndo } from './forget.ts'
import { inOne, inSlices, slicesOf, type Slices } from './slices.ts'
import { takeOutStayed } from './stayed.ts'
import { takeOutWords } from './take-back.ts'

/** Every call and verdict of a file, with what it brought, and whom an undo before left for their sake. */
export async function undoCalls(deps: Deps, importId: string): Promise<Output<'history.undo'>> {
  const { id: repId } = sitting(deps.db)
  const row = findImport(deps.db, importId)
  if (!row || !isHistory(row)) throw new AppError('not-found', 'That import is not here.', 'import-unknown')
  if (row.state !== 'done') return { calls: 0, stay: [] }
  mayUndo(deps, row)
  if (isImporting(deps.db))
    throw new AppError('conflict', 'Another import is running. Wait until it is done.', 'import-running')
  const closing = () => deps.closing.aborted
  const begun = { id: importId, kind: 'import', label: row.fileName, startedAt: deps.now() } as const
  const tell = (job: Pick<Job, 'state' | 'message'>) =>
    deps.emit({ kind: 'job', job: { ...begun, ...job, done: 0, total: 0 } })
  let isFull = false
  const full = () => {
    isFull = true
    tell({ state: 'running', message: 'disk-full' })
  }
  saveImport(deps.db, importId, { state: 'undoing' })
  const slices = slicesOf(deps.db, closing, closing, null, full).toTheEnd()
  const undone = await undoHistory(deps, { ...row, repId }, slices)
  if (isFull) tell({ state: 'done' })
  deps.emit({ kind: 'changed', topics: ['imports', 'calls', 'lists', 'leads', 'queue', 'people'] })
  return undone
}

export const isHistory = ({ plan }: Pick<ImportRow, 'plan'>): boolean => 'history' in (plan as object)

/** Now, or at the next start after a crash. */
export async function undoHistory(
  deps: Deps,
  { id, repId }: Pick<ImportRow, 'id' | 'repId'>,
  slices: Slices,
): Promise<Output<'history.undo'>> {
  const calls = await takeBack(deps, id, repId, slices)
  if (await takeOutStayed(deps, slices)) {
    await takeOutWords(slices)
    void lookForPairs(deps)
  }
  const stay = await takeOutAgents(slices, id)
  await inOne(slices, () => saveImport(deps.db, id, { state: 'undone' }))
  return { calls, stay }
}

/** What a crash left of a history: nothing of it stays, and the file can come again. */
export async function settleHistory(deps: Deps, { id, repId }: ImportRow, slices: Slices): Promise<void> {
  await takeBack(deps, id, repId, slices)
  await takeOutAgents(slices, id)
  await inOne(slices, () =>
    saveImport(deps.db, id, { state: 'failed', finishedAt: deps.now(), message: 'interrupted' }),
  )
}

/** Every call and verdict of a file that stands, with what it brought. Returns how many there were. */
export async function takeBack(deps: Deps, importId: string, repId: string, slices: Slices): Promise<number> {
  const { db, now, newId, offset } = deps
  const calls = [...callsOfImport(db, importId), ...verdictsOfImport(db, importId)]
  await inSlices(slices, calls, (call) => {
    for (const id of [call.id, ...verdictsOf(db, call.id, call.leadId)]) {
      const stamp = stampAs(db, { id: newId(), repId, at: now(), offset: offset(now()) })
      insertUndo(db, { ...stamp, refersTo: id, callId: id })
    }
  })
  // Also of those that were taken back before a crash.
  const leadIds = peopleOfHistory(db, importId).flatMap((personId) => leadsOfPerson(db, personId))
  await inSlices(slices, leadIds, (id) => refresh(deps.db, deps, [id]))
  return calls.length
}
