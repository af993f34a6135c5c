import { CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { Button } from './button.tsx'
import { useErrorWords } from './error-words.ts'
import styles from './failure.module.css'

type FailureProps = {
  error: unknown
  /** What it happened to, where that is not on the screen. */
  of?: string | null
  onRetry?: () => void
}

/** What happened and the mend, where it happened. */
export function Failure({ error, of, onRetry }: FailureProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  return (
    <div role="alert" className={styles.failure}>
      <CircleAlert size={16} aria-hidden />
      <p>
        {of && <b>{of}</b>} {words(error)}
      </p>
      {onRetry && (
        <Button small onPress={onRetry}>
          {t('common.again')}
        </Button>
      )}
    </div>
  )
}
