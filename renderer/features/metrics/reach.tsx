import { useTranslation } from 'react-i18next'

import type { Figure as FigureId } from '#shared/domain/metrics'
import { Card } from '#renderer/ui/card'
import { Chip } from '#renderer/ui/chip'
import { Figure } from './figure.tsx'
import type { Funnel, MetricsState } from './metrics-store.ts'
import { RateLine } from './rate-line.tsx'
import { scaleOf, useRate } from './use-rate.ts'
import styles from './metrics.module.css'

const RATES = [
  { rate: 'connectRate', figure: 'connects' },
  { rate: 'conversationRate', figure: 'conversations' },
  { rate: 'interestedRate', figure: 'interestedCalls' },
] as const satisfies readonly { rate: string; figure: FigureId }[]

/** What came of the dials of these days. */
export function Reach({ figures, open }: { figures: Funnel['figures']; open: MetricsState['open'] }) {
  const { t } = useTranslation()
  const { share, interval } = useRate()
  const max = scaleOf(RATES.map(({ rate }) => figures[rate]))
  const name = (figure: FigureId) => t(`metrics.figure.${figure}`)
  return (
    <Card title={t('metrics.reach')} aside={<span className={styles.aside}>{dialled()}</span>}>
      <dl className={styles.reach}>
        {RATES.map(({ rate: id, figure }) => {
          const rate = figures[id]
          return (
            <div key={id}>
              <dt>
                <Figure
                  size="middle"
                  value={figures[figure]}
                  label={name(figure)}
                  onOpen={() => open(figure)}
                />
                <span>{name(figure)}</span>
              </dt>
              <dd>
                <b>{share(rate)}</b> {rate && t(`metrics.rate.${id}`)}{' '}
                {rate?.thin && <Chip tone="warn">{t('metrics.thin', { n: rate.people })}</Chip>}
              </dd>
              <dd>
                <RateLine rate={rate} max={max} />
              </dd>
              <dd>{rate && <small>{interval(rate)}</small>}</dd>
            </div>
          )
        })}
      </dl>
      {figures.unknownTalk && figures.unknownTalk.n > 0 && (
        <p className={styles.note}>
          <Figure
            value={figures.unknownTalk.n}
            label={name('unknownTalk')}
            onOpen={() => open('unknownTalk')}
          />{' '}
          ({share(figures.unknownTalk)}) {t('metrics.rate.unknownTalk')}
        </p>
      )}
    </Card>
  )

  function dialled() {
    return (
      <>
        <Figure value={figures.dials} label={name('dials')} onOpen={() => open('dials')} />{' '}
        {t('metrics.dialsTo')} {t('metrics.people', { count: figures.peopleDialled })}
      </>
    )
  }
}
