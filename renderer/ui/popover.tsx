import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components'

import { cx } from './cx.ts'
import styles from './popover.module.css'

/** A small panel by the button that opens it. What is in it may be handed the way to close it. */
export function Popover({
  trigger,
  label,
  children,
}: {
  trigger: ReactNode
  label: string
  children: ReactNode | ((close: () => void) => ReactNode)
}) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className={cx(styles.popover)} offset={6}>
        <Dialog className={cx(styles.dialog)} aria-label={label}>
          {typeof children === 'function' ? ({ close }) => children(close) : children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
