import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import { Progress } from './progress.tsx'
import { StepPage } from './step-page.tsx'
import type { StepProps } from './step.ts'
import { Stopped } from './stopped.tsx'
import styles from './import.module.css'

/** It is being written: whole or not at all. */
export function RunStep({ state, store, inspected }: StepProps) {
  const { t } = useTranslation()
  const { status, trouble, start, cancel, isCancelling, go } = store
  const isOver = status?.state === 'cancelled' || status?.state === 'failed'
  // Once all rows are in there is no way back but undo.
  const mayCancel = !isCancelling && status?.step !== 'places'
  return (
    <StepPage store={store} title={inspected.name}>
      {status && isOver ? (
        <Stopped
          status={status}
          onAgain={() => void start('check', state.lists)}
          onBack={() => go('columns')}
          onLeave={store.leave}
        />
      ) : trouble === null ? (
        <>
          <Progress
            status={status}
            kind="run"
            about={inspected.rowsEstimate}
            isCancelling={isCancelling}
            onCancel={() => void cancel()}
          />
          <p className={styles.quiet}>
            {t('import.runNote')} {mayCancel && t('import.runCancel')}
          </p>
        </>
      ) : (
        <div className={styles.actions}>
          <Button look="go" onPress={() => void start('check', state.lists)}>
            {t('common.again')}
          </Button>
        </div>
      )}
    </StepPage>
  )
}
