import { useTranslation } from 'react-i18next'

import { useFormat } from '#renderer/ui/format'
import type { QueueView } from './queue-store.ts'

/** What may not wait, for readers: heard when a promise falls due or somebody asks for a demo, silent otherwise. */
export function QueueSaid({ view }: { view: QueueView | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = (['promise', 'hot'] as const)
    .map((bucket) => ({ bucket, count: view?.counts[bucket] ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ bucket, count }) => t(`queue.count.${bucket}`, { count, number: format.number(count) }))
  return (
    <p className="sr-only" role="status" aria-label={t('queue.title')}>
      {words.join(', ')}
    </p>
  )
}
