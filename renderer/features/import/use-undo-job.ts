import { useEffect, useState } from 'react'

import type { Bridge } from '#shared/contract/bridge'
import type { Job } from '#shared/contract/events'

/** What the engine last told of an import that is being taken back; null until it says something. */
export function useUndoJob(host: Pick<Bridge, 'onEvent'>, importId: string): Job | null {
  const [job, setJob] = useState<Job | null>(null)
  useEffect(
    () =>
      host.onEvent((event) => {
        if (event.kind === 'job' && event.job.id === importId) setJob(event.job)
      }),
    [host, importId],
  )
  return job
}

/** How much of it is done, 0 to 1 in whole hundredths; null where that is not known. */
export const shareOf = (job: Job | null): number | null =>
  job?.state === 'running' && job.total > 0
    ? Math.floor((Math.min(job.done, job.total) / job.total) * 100) / 100
    : null
