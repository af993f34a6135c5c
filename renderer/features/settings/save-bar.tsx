import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import styles from './settings.module.css'

type Props = {
  isChanged: boolean
  refused: readonly string[]
  onSave: () => void
  onDiscard: () => void
  /** What the change would come to. */
  effect?: ReactNode
}

/** Only there once something was changed. */
export function SaveBar({ isChanged, refused, onSave, onDiscard, effect }: Props) {
  const { t } = useTranslation()
  if (!isChanged) return null
  return (
    <>
      {refused.length > 0 && (
        <div role="alert">
          <ul className={styles.refused}>
            {refused.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.actions}>
        <Button look="go" small onPress={onSave}>
          {t('settings.saveRules')}
        </Button>
        <Button small onPress={onDiscard}>
          {t('settings.discard')}
        </Button>
        {effect}
      </div>
    </>
  )
}
