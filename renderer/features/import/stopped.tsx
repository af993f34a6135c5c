import { CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import { EmptyState } from '#renderer/ui/empty-state'
import { useErrorWords } from '#renderer/ui/error-words'
import type { Status } from './import-store.ts'

const OURS = ['interrupted', 'internal'] as const

/** Cancelled or failed: nothing was kept, and here is how to go on. */
export function Stopped({
  status,
  onAgain,
  onBack,
}: {
  status: Status
  onAgain: () => void
  onBack: () => void
}) {
  const { t } = useTranslation()
  const errorWords = useErrorWords()
  const { message } = status
  const why = () => {
    if (message === null) return null
    const ours = OURS.find((one) => one === message)
    return ours ? t(`import.failure.${ours}`) : errorWords({ code: 'unreadable-file', reason: message })
  }
  return (
    <EmptyState
      icon={<CircleAlert size={24} strokeWidth={1.6} />}
      title={t(status.state === 'failed' ? 'import.failed' : 'import.cancelled')}
      action={
        <>
          <Button look="go" onPress={onAgain}>
            {t('common.again')}
          </Button>
          <Button onPress={onBack}>{t('import.toColumns')}</Button>
        </>
      }
    >
      {status.state === 'failed' && <p role="alert">{why()}</p>}
    </EmptyState>
  )
}
