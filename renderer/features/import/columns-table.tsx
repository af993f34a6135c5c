import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { useGrowing } from '#renderer/ui/use-growing'
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

/** Rows that fill a window. */
const AT_ONCE = 12

export function ColumnsTable(props: Props) {
  const { t } = useTranslation()
  const { inspected, draft } = props
  const drawn = useGrowing(inspected.columns.length, AT_ONCE)
  const starts = Array.from({ length: Math.ceil(drawn / AT_ONCE) }, (_, nth) => nth * AT_ONCE)
  return (
    <div className={styles.scroll} role="region" tabIndex={0} aria-label={t('import.mapping')}>
      <table className={`${styles.table} ${styles.mapping}`}>
        <thead>
          <tr>
            <th scope="col">{t('import.column.header')}</th>
            <th scope="col">{t('import.column.samples')}</th>
            <th scope="col">{t('import.column.field')}</th>
            <th scope="col">{t('import.column.why')}</th>
            {draft.mode !== 'create' && <th scope="col">{t('import.column.rule')}</th>}
          </tr>
        </thead>
        <tbody>
          {starts.map((start) => (
            <Some key={start} {...props} start={start} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** As many as are drawn at once; those that stand already are not drawn anew for the next. */
const Some = memo(function Some({ inspected, draft, reps, onChange, start }: Props & { start: number }) {
  const optionSet = useOptionSet(reps)
  const { columns, mode, isSaved } = draft
  const saved = isSaved ? inspected.saved : null
  return inspected.columns.slice(start, start + AT_ONCE).map((column) => {
    const { index, values } = column
    const plan = columns.find((each) => each.index === index)
    if (!plan) return null
    return (
      <ColumnRow
        key={index}
        {...{ column, plan }}
        withRules={mode !== 'create'}
        set={optionSet(plan, values)}
        isSaved={saved?.columns.some((each) => each.index === index && each.field === plan.field) ?? false}
        onChange={(part) =>
          onChange(columns.map((each) => (each.index === index ? { ...each, ...part } : each)))
        }
      />
    )
  })
})
