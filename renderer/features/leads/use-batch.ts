import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Input } from '#shared/contract/api'
import type { Batch } from '#shared/contract/batch'
import type { Bridge } from '#shared/contract/bridge'
import { useAnnouncer } from '#renderer/ui/announce'

type Host = Pick<Bridge, 'onEvent'>

/** Takes a deed to many back, and tells what came of it. */
export function useBatchUndo(call: Call) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  return useCallback(
    async (batchId: string) => {
      const reply = await call('batch.undo', { batchId })
      notify(
        reply.kind === 'undone'
          ? { text: t('leads.batch.undone', { count: reply.leads }) }
          : { tone: 'bad', text: t(`leads.batch.stays.${reply.reason}`) },
      )
    },
    [call, notify, t],
  )
}

/** Does a deed to many, tells how it ended, and hands out the way back. */
export function useBatch(call: Call, host: Host) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const undo = useBatchUndo(call)
  return useCallback(
    async (given: Input<'batch.run'>) => {
      const begun = await call('batch.run', given)
      const { batchId, state, changed } = begun.state === 'running' ? await ended(call, host, begun) : begun
      const kept = state === 'done'
      notify({
        text: kept ? t('leads.batch.done', { count: changed }) : t('leads.batch.cancelled'),
        ...(kept && changed > 0
          ? { action: { label: t('leads.undo'), onPress: () => void undo(batchId) } }
          : {}),
      })
    },
    [call, host, notify, t, undo],
  )
}

/** The job's last word says that it is over, not how. */
function ended(call: Call, host: Host, { batchId }: Batch): Promise<Batch> {
  return new Promise((resolve, reject) => {
    const look = async () => {
      try {
        const now = await call('batch.get', { batchId })
        if (now.state === 'running') return
        stop()
        resolve(now)
      } catch (error) {
        stop()
        reject(error)
      }
    }
    const stop = host.onEvent((event) => {
      const isOver = event.kind === 'job' ? event.job.id === batchId && event.job.state !== 'running' : true
      if (isOver) void look()
    })
    void look()
  })
}
