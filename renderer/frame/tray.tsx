import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { useStore } from 'zustand'

import type { Call } from '#shared/contract/api'
import type { Job } from '#shared/contract/events'
import type { AppStore } from '#renderer/app-store'
import { Jobs } from './jobs.tsx'

/** Long work. It listens by itself: each tells of itself some times a second, and must not draw the frame anew. */
export function Tray({ store }: { store: AppStore }) {
  const jobs = useStore(store, (state) => state.jobs)
  const [location] = useLocation()
  const ended = location.startsWith('/import') ? jobs.filter(isOver).map(({ id }) => id) : []
  const over = ended.join()
  useEffect(() => {
    for (const id of over.split(',')) store.getState().closeJob(id)
  }, [store, over])
  return (
    <Jobs
      jobs={elsewhere(jobs, location)}
      onClose={store.getState().closeJob}
      onCancel={(job) => cancelOf(store.call, job)}
    />
  )
}

const BROUGHT: readonly Job['kind'][] = ['import', 'history']
/** An import whose end is seen on its own screen. */
const isOver = ({ kind, state }: Job) => BROUGHT.includes(kind) && (state === 'done' || state === 'cancelled')

/**
 * An import shows its own progress on its own screen; that it waits for room on the disk stands here. A copy that failed
 * is said by a notice of its own.
 */
const elsewhere = (jobs: readonly Job[], location: string) =>
  jobs.filter(
    ({ kind, state, message }) =>
      !(kind === 'backup' && state === 'failed') &&
      (!BROUGHT.includes(kind) ||
        (state === 'running' && message !== undefined) ||
        !location.startsWith('/import')),
  )

/** What can be stopped from every screen; the others end by themselves. */
const CANCELS: Partial<Record<Job['kind'], (call: Call, id: string) => Promise<unknown>>> = {
  import: (call, importId) => call('import.cancel', { importId }),
  history: (call) => call('history.cancel', {}),
  batch: (call, batchId) => call('batch.cancel', { batchId }),
  retention: (call) => call('retention.cancel', {}),
  rescore: (call) => call('rules.rescore', { go: false }),
  territories: (call) => call('rules.rescore', { go: false }),
}
const cancelOf = (call: Call, { id, kind, state }: Job) => {
  const cancel = CANCELS[kind]
  return cancel && state === 'running' ? () => void cancel(call, id) : undefined
}
