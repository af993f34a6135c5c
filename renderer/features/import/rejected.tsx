import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import type { ImportState, Status } from './import-store.ts'
import { useDownload } from './use-download.ts'

/** The error rows as they came, with line and reason, to mend and bring again. */
export function Rejected({ status, store }: { status: Status; store: Pick<ImportState, 'saveRejected'> }) {
  const { t } = useTranslation()
  const take = useDownload(store)
  const { error } = status.counts
  if (error === 0) return null
  return (
    <Button icon={<Download size={16} aria-hidden />} onPress={() => void take(status.importId)}>
      {t('import.download', { count: error })}
    </Button>
  )
}
