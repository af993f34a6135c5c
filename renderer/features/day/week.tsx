import { useTranslation } from 'react-i18next'
import { sumOf } from '#shared/lib/sum'

import { Card } from '#renderer/ui/card'
import { useFormat } from '#renderer/ui/format'
import type { Day } from './day-store.ts'
import styles from './day.module.css'

/** The week so far, a line a day. */
export function Week({ day: { view } }: { day: Day }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { week, accepted } = view.handed
  const total = (of: 'conversations' | 'connects' | 'dials') =>
    format.number(sumOf(view.week, (day) => day[of]))
  return (
    <Card
      title={t('day.week')}
      aside={<span>{t('day.weekSqls', { count: week, accepted: format.number(accepted) })}</span>}
    >
      <table className={styles.week}>
        <thead>
          <tr>
            <th scope="col">{t('day.dayOf')}</th>
            <th scope="col">{t('metrics.figure.conversations')}</th>
            <th scope="col">{t('metrics.figure.connects')}</th>
            <th scope="col">{t('metrics.figure.dials')}</th>
          </tr>
        </thead>
        <tbody>
          {view.week.map((one) => (
            <tr key={one.day} {...(one.day === view.today.day ? { 'aria-current': 'date' as const } : {})}>
              <th scope="row">{format.weekday(one.day)}</th>
              <td>{format.number(one.conversations)}</td>
              <td>{format.number(one.connects)}</td>
              <td>{format.number(one.dials)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('day.total')}</th>
            <td>{total('conversations')}</td>
            <td>{total('connects')}</td>
            <td>{total('dials')}</td>
          </tr>
        </tfoot>
      </table>
    </Card>
  )
}
