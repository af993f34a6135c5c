import type { ReactNode } from 'react'

import { cx } from './cx.ts'
import styles from './chip.module.css'

export type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad' | 'info'

/** One small fact. The tone only underlines what the words already say. */
export function Chip({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: Tone
  icon?: ReactNode
  children: ReactNode
}) {
  return (
    <span className={cx(styles.chip, styles[tone])}>
      {icon}
      {children}
    </span>
  )
}
