import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { ColumnRow } from './column-row.tsx'
import { useOptionSet } from './option-set.ts'
import type { ColumnPlan, Draft, Inspected } from './plan-draft.ts'
import styles from './import.module.css'

type Props = {
  inspected: Inspected
  draft: Pick<Draft, 'columns' | 'mode' | 'isSaved'>
  reps: Output<'app.state'>['reps']
  onChange: (columns: readonly ColumnPlan[]) => void
}

export function ColumnsTable({ inspected, draft, reps, onChange }: Props) {
  const { t } = useTranslation()
  const optionSet = useOptionSet(reps)
  const { columns, mode, isSaved } = draft
  const withRules = mode !== 'create'
  const saved = isSaved ? inspected.saved : null
  return (
    <div className={styles.scroll} role="region" tabIndex={0} aria-label={t('import.mapping')}>
      <table className={`${styles.table} ${styles.mapping}`}>
        <thead>
          <tr>
            <th scope="col">{t('import.column.header')}</th>
            <th scope="col">{t('import.column.samples')}</th>
            <th scope="col">{t('import.column.field')}</th>
            <th scope="col">{t('import.column.why')}</th>
            {withRules && <th scope="col">{t('import.column.rule')}</th>}
          </tr>
        </thead>
        <tbody>
          {inspected.columns.map((column) => {
            const { index, values } = column
            const plan = columns.find((each) => each.index === index)
            if (!plan) return null
            return (
              <ColumnRow
                key={index}
                {...{ column, plan, withRules }}
                set={optionSet(plan, values)}
                isSaved={
                  saved?.columns.some((each) => each.index === index && each.field === plan.field) ?? false
                }
                onChange={(part) =>
                  onChange(columns.map((each) => (each.index === index ? { ...each, ...part } : each)))
                }
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
