import { CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { Button } from './button.tsx'
import { useErrorWords } from './error-words.ts'
import styles from './failure.module.css'

/** What happened and the mend, where it happened. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation()
  const words = useErrorWords()
  return (
    <div role="alert" className={styles.failure}>
      <CircleAlert size={16} aria-hidden />
      <p>{words(error)}</p>
      {onRetry && (
        <Button small onPress={onRetry}>
          {t('common.again')}
        </Button>
      )}
    </div>
  )
}
