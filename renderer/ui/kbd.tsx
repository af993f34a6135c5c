import type { ReactNode } from 'react'

import styles from './kbd.module.css'

/** A key as it is printed. Hidden from readers on a control, which says its shortcut itself; `isRead` elsewhere. */
export function Kbd({ children, isRead = false }: { children: ReactNode; isRead?: boolean }) {
  return (
    <kbd className={styles.kbd} aria-hidden={!isRead}>
      {children}
    </kbd>
  )
}
