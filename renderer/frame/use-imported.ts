import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import type { Job } from '#shared/contract/events'
import { useAnnouncer } from '#renderer/ui/announce'

type Status = Output<'import.status'>
/** Files of people, and of calls and verdicts: the job goes by the import's own id. */
const BROUGHT: readonly Job['kind'][] = ['import', 'history']

/** Says that a file came in, was checked or was taken back to whoever left its screen meanwhile, with the way there. */
export function useImported(call: Call, host: Pick<Bridge, 'onEvent'>): void {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const [location, go] = useLocation()
  const here = useRef(location)
  useEffect(() => {
    here.current = location
  }, [location])
  useEffect(() => {
    const wordsOf = ({ state, kind, counts, rows }: Status, name: string): string => {
      if (state === 'undone') return t('import.undone')
      if (kind === 'check') return t('import.checkedName', { name })
      const came = rows - counts.error - counts.duplicate
      return came > 0 ? t('import.doneTitle', { count: came, name }) : t('import.doneNothing', { name })
    }
    const tell = async (importId: string, name: string) => {
      // What was only looked at is in no log.
      const status = await call('import.status', { importId }).catch(() => null)
      if (here.current.startsWith('/import')) return
      notify({
        text: status ? wordsOf(status, name) : t('import.checkedName', { name }),
        goesTo: '/import',
        action: { label: t('import.see'), onPress: () => go('/import') },
      })
    }
    return host.onEvent((event) => {
      if (event.kind === 'job' && BROUGHT.includes(event.job.kind) && event.job.state === 'done')
        void tell(event.job.id, event.job.label)
    })
  }, [call, host, notify, t, go])
}
