import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { MOST_OFF } from '#shared/domain/rep-hours'
import { Button } from '#renderer/ui/button'
import { Checkbox } from '#renderer/ui/checkbox'
import { useFormat } from '#renderer/ui/format'
import { TextField } from '#renderer/ui/text-field'
import styles from './settings.module.css'

type Hours = Output<'hours.save'>
type Props = { hours: Hours; onChange: (hours: Hours) => void }

/** A Monday, to name the days of the week by. */
const MONDAY = Date.UTC(2026, 2, 9)
const WEEK = [1, 2, 3, 4, 5, 6, 7]

/** Days of the week, from when to when, and the days off. */
export function HoursFields({ hours, onChange }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const weekday = new Intl.DateTimeFormat(format.locale, { weekday: 'long', timeZone: 'UTC' })
  const change = (part: Partial<Hours>) => onChange({ ...hours, ...part })
  const isBackwards = hours.from >= hours.to
  return (
    <>
      <div className={styles.days} role="group" aria-label={t('hours.days')}>
        {WEEK.map((day) => (
          <Checkbox
            key={day}
            isSelected={hours.days.includes(day)}
            onChange={(works) =>
              change({ days: WEEK.filter((each) => (each === day ? works : hours.days.includes(each))) })
            }
          >
            {weekday.format(MONDAY + (day - 1) * 86_400_000)}
          </Checkbox>
        ))}
      </div>
      <div className={styles.pair}>
        {(['from', 'to'] as const).map((end) => (
          <TextField
            key={end}
            type="time"
            label={t(`hours.${end}`)}
            value={clockOf(hours[end])}
            onChange={(text) => {
              const minutes = minutesIn(text)
              if (minutes !== null) change({ [end]: minutes })
            }}
            wrong={end === 'to' && isBackwards ? t('hours.backwards') : undefined}
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
        <TextField
          key={end}
          type="date"
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
const two = (value: number) => String(value).padStart(2, '0')
const clockOf = (minutes: number) => `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
function minutesIn(text: string): number | null {
  const [, hour, minute] = /^(\d{2}):(\d{2})/.exec(text) ?? []
  return hour === undefined || minute === undefined ? null : Number(hour) * 60 + Number(minute)
}
