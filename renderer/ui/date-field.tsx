import { useTranslation } from 'react-i18next'

import { dayPattern, readDay } from './day-text.ts'
import { useFormat } from './format.ts'
import { dates, dayKey } from './intl.ts'
import { ReadField, type ReadFieldProps } from './read-field.tsx'
import { useNow } from './use-now.ts'

/**
 * A day, `YYYY-MM-DD` or '' for none, written and shown in the reader's language and order; a browser's own field would
 * follow the browser's.
 */
export function DateField(props: ReadFieldProps<string>) {
  const { t } = useTranslation()
  const { locale, date } = useFormat()
  const now = useNow()
  const today = dayKey(now)
  return (
    <ReadField
      // A place without a label says in the field what it asks.
      placeholder={props.bareLabel ? props.label : dayPattern(locale, t('common.yearLetter'))}
      {...props}
      show={(day) => (day === '' ? '' : date(day))}
      read={(text, isDone) => (text.trim() === '' ? '' : readDay(text, locale, today, !isDone))}
      mend={t('common.noDay', {
        example: dates(locale, { day: '2-digit', month: '2-digit', year: 'numeric' }).format(now),
      })}
    />
  )
}
