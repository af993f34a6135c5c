import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { atLeast } from '#shared/domain/people'
import { fold } from '#shared/lib/fold'
import { insertImport, isImporting, saveImport } from '#electron/db/import'
import { keepChange } from '#electron/db/import-changes'
import { insertRep } from '#electron/db/people'
import { leadsOfPerson } from '#electron/db/touched'
import type { Deps } from '../deps.ts'
import { isDiskFull } from '../disk-full.ts'
import { sitting } from '../facts.ts'
import { refresh } from '../queue.ts'
import { reasonsAt } from '../reason-versions.ts'
import { takeOutAgents } from './agents.ts'
import { emptyFound, gather } from './history-gather.ts'
import { historyJobs, type HistoryJob } from './history-job.ts'
import { lastOfEach, movesIn, movesOf } from './history-moves.ts'
import { takeBack, undoCalls } from './history-undo.ts'
import { writeCall, writeMove, writeVerdict, type Made } from './history-write.ts'
import { inboxPath } from './inspect.ts'
import { headerOf } from './reader.ts'
import { scan } from './scan.ts'
import { inOne, inSlices, slicesOf, Stopped, type Slices } from './slices.ts'

type Given = Input<'history.run'>
type Found = Output<'history.check'>

export function historyHandlers(deps: Deps) {
  const jobs = historyJobs(deps)
  const scanned = async ({ fileId, plan }: Given) => {
    jobs.mustBeFree()
    const { lines, sha256 } = await scan(inboxPath(deps, fileId), plan)
    return { label: plan.name, rows: lines, sha256 }
  }
  const cancelled = () => ({ ...emptyFound(), cancelled: true })
  return {
    'history.check': async (given) => {
      const file = await scanned(given)
      const read = (job: HistoryJob) => gather(deps, given, job, (rows) => job.tell(rows / file.rows))
      return (await jobs.start('check', file, read))?.found ?? cancelled()
    },
    'history.run': async (given) => {
      const file = await scanned(given)
      const importId = deps.newId()
      if (isImporting(deps.db))
        throw new AppError('conflict', 'Another import is running. Wait until it is done.', 'import-running')
      const found = await jobs.start('run', { ...file, id: importId }, (job) =>
        run(deps, { ...given, ...file, importId }, job),
      )
      return { ...(found ?? cancelled()), importId }
    },
    'history.cancel': async () => {
      await jobs.cancel()
      return {}
    },
    'history.undo': ({ importId }) => undoCalls(deps, importId),
  } satisfies Partial<Handlers>
}

type Run = Given & { importId: string; sha256: string; rows: number }
const HALF = 0.5

/** Facts in the order they were lived, a few milliseconds at a time; whole, or taken back, now or at the next start. */
async function run(deps: Deps, given: Run, job: HistoryJob): Promise<Found> {
  const closing = () => deps.closing.aborted
  const slices = slicesOf(deps.db, job.isAsked, closing, null, job.tellFull)
  const keep = await logOf(deps, given)
  try {
    const found = await bringIn(deps, given, job, slices)
    await inOne(slices.toTheEnd(), () => keep('done', found, null))
    return found
  } catch (error) {
    if (closing()) throw error
    await takeBack(deps, given.importId, sitting(deps.db).id, slices.toTheEnd())
    await takeOutAgents(slices.toTheEnd(), given.importId)
    const isCancelled = error instanceof Stopped
    const why = isCancelled ? null : isDiskFull(error) ? 'disk-full' : 'internal'
    await inOne(slices.toTheEnd(), () => keep(isCancelled ? 'cancelled' : 'failed', emptyFound(), why))
    throw error
  }
}

async function bringIn(
  deps: Deps,
  { importId, rows, ...given }: Run,
  job: HistoryJob,
  slices: Slices,
): Promise<Found> {
  const me = sitting(deps.db)
  const { plan } = given
  const { rules } = reasonsAt(deps.db, deps.now())
  const closes = plan.closes ? rules : null
  const { found, made } = await gather(deps, given, job, (read) => job.tell((HALF * read) / rows))
  const repOf = repsFor(deps, { importId, made, me: me.id })
  const inOrder = made.toSorted((a, b) => a.at - b.at)
  const last = lastOfEach(made)
  const isLeader = atLeast(me.role, 'team_lead')
  const leadIds = [...new Set(inOrder.flatMap(({ personId }) => leadsOfPerson(deps.db, personId)))]
  let dealtWith = 0
  const tell = () => job.tell(HALF + (HALF * dealtWith) / (inOrder.length + leadIds.length))
  await inSlices(
    slices,
    inOrder,
    (each) => {
      const own = { ...each, repId: each.repId || repOf(each.row.agent) }
      const callId = written(deps, own, importId, isLeader)
      const moves = last.get(each.lead.id) === each ? movesOf(own, closes) : []
      for (const move of movesIn(moves, each, isLeader, rules))
        writeMove(deps.db, deps, own, move, { callId, leaderId: me.id, fileName: plan.name })
      dealtWith++
    },
    tell,
  )
  await inSlices(slices, leadIds, (id) => void (refresh(deps.db, deps, [id]), dealtWith++), tell)
  return found
}

/** Writes the log: that it comes in; then what came in, that somebody stopped it, or why it stopped. */
async function logOf(deps: Deps, { fileId, importId, sha256, plan }: Run) {
  const me = sitting(deps.db)
  const began = performance.now()
  const header = await headerOf({ path: inboxPath(deps, fileId), plan })
  insertImport(deps.db, {
    id: importId,
    repId: me.id,
    at: deps.now(),
    fileName: plan.name,
    sha256,
    listId: plan.listId,
    state: 'running',
    plan: { history: plan, header },
    counts: {},
  })
  return (state: 'done' | 'cancelled' | 'failed', { counts, rows }: Found, message: string | null) => {
    const { call, verdict, none, duplicate, error } = counts
    const seconds = (performance.now() - began) / 1000
    saveImport(deps.db, importId, {
      state,
      counts: { create: call + verdict, duplicate: duplicate + none, error, rows, seconds },
      finishedAt: deps.now(),
      message,
    })
    deps.emit({ kind: 'changed', topics: ['imports', 'calls', 'leads', 'queue', 'people'] })
  }
}

/** The call with its verdict, or the verdict alone. Returns the fact that an undo takes back, and its moves with it. */
function written(deps: Deps, own: Made, importId: string, isLeader: boolean): string {
  if (own.outcome === null) return writeVerdict(deps.db, deps, own, importId) ?? ''
  const callId = writeCall(deps.db, deps, own, own.outcome, importId)
  if (isLeader || own.lead.wasSql) writeVerdict(deps.db, deps, own, callId)
  return callId
}

type Naming = { importId: string; made: readonly Made[]; me: string }

/** Agents whom nobody knows join as people who no longer call; a call that names nobody is that of whoever brings it. */
function repsFor(deps: Deps, { importId, made, me }: Naming): (agent: string) => string {
  const added = new Map<string, string>()
  deps.db.transaction((tx) => {
    for (const { repId, row } of made) {
      if (repId || !row.agent || added.has(fold(row.agent))) continue
      const rep = { id: deps.newId(), name: row.agent, role: 'rep' as const, active: false }
      insertRep(tx, { ...rep, createdAt: deps.now() })
      added.set(fold(row.agent), rep.id)
      keepChange(tx, { importId, n: added.size, entity: 'reps', id: rep.id, before: {} })
    }
  })
  return (agent) => added.get(fold(agent)) ?? me
}
