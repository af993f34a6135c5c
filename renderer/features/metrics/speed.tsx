import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import type { Funnel, MetricsState } from './metrics-store.ts'

/** From arrival to the first dial, in working minutes; those never dialled are counted apart. */
export function Speed({ speed, open }: { speed: Funnel['speed']; open: MetricsState['open'] }) {
  const { t } = useTranslation()
  const { median, p90, neverDialled } = speed
  return (
    <small>
      {median === null
        ? t('metrics.speedNone')
        : t('metrics.speed', { median: lasting(median, t), p90: lasting(p90 ?? median, t) })}
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

/** Minutes up to two hours, then hours: a working day has nine. */
const lasting = (minutes: number, t: TFunction): string =>
  minutes < 120
    ? t('common.minutes', { count: minutes })
    : t('common.hours', { count: Math.round(minutes / 60) })
