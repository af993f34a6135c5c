import { useTranslation } from 'react-i18next'

import { DATE_ORDERS, type Field } from '#shared/domain/import/field'
import { SIGNAL_KINDS } from '#shared/domain/profile'
import { Checkbox } from '#renderer/ui/checkbox'
import { Chip } from '#renderer/ui/chip'
import { Select } from '#renderer/ui/select'
import type { ColumnPlan, Inspected } from './plan-draft.ts'
import styles from './import.module.css'

const DATED: ReadonlySet<Field | 'skip' | null> = new Set(['arrivedAt', 'updatedAt', ...SIGNAL_KINDS])

type Props = {
  column: Inspected['columns'][number]
  plan: ColumnPlan
  name: string
  isSaved: boolean
  onChange: (part: Partial<ColumnPlan>) => void
}

/** Why a column becomes what it does, and what is to be decided about it. */
export function Why({ column, plan, name, isSaved, onChange }: Props) {
  const { t } = useTranslation()
  const { sensitive, suggestion, dates, header, empty } = column
  if (sensitive)
    return (
      <>
        <Checkbox
          aria-label={t('import.bringIn', { header: name })}
          isSelected={plan.field !== 'skip'}
          onChange={(bringIn) => onChange({ field: bringIn ? (suggestion?.field ?? null) : 'skip' })}
        >
          {t('import.bringInShort')}
        </Checkbox>
        <small>{t(`import.sensitive.${sensitive}`)}</small>
      </>
    )
  const isSuggested = suggestion !== null && plan.field === suggestion.field
  const reason = () => {
    if (isSaved) return t('import.because.saved')
    if (!isSuggested) return plan.field === null && !empty ? t('import.because.kept') : null
    return suggestion.share === null
      ? t('import.because.header', { header })
      : t('import.because.content', {
          share: suggestion.share,
          as: t(`import.looks.${looksOf(suggestion.field)}`),
        })
  }
  return (
    <>
      {reason()}
      {suggestion?.field === 'doNotCall' && !isSuggested && (
        <Chip tone="warn">{t('import.wishUnheeded')}</Chip>
      )}
      {dates && DATED.has(plan.field) && (
        <span className={styles.dates}>
          <Select
            bareLabel
            label={t('import.datesOf', { header: name })}
            options={DATE_ORDERS.map((id) => ({ id, name: t(`import.dateOrder.${id}`) }))}
            value={plan.dates ?? dates.order}
            onChange={(order) => onChange({ dates: order })}
          />
          {dates.decidedBy === null && !plan.dates ? (
            <small>{t('import.datesOpen')}</small>
          ) : (
            dates.decidedBy !== null && <span>{t('import.datesBy', { cell: dates.decidedBy })}</span>
          )}
        </span>
      )}
    </>
  )
}

const LOOKS = [
  'email',
  'website',
  'externalId',
  'phone',
  'country',
  'postalCode',
  'arrivedAt',
  'company',
  'doNotCall',
] as const
const looksOf = (field: Field) => LOOKS.find((one) => one === field) ?? 'fullName'
