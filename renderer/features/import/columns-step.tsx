import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { looksLikeCalls } from '#shared/domain/import/history-mapping'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Segmented } from '#renderer/ui/segmented'
import { PRIMARY_KEY, usePrimaryKey } from '#renderer/ui/use-primary-key'
import { ColumnsTable } from './columns-table.tsx'
import { Destination } from './destination.tsx'
import { EmptyWords } from './empty-words.tsx'
import { HistoryStep } from './history-step.tsx'
import { lacksDate, saysWho } from './plan-draft.ts'
import { Saved } from './saved.tsx'
import { StepPage } from './step-page.tsx'
import type { StepProps } from './step.ts'
import styles from './import.module.css'

/** Whether the rows are people or calls; then which list the rows go to and what each column becomes, filled in and correctable. */
export function ColumnsStep(props: StepProps) {
  const { t } = useTranslation()
  const { store, inspected } = props
  const [holds, setHolds] = useState<'people' | 'calls'>(
    looksLikeCalls(inspected.columns) ? 'calls' : 'people',
  )
  return (
    <StepPage store={store} title={inspected.name} aside={t('import.nothingYet')}>
      <Segmented
        label={t('import.holds')}
        options={(['people', 'calls'] as const).map((id) => ({ id, name: t(`import.holding.${id}`) }))}
        value={holds}
        onChange={setHolds}
      />
      {holds === 'people' ? <PeopleColumns {...props} /> : <HistoryStep {...props} />}
    </StepPage>
  )
}

function PeopleColumns({ state, store, inspected, draft }: StepProps) {
  const { t } = useTranslation()
  const { decide, start, go } = store
  const [isNameMissing, setNameMissing] = useState(false)
  const isNameless = draft.list.kind === 'new' && draft.list.list.name.trim() === ''
  const check = () => {
    setNameMissing(isNameless)
    if (!isNameless) void start('check', state.lists)
  }
  usePrimaryKey(check)
  return (
    <>
      <Destination
        draft={draft}
        decide={decide}
        inspected={inspected}
        state={state}
        wrong={isNameMissing && isNameless ? t('import.listNameMissing') : undefined}
      />
      <Saved inspected={inspected} draft={draft} decide={decide} />
      <Card title={t('import.mapping')} flush aside={<Counts inspected={inspected} draft={draft} />}>
        <ColumnsTable
          inspected={inspected}
          draft={draft}
          reps={state.reps}
          onChange={(columns) => decide({ columns })}
        />
      </Card>
      {!saysWho(draft) && (
        <p role="alert" className={styles.warnings}>
          {t('import.noIdentity')}
        </p>
      )}
      {lacksDate(draft) && (
        <p role="status" className={styles.warnings}>
          {t('import.newestDateless')}
        </p>
      )}
      <div className={styles.actions}>
        <Button look="go" kbd={PRIMARY_KEY} onPress={check}>
          {t('import.toCheck')}
        </Button>
        <Button onPress={() => go('file')}>{t('common.back')}</Button>
      </div>
      <EmptyWords inspected={inspected} />
    </>
  )
}

/** Empty columns and those that are left out: nothing goes unsaid. */
function Counts({ inspected, draft }: Pick<StepProps, 'inspected' | 'draft'>) {
  const { t } = useTranslation()
  const empty = inspected.columns.filter((column) => column.empty)
  const skipped = draft.columns.filter(({ field }) => field === 'skip').length
  const names = empty.map(({ nameless, header, index }) =>
    nameless ? t('import.nameless', { n: index + 1 }) : header,
  )
  return (
    <span className={styles.quiet}>
      {empty.length > 0 && t('import.emptyColumns', { count: empty.length, names: names.join(', ') })}{' '}
      {skipped > 0 && t('import.leftOut', { count: skipped })}
    </span>
  )
}
