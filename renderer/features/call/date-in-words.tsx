import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { dayOf } from '#shared/domain/calendar'
import { understand } from '#shared/domain/when'
import { useFormat } from '#renderer/ui/format'
import { TextField } from '#renderer/ui/text-field'
import { useNow } from '#renderer/ui/use-now'
import styles from './board.module.css'

type DateInWordsProps = {
  /** `YYYY-MM-DD`, or null. */
  day: string | null
  zone: string
  /** 1-12: the month in which a year of quarters begins here. */
  quarterStart: number
  onChange: (day: string | null) => void
}

/** A day in words; what was understood stands in the field once it is left. */
export function DateInWords({ day, zone, quarterStart, onChange }: DateInWordsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const [text, setText] = useState<string | null>(null)
  const read = (words: string) => {
    const [first] = understand(words, now, zone, quarterStart)
    return first ? dayOf(zone, first.at) : null
  }
  const isWrong = text !== null && text.trim() !== '' && read(text) === null
  return (
    <div className={styles.date}>
      <TextField
        bareLabel
        label={t('call.date')}
        placeholder={t('call.datePlaceholder')}
        value={text ?? (day ? format.date(day) : '')}
        onChange={(words) => {
          setText(words)
          if (words.trim() === '' || read(words)) onChange(read(words))
        }}
        onBlur={() => !isWrong && setText(null)}
        wrong={isWrong ? t('call.read.unclear') : undefined}
        maxLength={100}
      />
    </div>
  )
}
