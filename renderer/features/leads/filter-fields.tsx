import { useTranslation } from 'react-i18next'

import type { LeadsFilter } from '#shared/contract/leads-filter'
import { DateField } from '#renderer/ui/date-field'
import { NumberField } from '#renderer/ui/number-field'
import { Segmented } from '#renderer/ui/segmented'
import styles from './leads.module.css'

type Ends<T> = { from: T | null; to: T | null }
type RangeKey = 'attempts' | 'dials' | 'fit' | 'bant'
type DaysKey = 'arrived' | 'lastDial'
type Props<K> = { of: K; filter: LeadsFilter; narrow: (change: Partial<LeadsFilter>) => void }

const isOpen = <T,>({ from, to }: Ends<T>) => from === null && to === null

/** From and to; both ends belong to it. */
export function RangeField({ of, filter, narrow }: Props<RangeKey>) {
  const { t } = useTranslation()
  const range = filter[of] ?? { from: null, to: null }
  const change = (part: Partial<Ends<number>>) => {
    const after = { ...range, ...part }
    narrow({ [of]: isOpen(after) ? undefined : after })
  }
  return (
    <fieldset className={styles.range}>
      <legend>{t(`leads.column.${of}`)}</legend>
      <NumberField
        bareLabel
        label={t('leads.filter.lowest')}
        placeholder={t('leads.filter.lowest')}
        value={range.from}
        onChange={(from) => change({ from })}
      />
      <NumberField
        bareLabel
        label={t('leads.filter.highest')}
        placeholder={t('leads.filter.highest')}
        value={range.to}
        onChange={(to) => change({ to })}
      />
    </fieldset>
  )
}

export function DaysField({ of, filter, narrow }: Props<DaysKey>) {
  const { t } = useTranslation()
  const days = filter[of] ?? { from: null, to: null }
  const change = (part: Partial<Ends<string>>) => {
    const after = { ...days, ...part }
    narrow({ [of]: isOpen(after) ? undefined : after })
  }
  return (
    <fieldset className={styles.range}>
      <legend>{t(`leads.column.${of}`)}</legend>
      <DateField
        bareLabel
        label={t('leads.filter.first')}
        placeholder={t('leads.filter.lowest')}
        value={days.from ?? ''}
        onChange={(day) => change({ from: day || null })}
      />
      <DateField
        bareLabel
        label={t('leads.filter.last')}
        placeholder={t('leads.filter.highest')}
        value={days.to ?? ''}
        onChange={(day) => change({ to: day || null })}
      />
    </fieldset>
  )
}

const ANY = 'any'

/** Yes, no, or either. */
export function YesNoField({ of, filter, narrow }: Props<'hasNumber' | 'suppressed'>) {
  const { t } = useTranslation()
  const value = filter[of]
  return (
    <Segmented
      label={t(`leads.filter.${of}`)}
      options={[ANY, 'yes', 'no'].map((id) => ({ id, name: t(`leads.filter.choice.${id as 'any'}`) }))}
      value={value === undefined ? ANY : value ? 'yes' : 'no'}
      onChange={(id) => narrow({ [of]: id === ANY ? undefined : id === 'yes' })}
    />
  )
}

/** Until the end of today, at any time, or not asked. */
export function DueField({ of, filter, narrow }: Props<'promised' | 'waking'>) {
  const { t } = useTranslation()
  return (
    <Segmented
      label={t(`leads.filter.${of}`)}
      options={(['none', 'due', 'any'] as const).map((id) => ({
        id,
        name: t(`leads.filter.dueChoice.${id}`),
      }))}
      value={filter[of] ?? 'none'}
      onChange={(id) => narrow({ [of]: id === 'none' ? undefined : id })}
    />
  )
}
