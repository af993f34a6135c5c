import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { useFormat } from '#renderer/ui/format'

export type Rate = NonNullable<Output<'metrics.funnel'>['figures']['connectRate']>

/** A rate in words: share, interval, and all of it for who can't see the line. */
export function useRate() {
  const { t } = useTranslation()
  const format = useFormat()
  const share = (rate: Rate | null) => (rate ? format.percent(rate.value) : t('metrics.noData'))
  const ends = ({ low, high }: NonNullable<Rate['interval']>) => ({
    low: format.percent(low),
    high: format.percent(high),
  })
  return {
    share,
    interval: (rate: Rate) =>
      rate.interval ? t('metrics.interval', ends(rate.interval)) : t('metrics.noInterval'),
    label: (rate: Rate) =>
      rate.interval
        ? t('metrics.intervalLabel', {
            share: share(rate),
            n: format.number(rate.n),
            of: format.number(rate.of),
            ...ends(rate.interval),
          })
        : share(rate),
  }
}

const SCALES = [0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1]

/** The end of a line on which all of these fit, 0-1. */
export const scaleOf = (rates: readonly (Rate | null)[]): number => {
  const most = Math.max(0, ...rates.map((rate) => rate?.interval?.high ?? rate?.value ?? 0))
  return SCALES.find((scale) => scale >= most) ?? 1
}
