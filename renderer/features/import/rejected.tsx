import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import type { ImportState, Status } from './import-store.ts'

/** The error rows as they came, with line and reason, to mend and bring again. */
export function Rejected({ status, store }: { status: Status; store: Pick<ImportState, 'saveRejected'> }) {
  const { t } = useTranslation()
  const { say } = useAnnouncer()
  const { error } = status.counts
  if (error === 0) return null
  const take = async () => {
    const name = await store.saveRejected(status.importId)
    if (name) say(t('import.downloaded', { name }))
  }
  return (
    <Button icon={<Download size={16} aria-hidden />} onPress={() => void take()}>
      {t('import.download', { count: error })}
    </Button>
  )
}
