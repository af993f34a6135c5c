import { memo } from 'react'

import { cx } from '#renderer/ui/cx'
import { useWhyWords } from '#renderer/ui/why-words'
import type { QueueView } from './queue-store.ts'
import styles from './queue.module.css'

type QueueItemProps = {
  item: QueueView['items'][number]
  now: number
  /** It is the one on the desk. */
  isHere: boolean
  onOpen: (leadId: string) => void
}

export const QueueItem = memo(function QueueItem({ item, now, isHere, onOpen }: QueueItemProps) {
  const why = useWhyWords()(item.why, now)
  return (
    <li>
      <button
        type="button"
        className={cx(styles.item, isHere && styles.here)}
        aria-current={isHere}
        onClick={() => onOpen(item.leadId)}
      >
        <b>{item.name}</b>
        <span className={styles.company}>{[item.list, item.company].filter(Boolean).join(' · ')}</span>
        <span className={cx(styles.why, why.isLate && styles.late)}>{why.text}</span>
      </button>
    </li>
  )
})
