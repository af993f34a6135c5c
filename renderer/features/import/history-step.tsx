import { useTranslation } from 'react-i18next'

import { HISTORY_FIELDS } from '#shared/domain/import/history'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Checkbox } from '#renderer/ui/checkbox'
import { Failure } from '#renderer/ui/failure'
import { Select } from '#renderer/ui/select'
import { toTitle } from '#renderer/ui/to-title'
import { PRIMARY_KEY, usePrimaryKey } from '#renderer/ui/use-primary-key'
import { HistoryFoundCard, onlyVerdicts } from './history-found.tsx'
import { Progress } from './progress.tsx'
import type { StepProps } from './step.ts'
import { useHistory } from './use-history.ts'
import styles from './import.module.css'

const SKIP = 'skip'
const ANY = 'any'

/** Calls that were made elsewhere: what each column is, what would come in, and what nobody knows. */
export function HistoryStep({ call, host, state, store, inspected }: StepProps) {
  const { t } = useTranslation()
  const history = useHistory({ call, host, fileId: store.file?.fileId ?? '', inspected, lists: state.lists })
  const { step, trouble, progress, isCancelled, choice, decide, setField, check, run } = history
  const { columns } = choice
  const canCheck = (columns.has('calledAt') && columns.has('outcome')) || columns.has('verdict')
  const busy = step.kind === 'checking' || step.kind === 'running' ? step.kind : null
  const isBusy = busy !== null
  const counts = step.kind === 'checked' ? step.found.counts : null
  const count = counts ? counts.call + counts.verdict : 0
  const next = step.kind === 'checked' && count > 0 ? run : check
  usePrimaryKey(canCheck && !isBusy && step.kind !== 'done' ? () => void next() : null)
  const fields = [
    { id: SKIP, name: t('import.skip') },
    ...HISTORY_FIELDS.map((id) => ({ id, name: t(`import.call.${id}`) })),
  ]
  return (
    <>
      <Card title={t('import.historyWhere')}>
        <div className={styles.destination}>
          <Select
            label={t('import.historyList')}
            options={[
              { id: ANY, name: t('import.historyAnyList') },
              ...state.lists.map(({ id, name }) => ({ id, name })),
            ]}
            value={choice.listId ?? ANY}
            onChange={(id) => decide({ listId: id === ANY ? null : id })}
          />
          <div className={styles.values}>
            <Checkbox isSelected={choice.addReps} onChange={(addReps) => decide({ addReps })}>
              {t('import.historyAddReps')}
            </Checkbox>
            <Checkbox isSelected={choice.closes} onChange={(closes) => decide({ closes })}>
              {t('import.historyCloses')}
            </Checkbox>
          </div>
        </div>
      </Card>
      <Card title={t('import.mapping')} flush>
        <div className={styles.scroll} role="region" tabIndex={0} aria-label={t('import.mapping')}>
          <table className={`${styles.table} ${styles.mapping}`}>
            <thead>
              <tr>
                <th scope="col">{t('import.column.header')}</th>
                <th scope="col">{t('import.column.samples')}</th>
                <th scope="col">{t('import.column.field')}</th>
              </tr>
            </thead>
            <tbody>
              {inspected.columns.map(({ index, header, samples }) => (
                <tr key={index}>
                  <th scope="row">{header}</th>
                  <td className={styles.samples}>{samples.slice(0, 3).join(' · ')}</td>
                  <td className={styles.field}>
                    <Select
                      bareLabel
                      label={t('import.fieldOf', { header })}
                      options={fields}
                      value={[...columns].find(([, at]) => at === index)?.[0] ?? SKIP}
                      onChange={(id) => setField(index, HISTORY_FIELDS.find((field) => field === id) ?? null)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
      {trouble !== null && <Failure error={trouble} />}
      {(step.kind === 'checked' || step.kind === 'done') && (
        <HistoryFoundCard
          {...{ history, reps: state.reps, outcomes: state.outcomes }}
          found={step.found}
          isDone={step.kind === 'done'}
        />
      )}
      {busy && (
        <Progress
          status={progress}
          kind={busy === 'checking' ? 'check' : 'run'}
          about={progress?.total ?? inspected.rowsEstimate}
          isCancelling={false}
          onCancel={() => void history.cancel()}
        />
      )}
      <div className={styles.actions}>
        {step.kind === 'done' ? (
          <Button look="go" onPress={store.leave}>
            {t('import.another')}
          </Button>
        ) : (
          <Button
            look="go"
            kbd={PRIMARY_KEY}
            isDisabled={!canCheck || isBusy || (step.kind === 'checked' && count === 0)}
            onPress={() => {
              // It is shut while the calls are read.
              toTitle()
              void next()
            }}
          >
            {counts
              ? t(onlyVerdicts(counts) ? 'import.verdictsRun' : 'import.historyRun', { count })
              : t('import.toCheck')}
          </Button>
        )}
        <p className={styles.quiet} role="status">
          {busy
            ? t(`import.historyBusy.${busy}`)
            : isCancelled
              ? t('import.cancelled')
              : !canCheck && t('import.historyNeeds')}
        </p>
      </div>
    </>
  )
}
