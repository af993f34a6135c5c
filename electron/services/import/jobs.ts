import { once } from 'node:events'

import type { Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import type { Job as Progress } from '#shared/contract/events'
import type { Notice } from '#shared/domain/import/notice'
import { VERDICTS, type Verdict } from '#shared/domain/import/verdict'
import { findImport, saveImport, type ImportRow } from '#electron/db/import'
import { dropStaging } from '#electron/db/staging'
import { unsynced } from '#electron/db/unsynced'
import type { Deps } from '../deps.ts'
import { isDiskFull } from '../disk-full.ts'
import { lookForPairs } from '../review-look.ts'
import { copying, NO_COPY } from './copying.ts'
import { tidy } from './finish.ts'
import { commonOf } from './ids.ts'
import { withLogKept, type LogKeeper } from './log-keeper.ts'
import { removeImport } from './remove.ts'
import { countsOf, work, type Work } from './run.ts'
import { inOne, slicesOf, Stopped, type Slices } from './slices.ts'
import { stagingPath } from './staging-path.ts'
import { newTally } from './tally.ts'

export type Status = Output<'import.status'>

/** An import that runs, or a dry run that is remembered. */
export type Running = {
  name: string
  /** The columns' names, once the file was opened. */
  header: () => readonly string[]
  status: () => Status
  cancel: () => void
  done: Promise<void>
}

/** Milliseconds between two announcements. */
const TELL = 200

export type Start = Pick<
  Work,
  'importId' | 'kind' | 'fileId' | 'plan' | 'list' | 'at' | 'tries' | 'total' | 'odd'
> & {
  jobId: string
  bytes: number
}

/** Starts an import or a dry run. It ends by itself; whatever happens is in its status. */
export function start(deps: Deps, given: Start): Running {
  const begun = performance.now()
  const tally = newTally()
  let [state, message, seconds]: [Status['state'], string | null, number] = ['running', null, 0]
  let step: Status['step'] = 'rows'
  const cancelling = new AbortController()
  let [told, total] = [0, given.total]
  const tell = (at: Progress['state'], text?: string) =>
    deps.emit({
      kind: 'job',
      job: {
        id: given.jobId,
        kind: 'import',
        label: given.plan.name,
        state: at,
        done: tally.rows,
        total: at === 'done' ? tally.rows : Math.max(total, tally.rows),
        startedAt: given.at,
        ...(text ? { message: text } : {}),
      },
    })
  const slicesWith = (log: LogKeeper | null) =>
    slicesOf(
      deps.db,
      () => cancelling.signal.aborted || deps.closing.aborted,
      () => deps.closing.aborted,
      log,
      () => tell('running', 'disk-full'),
    )
  const progress = (bytes: number) => {
    if (performance.now() - told < TELL) return
    told = performance.now()
    if (bytes > 0) total = Math.round((tally.rows * given.bytes) / bytes)
    tell('running')
  }
  const stepped = (to: Status['step']) => {
    step = to
    tell('running')
  }
  let columns: readonly string[] = []
  let notices: Status['notices'] = []
  const keepPlan = (more: Record<string, unknown>) => {
    const plan = { ...given.plan, fileId: given.fileId, header: columns, ...more }
    if (given.kind === 'run') unsynced(deps.db, () => saveImport(deps.db, given.importId, { plan }))
  }
  const header = (names: readonly string[]) => {
    columns = names
    keepPlan({})
  }
  const noticed = (found: readonly Notice[]) => {
    if (found.length === notices.length) return
    notices = [...found]
    keepPlan({ notices })
  }
  const end = async (slices: Slices, to: 'checked' | 'done' | 'cancelled' | 'failed', why: string | null) => {
    seconds = (performance.now() - begun) / 1000
    const row = {
      state: to === 'checked' ? ('done' as const) : to,
      counts: { ...countsOf(tally), seconds },
      finishedAt: deps.now(),
      message: why,
      ...(to === 'done' ? {} : { progress: null }),
    }
    if (given.kind === 'run') await inOne(slices.toTheEnd(), () => saveImport(deps.db, given.importId, row))
    ;[state, message] = [to, why]
    tell(
      to === 'checked' || to === 'done' ? 'done' : to === 'cancelled' ? 'cancelled' : 'failed',
      why ?? undefined,
    )
    if (given.kind === 'run') deps.emit({ kind: 'changed', topics: ['imports', 'lists', 'leads', 'queue'] })
  }

  async function run(slices: Slices): Promise<void> {
    tell('running')
    try {
      const isCopied = given.kind === 'run' && given.tries === 0 && given.total > BACKED_UP
      const copy = isCopied ? copying(deps) : NO_COPY
      const cancelled = once(cancelling.signal, 'abort')
      await work(deps, {
        ...given,
        tally,
        step: stepped,
        progress,
        header,
        notices: noticed,
        copy,
        cancelled,
        slices,
      })
      await end(slices, given.kind === 'check' ? 'checked' : 'done', null)
      if (given.kind === 'run')
        await tidy({
          deps,
          slices: slices.toTheEnd(),
          common: commonOf({ ...given, listId: given.list.id }),
        }).catch(later)
      if (given.kind === 'run') void lookForPairs(deps)
    } catch (error) {
      // The next start finds what is left and takes it out.
      if (deps.closing.aborted) return
      const isWorded = error instanceof Stopped || error instanceof AppError || isDiskFull(error)
      if (!isWorded) console.error(error)
      if (!(await undo(slices))) return broke()
      await end(slices, error instanceof Stopped ? 'cancelled' : 'failed', reasonOf(error)).catch((why) => {
        broke()
        later(why)
      })
    }
  }
  const broke = () => {
    ;[state, message] = ['failed', 'internal']
    tell('failed', 'internal')
  }
  /** False when that failed too: then the store keeps it as running, and the next start takes it out. */
  async function undo(slices: Slices): Promise<boolean> {
    try {
      const row = given.kind === 'run' ? findImport(deps.db, given.importId) : undefined
      // What was staged goes first: on a full disk that is the room the rest needs.
      if (row?.state !== 'finishing') await dropStaging(stagingPath(deps, given.importId))
      if (row?.state === 'running') await removeImport(slices, row)
      Object.assign(tally, newTally())
      return row?.state !== 'finishing'
    } catch (error) {
      if (!deps.closing.aborted) console.error(error)
      return false
    }
  }

  const done = given.kind === 'run' ? withLogKept(deps, (log) => run(slicesWith(log))) : run(slicesWith(null))
  return {
    name: given.plan.name,
    header: () => columns,
    status: () => ({
      importId: given.importId,
      kind: given.kind,
      state,
      step,
      counts: { ...tally.counts },
      rows: tally.rows,
      marked: tally.marked,
      noNumber: tally.noNumber,
      erased: tally.erased,
      notices,
      seconds: state === 'running' ? (performance.now() - begun) / 1000 : seconds,
      message,
    }),
    cancel: () => cancelling.abort(),
    done,
  }
}

/** Rows; before a larger file comes in the store is copied. */
const BACKED_UP = 1000

function reasonOf(error: unknown): string | null {
  if (error instanceof Stopped) return null
  if (isDiskFull(error)) return 'disk-full'
  return error instanceof AppError ? (error.reason ?? 'internal') : 'internal'
}

/** As the store has it, once it is over. */
export function statusOf({ id, state, counts, message, plan, at, finishedAt }: ImportRow): Status {
  const verdicts = VERDICTS.map((verdict) => [verdict, counts[verdict] ?? 0])
  return {
    importId: id,
    kind: 'run',
    state: state === 'finishing' ? 'running' : state,
    step: state === 'finishing' ? 'places' : 'rows',
    counts: Object.fromEntries(verdicts) as Record<Verdict, number>,
    rows: counts.rows ?? 0,
    marked: counts.marked ?? 0,
    noNumber: counts.noNumber ?? 0,
    erased: counts.erased ?? 0,
    notices: (plan as { notices?: Notice[] }).notices ?? [],
    // One that a crash cut off took from when it was begun, however often.
    seconds: counts.seconds ?? (finishedAt === null ? 0 : (finishedAt - at) / 1000),
    message,
  }
}

/** The next start goes on with it. */
const later = (error: unknown): void => {
  if (!(error instanceof Stopped)) console.error(error)
}
