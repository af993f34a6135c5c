import { useTranslation } from 'react-i18next'

import { WISH_FIELDS, WISH_IS, type WishField } from '#shared/domain/import/wish'
import { Select } from '#renderer/ui/select'
import type { ColumnPlan } from './plan-draft.ts'
import styles from './wish-is.module.css'

type Props = {
  field: WishField
  plan: ColumnPlan
  name: string
  onChange: (part: Partial<ColumnPlan>) => void
}

/** Which answer in a column is the wish not to be called. */
export function WishIs({ field, plan: { wishIs = 'yes' }, name, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <div className={styles.answer}>
      <Select
        bareLabel
        label={t('import.wishOf', { header: name })}
        options={WISH_IS.map((id) => ({
          id,
          name: t(`import.wishIs.${id}`, { wish: t(`import.field.${field}`) }),
        }))}
        value={wishIs}
        onChange={(is) => onChange({ wishIs: is })}
      />
    </div>
  )
}

/** The field of a column of wishes not to be called or written to; null for any other. */
export const wishField = (field: ColumnPlan['field']): WishField | null =>
  WISH_FIELDS.find((wish) => wish === field) ?? null
