import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Disclosure as AriaDisclosure, DisclosurePanel, Heading } from 'react-aria-components'

import { cx } from './cx.ts'
import styles from './disclosure.module.css'

type DisclosureProps = {
  title: ReactNode
  /** What is inside, in a few words, so that it need not be opened. */
  summary?: ReactNode
  startsOpen?: boolean
  children: ReactNode
}

/** What few need, one press away. */
export function Disclosure({ title, summary, startsOpen = false, children }: DisclosureProps) {
  return (
    <AriaDisclosure className={cx(styles.disclosure)} defaultExpanded={startsOpen}>
      <Heading level={3} className={cx(styles.head)}>
        <Button slot="trigger" className={cx(styles.trigger)}>
          <ChevronRight size={14} aria-hidden className={cx(styles.mark)} />
          {title}
        </Button>
        {summary && <span className={styles.summary}>{summary}</span>}
      </Heading>
      <DisclosurePanel className={cx(styles.panel)}>{children}</DisclosurePanel>
    </AriaDisclosure>
  )
}
