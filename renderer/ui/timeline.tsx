import type { ReactNode } from 'react'

import styles from './timeline.module.css'

type Props = { label?: string; children: ReactNode }

/** What happened, along a line; the mark of an item with `data-key` stands out. */
export const Timeline = ({ label, children }: Props) => (
  <ol className={styles.timeline} aria-label={label}>
    {children}
  </ol>
)
