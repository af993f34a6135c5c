import { useTranslation } from 'react-i18next'
import { Button } from 'react-aria-components'

import { Card } from '#renderer/ui/card'
import { cx } from '#renderer/ui/cx'
import { useFormat } from '#renderer/ui/format'
import { Shown } from '#renderer/ui/shown'
import type { MetricsState, Slot } from './metrics-store.ts'
import heat from './heat.module.css'
import styles from './metrics.module.css'

/** Darkest ground on which the figure in a cell can still be read, percent of the accent. */
const DARKEST = 50
const BUSINESS = [1, 2, 3, 4, 5]

type Props = Pick<MetricsState, 'slots' | 'open' | 'load'>

/** When people answer: weekday by hour in their own time, as a table, so that it can be read and walked. */
export function Heat({ slots, open, load }: Props) {
  const { t } = useTranslation()
  return (
    <Card title={t('metrics.hours')}>
      <Shown of={slots} onRetry={() => void load()}>
        {(byHour) =>
          byHour.slots.length ? (
            <HeatTable slots={byHour.slots} open={open} />
          ) : (
            <p className={styles.note}>{t('metrics.hoursNone')}</p>
          )
        }
      </Shown>
      <p className={styles.note}>
        {t('metrics.hoursNote')}{' '}
        {slots.kind === 'ready' && slots.value.unplaced > 0
          ? t('metrics.unplaced', { count: slots.value.unplaced })
          : null}
      </p>
    </Card>
  )
}

function HeatTable({ slots, open }: { slots: readonly Slot[]; open: MetricsState['open'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const weekday = (day: number, style: 'short' | 'long') =>
    new Intl.DateTimeFormat(format.locale, { weekday: style, timeZone: 'UTC' }).format(Date.UTC(2024, 0, day))
  const hours = [...new Set(slots.map(({ hour }) => hour))].toSorted((a, b) => a - b)
  const days = [...new Set([...BUSINESS, ...slots.map((slot) => slot.weekday)])].toSorted(format.byWeek)
  // A thin cell is no measure for the others: one call answered of one would pale a whole week.
  const most = Math.max(...slots.map(({ rate }) => (rate && !rate.thin ? rate.value : 0)), 0.01)
  return (
    <div className={styles.scroll} role="region" tabIndex={0} aria-label={t('metrics.hours')}>
      <table className={heat.heat}>
        <thead>
          <tr>
            <td />
            {hours.map((hour) => (
              <th key={hour} scope="col">
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <th scope="row">{weekday(day, 'short')}</th>
              {hours.map((hour) => {
                const slot = slots.find((one) => one.weekday === day && one.hour === hour)
                if (!slot?.rate) return <td key={hour} />
                const { rate, dials, connects } = slot
                const share = Math.round(Math.min(1, rate.value / most) * DARKEST)
                const shown = format.number(Math.round(rate.value * 100))
                const label = t(rate.thin ? 'metrics.slotLabelThin' : 'metrics.slotLabel', {
                  weekday: weekday(day, 'long'),
                  hour,
                  connects: format.number(connects),
                  dials: format.number(dials),
                })
                return (
                  <td key={hour}>
                    <Button
                      className={cx(heat.slot, rate.thin && heat.thinSlot)}
                      style={{ backgroundColor: `color-mix(in srgb, var(--accent) ${share}%, var(--panel))` }}
                      aria-label={`${shown}: ${label}`}
                      aria-haspopup="dialog"
                      onPress={() => open('dials', { slot: { weekday: day, hour }, of: label })}
                    >
                      {shown}
                    </Button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
