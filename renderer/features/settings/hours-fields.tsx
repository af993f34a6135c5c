import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { MOST_OFF } from '#shared/domain/rep-hours'
import { DAY } from '#shared/lib/time'
import { Button } from '#renderer/ui/button'
import { DateField } from '#renderer/ui/date-field'
import { useFormat } from '#renderer/ui/format'
import { DayHours } from './day-hours.tsx'
import own from './hours.module.css'
import styles from './settings.module.css'

type Hours = Output<'hours.save'>
type Props = { hours: Hours; onChange: (hours: Hours) => void }

/** A Monday, to name the days of the week by. */
const MONDAY = Date.UTC(2026, 2, 9)

/** Every weekday, with breaks, and the days off. */
export function HoursFields({ hours, onChange }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const weekday = new Intl.DateTimeFormat(format.locale, { weekday: 'long', timeZone: 'UTC' })
  const change = (part: Partial<Hours>) => onChange({ ...hours, ...part })
  return (
    <>
      <div className={own.week}>
        {hours.week.map((spans, at) => (
          <DayHours
            key={at}
            name={weekday.format(MONDAY + at * DAY)}
            spans={spans}
            onChange={(next) =>
              change({
                week: hours.week.map((day, n) => (n === at ? next.map(([from, to]) => [from, to]) : day)),
              })
            }
          />
        ))}
      </div>
      {hours.off.map((stretch, place) => (
        <DaysOff
          key={place}
          stretch={stretch}
          onChange={(next) =>
            change({ off: hours.off.flatMap((each, at) => (at === place ? (next ?? []) : each)) })
          }
        />
      ))}
      <div>
        <Button
          small
          icon={<Plus size={14} aria-hidden />}
          isDisabled={hours.off.length >= MOST_OFF}
          onPress={() => change({ off: [...hours.off, { from: today(), to: today() }] })}
        >
          {t('hours.addOff')}
        </Button>
      </div>
    </>
  )
}

type Stretch = Hours['off'][number]
function DaysOff({ stretch, onChange }: { stretch: Stretch; onChange: (next: Stretch | null) => void }) {
  const { t } = useTranslation()
  return (
    <div className={styles.off}>
      {(['from', 'to'] as const).map((end) => (
        <DateField
          key={end}
          label={t(`hours.off.${end}`)}
          value={stretch[end]}
          onChange={(day) => day && onChange({ ...stretch, [end]: day })}
          wrong={end === 'to' && stretch.to < stretch.from ? t('hours.off.backwards') : undefined}
        />
      ))}
      <Button
        small
        look="quiet"
        icon={<X size={14} />}
        aria-label={t('hours.off.remove')}
        onPress={() => onChange(null)}
      />
    </div>
  )
}

const today = () => new Date().toISOString().slice(0, 10)
