import { useTranslation } from 'react-i18next'

import { readDays } from './day-text.ts'
import { useFormat } from './format.ts'
import { dates, dayKey } from './intl.ts'
import { ReadField, type ReadFieldProps } from './read-field.tsx'
import { useNow } from './use-now.ts'

/** Days, each `YYYY-MM-DD`, written one after the other in the reader's language, as a `DateField` takes one. */
export function DaysField(props: ReadFieldProps<readonly string[]>) {
  const { t } = useTranslation()
  const { locale, date } = useFormat()
  const now = useNow()
  const today = dayKey(now)
  const example = [now, now + 86_400_000]
    .map((at) => dates(locale, { day: '2-digit', month: '2-digit', year: 'numeric' }).format(at))
    .join('; ')
  return (
    <ReadField
      placeholder={example}
      maxLength={1000}
      {...props}
      show={(days) => days.map(date).join('; ')}
      read={(text, isDone) => readDays(text, locale, today, !isDone)}
      mend={t('common.noDays', { example })}
    />
  )
}
