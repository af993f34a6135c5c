import { useTranslation } from 'react-i18next'

import { WISH_IS, type WishField } from '#shared/domain/import/wish'
import { Chip } from '#renderer/ui/chip'
import { Select } from '#renderer/ui/select'
import type { ColumnPlan, Inspected } from './plan-draft.ts'
import styles from './import.module.css'

type Props = {
  column: Inspected['columns'][number]
  plan: ColumnPlan
  name: string
  onChange: (part: Partial<ColumnPlan>) => void
}

/** Which answer in a column is a wish not to be called; and that one which says so is not heeded. */
export function WishIs({ column: { suggestion }, plan, name, onChange }: Props) {
  const { t } = useTranslation()
  const { field, wishIs = 'yes' } = plan
  if (isWish(field)) {
    const wish = t(`import.field.${field}`)
    return (
      <span className={styles.dates}>
        <Select
          bareLabel
          label={t('import.wishOf', { header: name })}
          options={WISH_IS.map((id) => ({ id, name: t(`import.wishIs.${id}`, { wish }) }))}
          value={wishIs}
          onChange={(is) => onChange({ wishIs: is })}
        />
      </span>
    )
  }
  if (suggestion?.field !== 'doNotCall') return null
  return (
    <>
      {' '}
      <Chip tone="warn">{t('import.wishUnheeded')}</Chip>
    </>
  )
}

/** A column of wishes not to be called or written to. */
export const isWish = (field: ColumnPlan['field']): field is WishField =>
  field === 'doNotCall' || field === 'doNotEmail'
