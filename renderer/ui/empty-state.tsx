import type { ReactNode } from 'react'

import { useTitleFocus } from './page.tsx'
import styles from './empty-state.module.css'

type EmptyStateProps = {
  icon?: ReactNode
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
  /** It is all that is on the screen: its title is the screen's. */
  isScreen?: boolean
}

/** An empty screen says what to do first, and offers it. */
export function EmptyState({ icon, title, children, action, isScreen = false }: EmptyStateProps) {
  const Title = isScreen ? 'h1' : 'h2'
  const heading = useTitleFocus(isScreen)
  return (
    <div className={styles.empty}>
      {icon && <div className={styles.icon}>{icon}</div>}
      <Title ref={heading} className={styles.title} {...(isScreen ? { tabIndex: -1 } : {})}>
        {title}
      </Title>
      {children && <div className={styles.body}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
