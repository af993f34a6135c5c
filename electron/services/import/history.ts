import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { fold } from '#shared/lib/fold'
import { insertUndo } from '#electron/db/call'
import { stampOf } from '#electron/db/facts'
import { insertImport } from '#electron/db/import'
import { callsOfImport } from '#electron/db/import-history'
import { insertRep } from '#electron/db/people'
import { leadsOfPerson } from '#electron/db/touched'
import type { Deps } from '../deps.ts'
import { sitting } from '../facts.ts'
import { refresh } from '../queue.ts'
import { gather } from './history-gather.ts'
import { movedBy, writeCall, writeMove, type Made } from './history-write.ts'
import { inboxPath } from './inspect.ts'
import { scan } from './scan.ts'
import { inSlices, slicesOf } from './slices.ts'

type Given = Input<'history.run'>

export function historyHandlers(deps: Deps) {
  let isRunning = false
  return {
    'history.check': async (given) => (await gather(deps, given)).found,
    'history.run': async (given) => {
      if (isRunning)
        throw new AppError('conflict', 'Another import is running. Wait until it is done.', 'import-running')
      isRunning = true
      try {
        return await run(deps, given)
      } finally {
        isRunning = false
      }
    },
    'history.undo': ({ importId }) => undo(deps, importId),
  } satisfies Partial<Handlers>
}

/** Facts in the order they were lived, a few milliseconds at a time. */
async function run(deps: Deps, given: Given): Promise<Output<'history.run'>> {
  const me = sitting(deps.db)
  const { plan, fileId } = given
  const { found, made } = await gather(deps, given)
  const importId = deps.newId()
  const { sha256 } = await scan(inboxPath(deps, fileId))
  const repOf = repsFor(deps, made, me.id)
  const inOrder = made.toSorted((a, b) => a.at - b.at)
  const last = new Map(inOrder.map((each) => [each.lead.id, each]))
  const closing = () => deps.closing.aborted
  await inSlices(slicesOf(deps.db, closing, closing), inOrder, (each) => {
    const own = { ...each, repId: each.repId || repOf(each.row.agent) }
    const callId = writeCall(deps.db, deps, own, importId)
    const moved = last.get(each.lead.id) === each ? movedBy(own, plan.closes) : null
    if (moved) writeMove(deps.db, deps, own, callId, moved)
  })
  const leadIds = [...new Set(inOrder.flatMap(({ personId }) => leadsOfPerson(deps.db, personId)))]
  await inSlices(slicesOf(deps.db, closing, closing), leadIds, (id) => refresh(deps.db, deps, [id]))
  const { call, duplicate, error } = found.counts
  insertImport(deps.db, {
    id: importId,
    repId: me.id,
    at: deps.now(),
    fileName: plan.name,
    sha256,
    listId: plan.listId,
    state: 'done',
    plan: { history: plan },
    counts: { create: call, duplicate, error, rows: found.rows },
    finishedAt: deps.now(),
  })
  deps.emit({ kind: 'changed', topics: ['imports', 'calls', 'leads', 'queue', 'people'] })
  return { ...found, importId }
}

/** Agents whom nobody knows join as people who no longer call; a call that names nobody is that of whoever brings it. */
function repsFor(deps: Deps, made: readonly Made[], me: string): (agent: string) => string {
  const added = new Map<string, string>()
  deps.db.transaction((tx) => {
    for (const { repId, row } of made) {
      if (repId || !row.agent || added.has(fold(row.agent))) continue
      const rep = { id: deps.newId(), name: row.agent, role: 'rep' as const, active: false }
      insertRep(tx, { ...rep, createdAt: deps.now() })
      added.set(fold(row.agent), rep.id)
    }
  })
  return (agent) => added.get(fold(agent)) ?? me
}

async function undo(deps: Deps, importId: string): Promise<Output<'history.undo'>> {
  sitting(deps.db)
  const calls = callsOfImport(deps.db, importId)
  const closing = () => deps.closing.aborted
  const slices = slicesOf(deps.db, closing, closing)
  await inSlices(slices, calls, ({ id }) =>
    insertUndo(deps.db, { ...stampOf(deps.db, deps), refersTo: id, callId: id }),
  )
  const leadIds = [...new Set(calls.flatMap(({ personId }) => leadsOfPerson(deps.db, personId)))]
  await inSlices(slices, leadIds, (id) => refresh(deps.db, deps, [id]))
  deps.emit({ kind: 'changed', topics: ['imports', 'calls', 'leads', 'queue'] })
  return { calls: calls.length }
}
