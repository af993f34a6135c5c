import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'

import type { Bridge } from '#shared/contract/bridge'
import { useAnnouncer } from '#renderer/ui/announce'

const PAGE = '/settings/backups'

/** A copy that failed is said on whatever screen one is: a small import is done by then, and nobody looks for it. */
export function useBackupFailures(host: Pick<Bridge, 'onEvent'>): void {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const [, go] = useLocation()
  useEffect(
    () =>
      host.onEvent((event) => {
        if (event.kind !== 'job' || event.job.kind !== 'backup' || event.job.state !== 'failed') return
        notify({
          text: t('frame.backupFailed'),
          tone: 'bad',
          about: 'backup',
          goesTo: PAGE,
          action: { label: t('frame.backupsSee'), onPress: () => go(PAGE) },
        })
      }),
    [host, notify, t, go],
  )
}
