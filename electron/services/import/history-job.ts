import { AppError } from '#shared/contract/errors'
import type { Job } from '#shared/contract/events'
import type { Deps } from '../deps.ts'
import { isDiskFull } from '../disk-full.ts'
import { Stopped } from './slices.ts'

/** What a call history that is read or brought in tells, and asks. */
export type HistoryJob = {
  /** Somebody cancelled, or the store is about to be closed. */
  isAsked: () => boolean
  /** Throws Stopped then. */
  stopIfAsked: () => void
  /** How much of it is done, 0 to 1. */
  tell: (part: number) => void
  /** What was written is taken back, and waits for room on the disk. */
  tellFull: () => void
}
type Kind = 'check' | 'run'
type Running = { kind: Kind; isCancelled: boolean; done: Promise<unknown> }

/** Milliseconds between two announcements. */
const TELL = 200

/** One call history at a time; how far it is can be seen from everywhere, and stopped. */
export function historyJobs(deps: Deps) {
  let running: Running | null = null

  /** Before the file is read for nothing. Throws AppError 'conflict' while another one is brought in. */
  const mustBeFree = () => {
    if (running?.kind === 'run')
      throw new AppError('conflict', 'Another import is running. Wait until it is done.', 'import-running')
  }
  /** `id`: of the import whose job it is. Null when somebody cancelled it. Throws AppError 'conflict' while another one is brought in. */
  async function start<T>(
    kind: Kind,
    { label, rows, id = deps.newId() }: { label: string; rows: number; id?: string },
    deed: (job: HistoryJob) => Promise<T>,
  ): Promise<T | null> {
    mustBeFree()
    // A newer look takes the place of one whose answer nobody waits for any more.
    if (running) running.isCancelled = true
    await running?.done.catch(() => {})
    const mine: Running = { kind, isCancelled: false, done: Promise.resolve() }
    running = mine
    const begun = { id, kind: 'history', label, startedAt: deps.now(), total: rows } as const
    let [told, done] = [0, 0]
    const say = (state: Job['state'], message?: 'disk-full') =>
      deps.emit({ kind: 'job', job: { ...begun, state, done, ...(message ? { message } : {}) } })
    const isAsked = () => mine.isCancelled || deps.closing.aborted
    const doing = deed({
      isAsked,
      stopIfAsked: () => {
        if (isAsked()) throw new Stopped()
      },
      tell: (part) => {
        done = Math.round(Math.min(1, part) * rows)
        if (performance.now() - told < TELL) return
        told = performance.now()
        say('running')
      },
      tellFull: () => say('running', 'disk-full'),
    })
    mine.done = doing
    try {
      say('running')
      const result = await doing
      done = rows
      say('done')
      return result
    } catch (error) {
      const isCancelled = error instanceof Stopped && !deps.closing.aborted
      if (isCancelled) say('cancelled')
      else say('failed', isDiskFull(error) ? 'disk-full' : undefined)
      if (!isCancelled) throw error
      return null
    } finally {
      if (running === mine) running = null
    }
  }
  const cancel = async () => {
    if (running) running.isCancelled = true
    await running?.done.catch(() => {})
  }
  return { start, cancel, mustBeFree }
}
