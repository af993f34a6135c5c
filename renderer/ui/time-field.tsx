import { useTranslation } from 'react-i18next'

import { ReadField, type ReadFieldProps } from './read-field.tsx'

/** A time of day in minutes after midnight, up to 24:00; null for none. Typed as `9`, `9:30`, `930` or `9.30 pm`. */
export function TimeField(props: ReadFieldProps<number | null>) {
  const { t } = useTranslation()
  return (
    <ReadField
      {...props}
      show={(minutes) => (minutes === null ? '' : `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`)}
      read={(text, isDone) => (text.trim() === '' ? null : readTime(text, !isDone))}
      mend={t('common.noTime')}
    />
  )
}

const two = (value: number) => String(value).padStart(2, '0')
const DAY = 24 * 60

/** Undefined when it is no time; with `isWhole` its minutes must be said. */
export function readTime(text: string, isWhole = false): number | undefined {
  const said = text.trim().toLowerCase()
  const [, hours, minutes, half] = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(?:h|([ap])\.?\s?m\.?)?$/.exec(said) ?? []
  if (hours === undefined || (isWhole && minutes === undefined)) return undefined
  if (half && (Number(hours) < 1 || Number(hours) > 12)) return undefined
  const hour = half ? (Number(hours) % 12) + (half === 'p' ? 12 : 0) : Number(hours)
  const at = hour * 60 + Number(minutes ?? 0)
  return Number(minutes ?? 0) < 60 && at <= DAY ? at : undefined
}
