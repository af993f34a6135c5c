import { prepared } from '#electron/db/prepared'
import { countLeads, leadsAfter, rescoreProgress, saveRescore, type Progress } from '#electron/db/rescore'
import type { Job } from '#shared/contract/events'
import type { Deps } from './deps.ts'
import { refresh } from './queue.ts'

/** Small enough that a call which is logged meanwhile does not wait. */
const SLICE = 20
const TELL_EVERY = 50

/** The one that runs; a newer one takes its place. */
const running = prepared(() => ({ job: '' }))

/**
 * Places every lead anew under the rules as they now are, of one list or of all (null), in slices. Those who are ready
 * keep their rank: points count as they stood when a lead became ready. Resolves when done, closed or overtaken.
 */
export function rescore(deps: Deps, listId: string | null): Promise<void> {
  // An unfinished one may have been for other lists.
  const scope = rescoreProgress(deps.db) ? null : listId
  const progress = { listId: scope, after: 0, done: 0, total: countLeads(deps.db, scope) }
  saveRescore(deps.db, progress)
  return run(deps, progress)
}

/** Goes on with what the last session left. */
export function resumeRescore(deps: Deps): Promise<void> {
  const progress = rescoreProgress(deps.db)
  return progress ? run(deps, progress) : Promise.resolve()
}

async function run(deps: Deps, from: Progress): Promise<void> {
  const job = { id: deps.newId(), kind: 'rescore', label: '', startedAt: deps.now() } as const
  const mine = running(deps.db)
  mine.job = job.id
  const tell = (state: Job['state'], { done, total }: Progress) =>
    deps.emit({ kind: 'job', job: { ...job, state, done, total } })

  let progress: Progress | null = from
  let last = from
  try {
    for (let slices = 0; progress; slices++) {
      if (slices % TELL_EVERY === 0) tell('running', progress)
      await new Promise((resolve) => setImmediate(resolve))
      if (deps.closing.aborted || mine.job !== job.id) return
      last = progress
      progress = slice(deps, progress)
    }
    tell('done', { ...last, done: last.total })
    deps.emit({ kind: 'changed', topics: ['leads', 'queue'] })
  } catch (error) {
    tell('failed', last)
    console.error(error)
  }
}

function slice(deps: Deps, progress: Progress): Progress | null {
  return deps.db.transaction((tx) => {
    const found = leadsAfter(tx, progress, SLICE)
    refresh(
      tx,
      deps,
      found.map(({ id }) => id),
    )
    const end = found.at(-1)
    const next = end ? { ...progress, after: end.n, done: progress.done + found.length } : null
    saveRescore(tx, next)
    return next
  })
}
