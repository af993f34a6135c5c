import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useFormat } from '#renderer/ui/format'
import { Select } from '#renderer/ui/select'
import { TextField } from '#renderer/ui/text-field'
import { amountOf, CURRENCIES } from './amount.ts'
import styles from './board.module.css'

export type AmountFieldProps = {
  minor: number | null
  currency: string
  onChange: (minor: number | null, currency: string) => void
}

/** What they would spend, as they say it. */
export function AmountField({ minor, currency, onChange }: AmountFieldProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [text, setText] = useState(minor === null ? '' : format.decimal(minor / 100))
  const isWrong = text.trim() !== '' && amountOf(text) === null
  return (
    <div className={styles.amount}>
      <TextField
        bareLabel
        label={t('call.amount')}
        placeholder={t('call.amount')}
        value={text}
        onChange={(next) => {
          setText(next)
          if (next.trim() === '' || amountOf(next) !== null) onChange(amountOf(next), currency)
        }}
        wrong={isWrong ? t('call.amountWrong') : undefined}
        inputMode="decimal"
      />
      <Select
        bareLabel
        label={t('call.currency')}
        options={[...new Set([currency, ...CURRENCIES])].map((id) => ({ id, name: id }))}
        value={currency}
        onChange={(next) => onChange(amountOf(text), next)}
      />
    </div>
  )
}
