import { useContext, useId, type ReactNode } from 'react'
import { DialogTrigger, OverlayTriggerStateContext, Popover as AriaPopover } from 'react-aria-components'

import { cx } from './cx.ts'
import styles from './popover.module.css'

type Children = ReactNode | ((close: () => void) => ReactNode)
type Props = { trigger: ReactNode; label: string; children: Children }

/** A small panel by the button that opens it. What is in it may be handed the way to close it. */
export function Popover({ trigger, label, children }: Props) {
  const id = useId()
  return (
    <DialogTrigger>
      {trigger}
      {/* It is the dialog itself: one inside it would leave its hidden button to close outside of every landmark. */}
      <AriaPopover className={cx(styles.popover)} offset={6} aria-labelledby={id}>
        <Panel id={id} label={label}>
          {children}
        </Panel>
      </AriaPopover>
    </DialogTrigger>
  )
}

function Panel({ id, label, children }: Omit<Props, 'trigger'> & { id: string }) {
  const state = useContext(OverlayTriggerStateContext)
  return (
    <div className={cx(styles.dialog)}>
      <span id={id} hidden>
        {label}
      </span>
      {typeof children === 'function' ? children(() => state?.close()) : children}
    </div>
  )
}
