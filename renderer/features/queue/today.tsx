import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import { useFormat } from '#renderer/ui/format'
import type { QueueStore } from './queue-store.ts'
import styles from './queue.module.css'

/** How today would end at the rep's own pace: said calmly, and only when it is known. */
export function Today({ store }: { store: QueueStore }) {
  const { t } = useTranslation()
  const format = useFormat()
  const today = useStore(store, (state) => state.forecast)
  if (!today || today.due + (today.newLeft ?? 0) === 0) return null
  const { due, dueLeft, newLeft, pace, endsAt, isOff } = today
  const number = (value: number) => format.number(value)
  return (
    <p className={styles.forecast}>
      {t('skip.forecast.due', { count: due, number: number(due) })}{' '}
      {pace !== null &&
        dueLeft !== null &&
        newLeft !== null &&
        t(dueLeft + newLeft === 0 ? 'skip.forecast.all' : 'skip.forecast.left', {
          pace: number(pace),
          due: number(dueLeft),
          fresh: number(newLeft),
        })}{' '}
      {endsAt !== null && t('skip.forecast.until', { time: format.time(endsAt) })}
      {isOff && t('skip.forecast.off')}
    </p>
  )
}
