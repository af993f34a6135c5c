import { useTranslation } from 'react-i18next'

import { STEP_OF, type Step } from '#shared/domain/metrics'
import { Card } from '#renderer/ui/card'
import { Chip } from '#renderer/ui/chip'
import { Figure } from './figure.tsx'
import type { Filter, Funnel as FunnelData, MetricsState } from './metrics-store.ts'
import { RateLine } from './rate-line.tsx'
import { Speed } from './speed.tsx'
import { scaleOf, useRate, type Rate } from './use-rate.ts'
import styles from './metrics.module.css'

const SHOWN = ['called', 'interested', 'opportunity', 'contract'] as const
/** SQL and accepted stand under the third figure. */
const UNDER: readonly Step[] = ['sql', 'accepted']

type Props = { data: FunnelData; filter: Filter; open: MetricsState['open'] }

/** From call to contract in four figures. */
export function Funnel({ data, filter, open }: Props) {
  const { t } = useTranslation()
  const steps = new Map(data.figures.steps.map((step) => [step.step, step]))
  const label = (step: Step) => t(`metrics.step.${step}`)
  return (
    <Card label={t('metrics.title')}>
      <ol className={styles.funnel}>
        {SHOWN.map((step) => {
          const { n = 0, elsewhere = 0, rate = null } = steps.get(step) ?? {}
          return (
            <li key={step}>
              <h2>{label(step)}</h2>
              <Figure size="big" value={n} label={label(step)} onOpen={() => open(step)} />
              <Elsewhere n={elsewhere} />
              {step === 'called' ? (
                <>
                  <p>{t(`metrics.calledIs.${filter.unit}`)}</p>
                  <Speed speed={data.speed} open={open} />
                </>
              ) : (
                <Share rate={rate} of={filter.unit === 'calls' ? 'dials' : STEP_OF[step]} n={n} />
              )}
              {step === 'opportunity' && (
                <ul className={styles.under}>
                  {UNDER.map((under) => (
                    <li key={under}>
                      {label(under)}{' '}
                      <Figure
                        value={steps.get(under)?.n ?? 0}
                        label={label(under)}
                        onOpen={() => open(under)}
                      />{' '}
                      <Elsewhere n={steps.get(under)?.elsewhere ?? 0} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ol>
    </Card>
  )
}

/** What of a figure happened in another system, and stands here because a file says so. */
function Elsewhere({ n }: { n: number }) {
  const { t } = useTranslation()
  return n > 0 && <small>{t('metrics.elsewhere', { count: n })}</small>
}

type Of = 'called' | 'interested' | 'opportunity' | 'dials'

function Share({ rate, of, n }: { rate: Rate | null; of: Of; n: number }) {
  const { t } = useTranslation()
  const { share, interval } = useRate()
  // Of calls, what came later is a count without a share.
  if (!rate) return of === 'dials' && n > 0 ? null : <p>{t('metrics.noData')}</p>
  return (
    <>
      <p>
        {t(`metrics.shareOf.${of}`, { share: share(rate) })}{' '}
        {rate.thin && <Chip tone="warn">{t('metrics.thin', { n: rate.people })}</Chip>}
      </p>
      <RateLine rate={rate} max={scaleOf([rate])} />
      <small>{interval(rate)}</small>
    </>
  )
}
