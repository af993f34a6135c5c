import type { ReactNode } from 'react'

import { cx } from './cx.ts'
import styles from './card.module.css'

type CardProps = {
  children: ReactNode
  /** A heading, and what stands beside it. */
  title?: ReactNode
  aside?: ReactNode
  /** No padding: a table goes to the edge. */
  flush?: boolean
  /** Takes the height that is left. */
  grow?: boolean
  label?: string
}

export function Card({ children, title, aside, flush = false, grow = false, label }: CardProps) {
  return (
    <section className={cx(styles.card, flush && styles.flush, grow && styles.grow)} aria-label={label}>
      {(title || aside) && (
        <header className={styles.head}>
          <h2>{title}</h2>
          {aside}
        </header>
      )}
      {children}
    </section>
  )
}
