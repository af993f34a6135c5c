import { useEffect, useRef, type ReactNode } from 'react'

import styles from './page.module.css'

type PageProps = {
  /** A sentence or a name; the one h1 of the screen. */
  title: ReactNode
  /** Chips, segments and filters right of the title. */
  beside?: ReactNode
  /** Quiet words or links at the far right. */
  aside?: ReactNode
  children: ReactNode
}

/** The scaffold of every screen but the call: a head, then cards. It scrolls; the frame stays. */
export function Page({ title, beside, aside, children }: PageProps) {
  const heading = useTitleFocus()
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {beside}
        {aside && <div className={styles.aside}>{aside}</div>}
      </header>
      {children}
    </div>
  )
}

/** What was pressed to come here may have gone with its screen; the keyboard then starts at the title. */
export function useTitleFocus(isOn = true) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isOn && document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [isOn])
  return heading
}
