import { useTranslation } from 'react-i18next'

import { AppError } from '#shared/contract/errors'
import { Button } from '#renderer/ui/button'
import { Chip } from '#renderer/ui/chip'
import { toTitle } from '#renderer/ui/to-title'
import { Checked } from './checked.tsx'
import { Mend } from './mend.tsx'
import { planOf } from './plan-draft.ts'
import { Progress } from './progress.tsx'
import { Stopped } from './stopped.tsx'
import { StepPage } from './step-page.tsx'
import type { StepProps } from './step.ts'
import type { Filter, Status } from './import-store.ts'
import styles from './import.module.css'

/** What the run would do, row by row, before anything is written. */
export function CheckStep({ call, state, store, inspected, draft }: StepProps) {
  const { t } = useTranslation()
  const { status, start, cancel, isCancelling, go, trouble, filter, isMending, setMending } = store
  const { list } = draft
  const listName =
    list.kind === 'new' ? list.list.name : state.lists.find(({ id }) => id === list.listId)?.name
  const again = () => {
    // What was pressed goes with what it was on.
    toTitle()
    void start('check', state.lists)
  }
  const body = () => {
    if (!status)
      return trouble === null ? (
        <Progress
          status={null}
          kind="check"
          about={inspected.rowsEstimate}
          isCancelling={isCancelling}
          onCancel={() => void cancel()}
        />
      ) : (
        <div className={styles.actions}>
          {isGone(trouble) ? (
            <Button look="go" onPress={store.leave}>
              {t('import.chooseAgain')}
            </Button>
          ) : (
            <Button onPress={again}>{t('common.again')}</Button>
          )}
        </div>
      )
    if (status.state === 'running')
      return (
        <Progress
          status={status}
          kind="check"
          about={inspected.rowsEstimate}
          isCancelling={isCancelling}
          onCancel={() => void cancel()}
        />
      )
    if (status.state === 'cancelled' || status.state === 'failed')
      return <Stopped status={status} onAgain={again} onBack={() => go('columns')} onLeave={store.leave} />
    const shown = filter ?? startingWith(status)
    if (isMending)
      return (
        <Mend
          {...{ call, store, inspected, draft }}
          importId={status.importId}
          filter={shown}
          plan={planOf(inspected, draft, state.lists)}
          words={(count) => t('import.mendCheck', { count })}
          onMended={again}
          onBack={() => {
            setMending(false)
            toTitle()
          }}
        />
      )
    return (
      <Checked
        {...{ call, store, status, inspected, draft }}
        filter={shown}
        onAgain={again}
        onMendLetters={() => {
          store.decide({ mendLetters: true })
          again()
        }}
        onRun={() => void start('run', state.lists)}
      />
    )
  }
  return (
    <StepPage
      store={store}
      title={inspected.name}
      beside={<Chip>{`${t('import.list')}: ${listName ?? ''}`}</Chip>}
      aside={t('import.nothingYet')}
    >
      {body()}
    </StepPage>
  )
}

/** Trying again finds no more of it. */
const isGone = (trouble: unknown): boolean => trouble instanceof AppError && trouble.reason === 'file-gone'

/** What needs a look first. */
const startingWith = ({ marked, counts }: Status): Filter => {
  if (counts.error > 0) return 'error'
  if (marked > 0) return 'marked'
  return (
    (['create', 'update', 'second_look', 'suppressed', 'duplicate'] as const).find((id) => counts[id] > 0) ??
    'create'
  )
}
