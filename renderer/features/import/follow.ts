import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'

type Status = Output<'import.status'>

/**
 * Tells how an import stands each time the engine announces something, until it is over; a dry run that is checked may be
 * begun anew. One question at a time: what is announced meanwhile is asked for right after. Returns how to stop.
 */
export function follow(
  call: Call,
  host: Pick<Bridge, 'onEvent'>,
  importId: string,
  onStatus: (status: Status) => void,
  onTrouble: (error: unknown) => void,
): () => void {
  let isOver = false
  let isAsking = false
  let isStale = false
  let isResting = false
  const hush = host.onEvent((event) => {
    const isOfIt =
      (event.kind === 'job' && event.job.id === importId) ||
      (event.kind === 'changed' && event.topics.includes('imports'))
    if (!isResting || isOfIt) void ask()
  })
  const stop = () => {
    isOver = true
    hush()
  }
  void ask()
  return stop

  async function ask(): Promise<void> {
    if (isOver) return
    isStale = isAsking
    if (isAsking) return
    isAsking = true
    try {
      const status = await call('import.status', { importId })
      if (isOver) return
      isResting = status.state === 'checked'
      if (!isResting && status.state !== 'running' && status.state !== 'undoing') stop()
      onStatus(status)
    } catch (error) {
      stop()
      onTrouble(error)
    } finally {
      isAsking = false
    }
    if (isStale) await ask()
  }
}
