import { CircleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { EmptyState } from '#renderer/ui/empty-state'
import type { Status } from './import-store.ts'
import { useStopWords } from './stop-words.ts'

/** Cancelled or failed: nothing was kept, and here is how to go on. */
export function Stopped({
  status,
  onAgain,
  onBack,
  onLeave,
}: {
  status: Status
  onAgain: () => void
  onBack: () => void
  onLeave: () => void
}) {
  const { t } = useTranslation()
  const stopWords = useStopWords()
  const { say } = useAnnouncer()
  const isGone = status.message === 'file-erased'
  const isCancelled = status.state === 'cancelled'
  useEffect(() => {
    if (isCancelled) say(t('import.cancelled'))
  }, [isCancelled, say, t])
  return (
    <EmptyState
      icon={<CircleAlert size={24} strokeWidth={1.6} />}
      title={t(status.state === 'failed' ? 'import.failed' : 'import.cancelled')}
      action={
        isGone ? (
          <Button look="go" onPress={onLeave}>
            {t('import.chooseAgain')}
          </Button>
        ) : (
          <>
            <Button look="go" onPress={onAgain}>
              {t('common.again')}
            </Button>
            <Button onPress={onBack}>{t('import.toColumns')}</Button>
          </>
        )
      }
    >
      {status.state === 'failed' && <p role="alert">{stopWords(status.message)}</p>}
    </EmptyState>
  )
}
