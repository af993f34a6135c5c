import { useTranslation } from 'react-i18next'
import { sum, sumOf } from '#shared/lib/sum'

import { Card } from '#renderer/ui/card'
import { useFormat } from '#renderer/ui/format'
import type { byDay, Day } from './day-store.ts'
import styles from './day.module.css'

type SummaryProps = { day: Day; promises: ReturnType<typeof byDay> }

/** What a rep says of the day when it ends: done, promised, left. */
export function Summary({ day: { view, queue }, promises }: SummaryProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const ready = sum(Object.values(queue?.counts ?? {}))
  const waiting = sumOf(queue?.waiting ?? [], ({ count }) => count)
  const [first] = promises.tomorrow
  const kept = [...promises.missed, ...promises.today].length
  const number = (count: number) => ({ count, number: format.number(count) })
  const lines = [
    {
      name: t('day.done'),
      text:
        view.outcomes.length === 0
          ? t('day.doneNone')
          : view.outcomes
              .map(
                ({ outcome, count }) => `${format.number(count)} ${t(`call.outcome.${outcome as 'busy'}`)}`,
              )
              .join(' · '),
    },
    {
      name: t('day.tomorrow'),
      text: first
        ? t('day.tomorrowSome', { ...number(promises.tomorrow.length), time: format.time(first.dueAt) })
        : t('day.tomorrowNone'),
    },
    {
      name: t('day.left'),
      text: [
        kept > 0 && t('day.leftPromises', number(kept)),
        t('day.leftReady', number(ready)),
        waiting > 0 && t('day.leftWaiting', number(waiting)),
      ]
        .filter(Boolean)
        .join(' · '),
    },
  ]
  return (
    <Card title={t('day.summary')}>
      <dl className={styles.summary}>
        {lines.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
