import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { Card } from '#renderer/ui/card'
import { useFormat } from '#renderer/ui/format'
import styles from './exits.module.css'

type Row = Output<'exits.view'>['rows'][number]
const FIGURES = ['closed', 'mean', 'returned', 'saved', 'waking', 'agreed'] as const

/** One line a reason, with what its figures count said below. */
export function ExitsTable({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const agreed = ({ looked, agreed: yes, interval }: Row) => (
    <>
      {t('exits.share', { agreed: format.number(yes), n: format.number(looked) })}{' '}
      {interval && (
        <span className={styles.quiet}>
          {t('exits.interval', { low: format.percent(interval.low), high: format.percent(interval.high) })}
        </span>
      )}
    </>
  )
  return (
    <Card flush>
      <div className={styles.scroll} role="region" tabIndex={0} aria-label={t('exits.title')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('exits.reason')}</th>
              <th scope="col">{t('exits.exit')}</th>
              {FIGURES.map((id) => (
                <th key={id} scope="col" className={styles.figure}>
                  {t(`exits.${id}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.reason}>
                <th scope="row">{t(`call.reason.${row.reason as 'timing'}`)}</th>
                <td className={styles.quiet}>{t(`exits.exits.${row.exit}`)}</td>
                <td className={styles.figure}>{format.number(row.closed)}</td>
                <td className={styles.figure}>{row.mean === null ? '–' : format.tenths(row.mean)}</td>
                <td className={styles.figure}>{format.number(row.returned)}</td>
                <td className={styles.figure}>{row.returned === 0 ? '–' : format.tenths(row.saved)}</td>
                <td className={styles.figure}>{format.number(row.waking)}</td>
                <td className={styles.figure}>{row.looked === 0 ? t('exits.nobody') : agreed(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.about}>{t('exits.about')}</p>
    </Card>
  )
}
