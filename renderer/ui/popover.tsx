import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components'

import { cx } from './cx.ts'
import styles from './popover.module.css'

/** A small panel by the button that opens it. The first child is the button. */
export function Popover({
  trigger,
  label,
  children,
}: {
  trigger: ReactNode
  label: string
  children: ReactNode
}) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className={cx(styles.popover)} offset={6}>
        <Dialog className={cx(styles.dialog)} aria-label={label}>
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
