import { useTranslation } from 'react-i18next'

import { Bar } from '#renderer/ui/bar'
import { Card } from '#renderer/ui/card'
import { useFormat } from '#renderer/ui/format'
import { Shown } from '#renderer/ui/shown'
import { Figure } from './figure.tsx'
import type { MetricsState } from './metrics-store.ts'
import styles from './outcomes.module.css'

type Props = Pick<MetricsState, 'outcomes' | 'open' | 'load'>

/** How the dials ended, by what was pressed: an outcome of the team's own stands apart from the one it counts as. */
export function Outcomes({ outcomes, open, load }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Card title={t('metrics.outcomes')}>
      <Shown of={outcomes} onRetry={() => void load()} rows={4}>
        {({ dials, rows }) => (
          <ul className={styles.outcomes}>
            {rows.map(({ code, kind, n, elsewhere }) => {
              const name = t(`call.outcome.${code as 'busy'}`, { defaultValue: code })
              return (
                <li key={`${code} ${kind}`}>
                  <span className={styles.name}>
                    {name}
                    {code !== kind && (
                      <small>{t('metrics.countsAs', { outcome: t(`call.outcome.${kind}`) })}</small>
                    )}
                  </span>
                  <span className={styles.line}>
                    <Bar percent={(100 * n) / (rows[0]?.n ?? n)} />
                  </span>
                  <Figure value={n} label={name} onOpen={() => open('dials', { outcome: code, of: name })} />
                  <small className={styles.share}>
                    {t('metrics.shareOf.dials', { share: format.percent(n / dials) })}
                    {elsewhere > 0 && ` · ${t('metrics.elsewhere', { count: elsewhere })}`}
                  </small>
                </li>
              )
            })}
          </ul>
        )}
      </Shown>
    </Card>
  )
}
