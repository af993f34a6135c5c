import { Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'

import { Button } from '#renderer/ui/button'
import { useFormat } from '#renderer/ui/format'
import { toTitle } from '#renderer/ui/to-title'
import { PRIMARY_KEY, usePrimaryKey } from '#renderer/ui/use-primary-key'
import { SHOWN } from './import-store.ts'
import { LookAlike } from './look-alike.tsx'
import { Mend } from './mend.tsx'
import { Erased } from './erased.tsx'
import { NoNumber } from './no-number.tsx'
import { planOf } from './plan-draft.ts'
import { Rejected } from './rejected.tsx'
import { StepPage } from './step-page.tsx'
import type { StepProps } from './step.ts'
import { Verdicts } from './verdicts.tsx'
import styles from './import.module.css'

/** What came of it, what did not come in, and where to go now. */
export function DoneStep({ call, state, store, inspected, draft }: StepProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [, go] = useLocation()
  const { status, leave, isMending, setMending } = store
  const toQueue = async () => {
    const done = (await call('imports.list', {})).find(({ importId }) => importId === status?.importId)
    // The list that was just filled is the one to call.
    if (done?.listId) await call('settings.save', { listId: done.listId })
    leave()
    go('/queue')
  }
  usePrimaryKey(isMending ? null : () => void toQueue())
  if (!status) return null
  const { counts, rows, erased } = status
  const came = rows - counts.error - counts.duplicate - erased
  return (
    <StepPage
      store={store}
      title={
        came > 0
          ? t('import.doneTitle', { count: came, name: inspected.name })
          : t('import.doneNothing', { name: inspected.name })
      }
      aside={t('import.doneIn', { seconds: format.decimal(status.seconds) })}
    >
      <Verdicts status={status} filter={null} isDone />
      <p className={styles.sum} role="status">
        {t('import.sum', {
          count: rows,
          parts: SHOWN.map((verdict) => counts[verdict])
            .filter((count) => count > 0)
            .map(format.number)
            .join(' + '),
        })}
      </p>
      <NoNumber status={status} />
      <Erased status={status} />
      <LookAlike call={call} />
      {isMending && (
        <Mend
          {...{ call, store, inspected, draft }}
          importId={status.importId}
          filter="error"
          plan={planOf(inspected, draft, state.lists)}
          words={(count) => t('import.mendBring', { count })}
          onMended={() => void store.fix(status.importId)}
          onBack={() => {
            setMending(false)
            toTitle()
          }}
        />
      )}
      <div className={styles.actions}>
        <Button
          {...(isMending ? {} : { look: 'go' as const, kbd: PRIMARY_KEY })}
          onPress={() => void toQueue()}
        >
          {t('import.toQueue')}
        </Button>
        <Button
          onPress={() => {
            leave()
            go('/leads')
          }}
        >
          {t('import.toLeads')}
        </Button>
        {counts.error > 0 && !isMending && (
          <Button icon={<Pencil size={16} aria-hidden />} onPress={() => setMending(true)}>
            {t('import.mendHere')}
          </Button>
        )}
        <Rejected status={status} store={store} />
        <Button look="quiet" onPress={leave}>
          {t('import.another')}
        </Button>
      </div>
    </StepPage>
  )
}
