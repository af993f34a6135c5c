import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useFormat } from '#renderer/ui/format'
import { Select } from '#renderer/ui/select'
import { TextField } from '#renderer/ui/text-field'
import { perMajor } from '#shared/lib/money'
import { CURRENCIES, moneyOf } from './amount.ts'
import styles from './board.module.css'

type AmountFieldProps = {
  minor: number | null
  currency: string
  onChange: (minor: number | null, currency: string) => void
}

/** What they would spend, as they say it. */
export function AmountField({ minor, currency, onChange }: AmountFieldProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [text, setText] = useState(minor === null ? '' : format.decimal(minor / perMajor(currency)))
  const said = moneyOf(text, currency)
  const isWrong = text.trim() !== '' && said === null
  return (
    <div className={styles.amount}>
      <TextField
        bareLabel
        label={t('call.amount')}
        placeholder={t('call.amount')}
        value={text}
        onChange={(next) => {
          setText(next)
          const read = moneyOf(next, currency)
          if (read || next.trim() === '') onChange(read?.minor ?? null, read?.currency ?? currency)
        }}
        wrong={isWrong ? t('call.amountWrong') : undefined}
        inputMode="decimal"
      />
      <Select
        bareLabel
        label={t('call.currency')}
        options={[...new Set([currency, ...CURRENCIES])].map((id) => ({ id, name: id }))}
        value={currency}
        onChange={(next) => onChange(said && (said.minor / perMajor(said.currency)) * perMajor(next), next)}
      />
    </div>
  )
}
