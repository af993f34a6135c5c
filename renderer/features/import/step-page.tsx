import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import { Failure } from '#renderer/ui/failure'
import { Page } from '#renderer/ui/page'
import { STEPS, type ImportState, type Step } from './import-store.ts'
import styles from './import.module.css'

type Props = {
  store: ImportState
  title: ReactNode
  beside?: ReactNode
  aside?: ReactNode
  children: ReactNode
}

/** Back to these while nothing runs and nothing is written. */
const EARLIER: readonly Step[] = ['file', 'columns']

/** The head of a step: the file's name, where one is and how to go back. */
export function StepPage({ store, title, beside, aside, children }: Props) {
  const { t } = useTranslation()
  const { step, status, trouble, go, leave } = store
  const isStopped = status?.state === 'cancelled' || status?.state === 'failed'
  const isFree = isStopped || (step !== 'run' && step !== 'done' && status?.state !== 'running')
  return (
    <Page
      title={title}
      beside={beside}
      aside={
        <span className={styles.aside}>
          {aside}
          {isFree && (
            <Button look="link" onPress={leave}>
              {t('import.another')}
            </Button>
          )}
        </span>
      }
    >
      <ol className={styles.steps} aria-label={t('import.steps')}>
        {STEPS.map((id, at) => {
          const isPast = STEPS.indexOf(step ?? 'file') > at
          return (
            <li key={id} {...(id === step ? { 'aria-current': 'step' as const } : {})}>
              {isPast && isFree && EARLIER.includes(id) ? (
                <Button look="link" onPress={() => go(id)}>
                  {t(`import.step.${id}`)}
                </Button>
              ) : (
                t(`import.step.${id}`)
              )}
            </li>
          )
        })}
      </ol>
      {trouble !== null && <Failure error={trouble} />}
      {children}
    </Page>
  )
}
