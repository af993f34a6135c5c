import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import { useFormat } from '#renderer/ui/format'
import type { Funnel, MetricsState } from './metrics-store.ts'

/** From arrival to the first dial, in working minutes; those never dialled are counted apart. */
export function Speed({ speed, open }: { speed: Funnel['speed']; open: MetricsState['open'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { median, p90, neverDialled } = speed
  return (
    <small>
      {median === null
        ? t('metrics.speedNone')
        : t('metrics.speed', { median: format.number(median), p90: format.number(p90 ?? median) })}
      {neverDialled > 0 && (
        <>
          {' · '}
          <Button look="link" onPress={() => open('neverDialled')} aria-haspopup="dialog">
            {t('metrics.neverDialled', { count: neverDialled })}
          </Button>
        </>
      )}
    </small>
  )
}
