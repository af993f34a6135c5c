import { createStore } from 'zustand/vanilla'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { AppError } from '#shared/contract/errors'
import type { AppEvent, Job, Topic } from '#shared/contract/events'
import { READS } from '#shared/contract/reads'
import { DAY } from '#shared/lib/time'

export type AppState = Output<'app.state'>
export type FrameState = {
  /** Null until the first answer. */
  app: AppState | null
  /** Leads of each list that has any; null until they were counted. */
  counts: Readonly<Record<string, number>> | null
  /** When something was last known to be on disk, epoch ms. */
  savedAt: number | null
  /** The engine did not answer the last request. */
  lost: boolean
  jobs: readonly Job[]
  closeJob: (id: string) => void
}
export type AppStore = ReturnType<typeof createAppStore>

/** What the frame shows follows from these. */
const OURS: readonly Topic[] = ['people', 'lists', 'rules']
/** Counts of leads may lag by this many milliseconds: a call rarely changes one, and counting must not be in its way. */
const COUNTS_LAG = 30_000
/** Milliseconds a job that ended well stays in the tray; the others wait to be read. */
const DONE_SHOWN = 4000

const isRefusal = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refused'

/** What the frame knows, and the `call` that keeps it fresh: every screen asks through this one. */
export function createAppStore(send: Call, host: Pick<Bridge, 'onEvent'>) {
  const store = createStore<FrameState>()((set) => ({
    app: null,
    counts: null,
    savedAt: null,
    lost: false,
    jobs: [],
    closeJob: (id) => set(({ jobs }) => ({ jobs: jobs.filter((job) => job.id !== id) })),
  }))

  const call: Call = async (method, input) => {
    try {
      const value = await send(method, input)
      if (store.getState().lost) store.setState({ lost: false })
      if (!READS.has(method) && !isRefusal(value)) store.setState({ savedAt: Date.now() })
      return value
    } catch (error) {
      if (error instanceof AppError && error.reason === 'engine-gone') store.setState({ lost: true })
      throw error
    }
  }

  let counting: ReturnType<typeof setTimeout> | undefined
  let planned: ReturnType<typeof setTimeout> | undefined
  const load = async () => {
    clearTimeout(planned)
    const app = await call('app.state', {})
    // The day that other outcomes begin, their names and keys are there without a reload.
    if (app.rulesUntil !== null) planned = setTimeout(() => void load(), waitFor(app.rulesUntil))
    store.setState((now) => ({ app: keepSame(now.app, app), savedAt: now.savedAt ?? app.savedAt }))
  }

  /** Nobody waits for it, and without it all else is shown. */
  const count = async () => {
    clearTimeout(counting)
    counting = undefined
    const counts = await call('lists.counts', {}).catch(() => null)
    if (counts) store.setState({ counts })
  }

  const hear = (event: AppEvent) => {
    if (event.kind === 'changed') {
      if (event.topics.some((topic) => OURS.includes(topic))) void load()
      if (event.topics.includes('lists')) void count()
      else if (event.topics.includes('leads')) counting ??= setTimeout(() => void count(), COUNTS_LAG)
      return
    }
    if (event.kind !== 'job') return
    const { job } = event
    store.setState(({ jobs }) => ({ jobs: keep(jobs, job) }))
    if (job.state === 'done') setTimeout(() => store.getState().closeJob(job.id), DONE_SHOWN)
  }

  /** Returns how to stop. */
  const listen = () => {
    const stop = host.onEvent(hear)
    return () => {
      stop()
      clearTimeout(counting)
      clearTimeout(planned)
    }
  }
  return Object.assign(store, { call, load, count, listen })
}

/** An answer that says what is known already stays the same object, so that nothing is drawn anew. */
const keepSame = (before: AppState | null, after: AppState): AppState =>
  before && JSON.stringify({ ...after, savedAt: before.savedAt }) === JSON.stringify(before) ? before : after

/** Milliseconds; a timer holds no more than some weeks, so it looks again every day. */
const waitFor = (at: number): number => Math.min(DAY, Math.max(1000, at - Date.now()))

/** The newest word about each job, in the order they began. */
const keep = (jobs: readonly Job[], job: Job): Job[] => {
  const known = jobs.some(({ id }) => id === job.id)
  return known ? jobs.map((one) => (one.id === job.id ? job : one)) : [...jobs, job]
}
