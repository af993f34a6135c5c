import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

import { COLUMN_RULES, FIELDS } from '#shared/domain/import/field'
import { Checkbox } from '#renderer/ui/checkbox'
import { Chip } from '#renderer/ui/chip'
import { Select } from '#renderer/ui/select'
import type { ColumnPlan, Inspected } from './plan-draft.ts'
import styles from './import.module.css'

/** A select has no way to say null. */
const KEEP = 'keep'
type FieldChoice = Exclude<ColumnPlan['field'], null> | typeof KEEP

type Props = {
  inspected: Inspected
  columns: readonly ColumnPlan[]
  /** Nobody is updated: no rule to choose. */
  withRules: boolean
  onChange: (columns: readonly ColumnPlan[]) => void
}

export function ColumnsTable({ inspected, columns, withRules, onChange }: Props) {
  const { t } = useTranslation()
  const options = useMemo<readonly { id: FieldChoice; name: string }[]>(
    () => [
      { id: KEEP, name: t('import.keep') },
      { id: 'skip', name: t('import.skip') },
      ...FIELDS.map((id) => ({ id, name: t(`import.field.${id}`) })),
    ],
    [t],
  )
  const change = (index: number, part: Partial<ColumnPlan>) =>
    onChange(columns.map((column) => (column.index === index ? { ...column, ...part } : column)))

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
          {inspected.columns.map(({ index, header, nameless, empty, samples, suggestion, sensitive }) => {
            const plan = columns.find((column) => column.index === index)
            const name = nameless ? t('import.nameless', { n: index + 1 }) : header
            const isIn = plan?.field !== 'skip'
            return (
              <tr key={index}>
                <th scope="row">{nameless ? <i>{name}</i> : name}</th>
                <td className={styles.samples}>
                  {empty ? (
                    <Chip tone="warn">{t('import.emptyColumn')}</Chip>
                  ) : (
                    samples.slice(0, 3).join(' · ')
                  )}
                </td>
                <td className={styles.field}>
                  <Select<FieldChoice>
                    bareLabel
                    label={t('import.fieldOf', { header: name })}
                    options={options}
                    value={plan?.field ?? KEEP}
                    onChange={(id) => change(index, { field: id === KEEP ? null : id })}
                  />
                </td>
                <td className={styles.why}>
                  {sensitive ? (
                    <>
                      <Checkbox
                        aria-label={t('import.bringIn', { header: name })}
                        isSelected={isIn}
                        onChange={(bringIn) =>
                          change(index, { field: bringIn ? (suggestion?.field ?? null) : 'skip' })
                        }
                      >
                        {t('import.bringInShort')}
                      </Checkbox>
                      <small>{t(`import.sensitive.${sensitive}`)}</small>
                    </>
                  ) : (
                    suggestion && plan?.field === suggestion.field && t(`import.because.${suggestion.reason}`)
                  )}
                </td>
                {withRules && (
                  <td className={styles.rule}>
                    {plan && isIn && (
                      <Select
                        bareLabel
                        label={t('import.ruleOf', { header: name })}
                        options={COLUMN_RULES.map((id) => ({ id, name: t(`import.rules.${id}`) }))}
                        value={plan.rule}
                        onChange={(rule) => change(index, { rule })}
                      />
                    )}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
