import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { LeadsFilter } from '#shared/contract/leads-filter'
import { Select } from '#renderer/ui/select'
import { TextField } from '#renderer/ui/text-field'
import styles from './leads.module.css'

type Extra = NonNullable<LeadsFilter['extra']>
type Props = { headers: readonly string[]; value: Extra; onChange: (extra: Extra) => void }

/** What a column of the file that no field took contains. One column here; views may hold more. */
export function ExtraFields({ headers, value, onChange }: Props) {
  const { t } = useTranslation()
  const [first, ...rest] = value
  const [header, setHeader] = useState(first?.header ?? null)
  if (headers.length === 0) return null
  const put = (of: string | null, contains: string) =>
    onChange(of !== null && contains !== '' ? [{ header: of, contains }, ...rest] : rest)
  return (
    <fieldset className={styles.range}>
      <legend>{t('leads.filter.extra')}</legend>
      <Select
        bareLabel
        label={t('leads.filter.extraColumn')}
        placeholder={t('leads.filter.extraColumn')}
        options={headers.map((name) => ({ id: name, name }))}
        value={header}
        onChange={(of) => {
          setHeader(of)
          put(of, first?.contains ?? '')
        }}
      />
      <TextField
        bareLabel
        label={t('leads.filter.contains')}
        placeholder={t('leads.filter.contains')}
        value={first?.contains ?? ''}
        isDisabled={header === null}
        maxLength={200}
        onChange={(contains) => put(header, contains)}
      />
    </fieldset>
  )
}
