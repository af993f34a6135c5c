import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'

import type { Output } from '#shared/contract/api'
import { BUCKETS } from '#shared/domain/queue'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { useFormat } from '#renderer/ui/format'
import styles from './day.module.css'

type NextProps = { queue: Output<'queue.view'> | null; promised: number }

/** The queue of the list on the desk, as it would be served now. */
export function Next({ queue, promised }: NextProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [, go] = useLocation()
  const buckets = BUCKETS.filter((bucket) => (queue?.counts[bucket] ?? 0) > 0)
  const [first] = queue?.items ?? []
  return (
    <Card title={t('day.next')}>
      {buckets.length === 0 ? (
        <p className={styles.quiet}>{t(promised > 0 ? 'day.nextPromised' : 'day.nextNone')}</p>
      ) : (
        <ul className={styles.counts}>
          {buckets.map((bucket) => (
            <li key={bucket}>
              {t(`queue.count.${bucket}`, {
                count: queue?.counts[bucket] ?? 0,
                number: format.number(queue?.counts[bucket] ?? 0),
              })}
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button look="go" onPress={() => go('/queue')}>
          {first ? t('day.nextGo', { name: first.name }) : t('day.nextQueue')}
        </Button>
      </div>
    </Card>
  )
}
