import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import { BUCKETS, type Bucket } from '#shared/domain/queue'
import { Chip, type Tone } from '#renderer/ui/chip'
import { useFormat } from '#renderer/ui/format'
import { Skeleton } from '#renderer/ui/skeleton'
import { useNow } from '#renderer/ui/use-now'
import { groupsOf } from './groups.ts'
import { QueueItem } from './queue-item.tsx'
import { QueueSaid } from './queue-said.tsx'
import type { QueueStore } from './queue-store.ts'
import { Skip } from './skip.tsx'
import { Today } from './today.tsx'
import { Waiting } from './waiting.tsx'
import styles from './queue.module.css'

const TONES: Readonly<Record<Bucket, Tone>> = {
  promise: 'bad',
  hot: 'accent',
  retry: 'plain',
  new: 'plain',
  review: 'plain',
}

export type QueueColumnProps = {
  store: QueueStore
  leadId: string | null
  /** Zone of this desk. */
  here: string
  /** Null = whoever is next. */
  onOpen: (leadId: string | null) => void
}

/** Who is next, by bucket, each with the reason; and those who wait. */
export const QueueColumn = memo(function QueueColumn(props: QueueColumnProps) {
  const { store, leadId, here, onOpen } = props
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const view = useStore(store, (state) => state.view)
  return (
    <aside className={styles.queue} aria-label={t('queue.label')}>
      <QueueSaid view={view} />
      <header className={styles.head}>
        <h2>{t('queue.title')}</h2>
        {view && (
          <span className={styles.today}>
            {t('queue.today', { count: view.dialsToday, number: format.number(view.dialsToday) })}
          </span>
        )}
        <div className={styles.buckets}>
          {BUCKETS.filter((bucket) => (view?.counts[bucket] ?? 0) > 0).map((bucket) => (
            <Chip key={bucket} tone={TONES[bucket]}>
              {t(`queue.count.${bucket}`, {
                count: view?.counts[bucket] ?? 0,
                number: format.number(view?.counts[bucket] ?? 0),
              })}
            </Chip>
          ))}
        </div>
      </header>
      <div className={styles.items}>
        {view === null && <Skeleton rows={8} height={36} label={t('common.loading')} />}
        {view &&
          groupsOf(view.items).map(({ id, items }) => (
            <section key={id} aria-labelledby={`queue-${id}`}>
              <h3 id={`queue-${id}`}>{t(`queue.heading.${id}`)}</h3>
              <ul>
                {items.map((item) => (
                  <QueueItem
                    key={item.leadId}
                    item={item}
                    now={now}
                    isHere={item.leadId === leadId}
                    onOpen={onOpen}
                  />
                ))}
              </ul>
            </section>
          ))}
      </div>
      {leadId && (
        <div className={styles.foot}>
          <Skip store={store} leadId={leadId} here={here} onOpen={onOpen} />
        </div>
      )}
      {view && <Today store={store} />}
      {view && <Waiting view={view} />}
    </aside>
  )
})
