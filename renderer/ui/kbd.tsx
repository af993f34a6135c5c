import type { ReactNode } from 'react'

import styles from './kbd.module.css'

/** A key as it is printed on the keyboard. Hidden from readers: the control says its shortcut itself. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className={styles.kbd} aria-hidden="true">
      {children}
    </kbd>
  )
}
