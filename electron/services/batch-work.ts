import type { Job } from '#shared/contract/events'
import type { BulkDeed } from '#shared/domain/bulk'
import { countOfBatch, findBatch, runningBatches, saveBatch } from '#electron/db/batch'
import { applyBatch, takeBack, type Tally } from './batch-run.ts'
import type { Deps } from './deps.ts'
import type { Rep } from './facts.ts'

/** Milliseconds that a reply waits for the end, and after which there is a job to see. */
export const A_MOMENT = 600
/** Milliseconds between two words about a job. */
const TELL = 200

/** Does a batch to its end, or takes it back when it is stopped or fails. It never rejects. */
export async function work(
  deps: Deps,
  batch: { id: string; deed: BulkDeed; ids: readonly string[] },
  rep: Rep,
  isStopped: () => boolean,
): Promise<void> {
  const tally: Tally = { changed: 0, refused: {} }
  const job = telling(deps, batch.id, batch.ids.length)
  try {
    const done = await applyBatch(deps, batch, rep, tally, { isStopped, tell: job.tell })
    // The next start takes back what is left.
    if (deps.closing.aborted) return
    saveBatch(deps.db, batch.id, { changed: tally.changed, refused: tally.refused })
    if (done) saveBatch(deps.db, batch.id, { state: 'done', finishedAt: deps.now() })
    else await takeBackFound(deps, batch.id, 'cancelled')
    job.end(done ? 'done' : 'cancelled')
  } catch (error) {
    console.error(error)
    await takeBackFound(deps, batch.id, 'cancelled')
    job.end('failed')
  }
}

export async function takeBackFound(deps: Deps, batchId: string, to: 'cancelled' | 'undone'): Promise<void> {
  const found = findBatch(deps.db, batchId)
  if (!found) return
  const job = telling(deps, deps.newId(), countOfBatch(deps.db, batchId))
  await takeBack(deps, found.batch, to, job.tell)
  job.end('done')
}

/** Words about a job, once it has lasted long enough for somebody to wonder. */
function telling({ emit, now }: Deps, id: string, total: number) {
  const began = performance.now()
  const startedAt = now()
  let told = began + A_MOMENT - TELL
  let isShown = false
  const say = (state: Job['state'], done: number) => {
    isShown = true
    emit({ kind: 'job', job: { id, kind: 'batch', label: '', state, done, total, startedAt } })
  }
  return {
    tell: (done: number) => {
      if (performance.now() - told < TELL) return
      told = performance.now()
      say('running', done)
    },
    end: (state: Job['state']) => {
      if (isShown) say(state, total)
      emit({ kind: 'changed', topics: ['leads', 'queue', 'lists'] })
    },
  }
}

/** What a crash left half done is taken back: all of a batch or nothing. */
export async function settleBatches(deps: Deps): Promise<void> {
  for (const { id } of runningBatches(deps.db)) {
    try {
      await takeBackFound(deps, id, 'cancelled')
    } catch (error) {
      console.error(error)
    }
  }
}
