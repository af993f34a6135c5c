import { useTranslation } from 'react-i18next'

import { fold } from '#shared/lib/fold'
import { Button } from '#renderer/ui/button'
import { Dialog } from '#renderer/ui/dialog'
import { useFormat } from '#renderer/ui/format'
import { Select } from '#renderer/ui/select'
import { meaningOf, type OptionSet } from './option-set.ts'
import type { ColumnPlan, Inspected } from './plan-draft.ts'
import styles from './import.module.css'

type Props = {
  header: string
  values: NonNullable<Inspected['columns'][number]['values']>
  set: OptionSet
  said: ColumnPlan['values']
  onSay: (said: NonNullable<ColumnPlan['values']>) => void
  onClose: () => void
}

/** Each thing that stands in a column of options, and what it stands for here. */
export function ValuesDialog({ header, values, set, said, onSay, onClose }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Dialog
      title={t('import.valuesOf', { header })}
      closeLabel={t('common.close')}
      isOpen
      wide
      onClose={onClose}
    >
      <div className={styles.values}>
        <p className={styles.quiet}>{t('import.valuesHint')}</p>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('import.valueCell')}</th>
              <th scope="col" className={styles.end}>
                {t('import.valueTimes')}
              </th>
              <th scope="col">{t('import.valueIs')}</th>
            </tr>
          </thead>
          <tbody>
            {values.map(({ cell, times }) => (
              <tr key={cell}>
                <th scope="row">{cell}</th>
                <td className={styles.line}>{format.number(times)}</td>
                <td className={styles.field}>
                  <Select
                    bareLabel
                    label={t('import.valueOf', { cell })}
                    options={set.options}
                    value={meaningOf(cell, set, said)}
                    placeholder={t('import.valueUnknown')}
                    onChange={(is) => onSay({ ...said, [fold(cell)]: is })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className={styles.actions}>
          <Button look="go" onPress={onClose}>
            {t('common.close')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
