import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'

import { cx } from './cx.ts'
import { Kbd } from './kbd.tsx'
import { ariaKeys } from './keys.tsx'
import styles from './button.module.css'

type ButtonProps = Omit<AriaButtonProps, 'className' | 'children' | 'style'> & {
  children?: ReactNode
  /** `go`: the one thing to do next; `quiet`: no edge; `link`: reads as a link in running text. */
  look?: 'plain' | 'go' | 'quiet' | 'link' | 'danger'
  small?: boolean
  /** The key that does the same, shown on the button. */
  kbd?: string | undefined
  icon?: ReactNode
}

export function Button({ look = 'plain', small = false, kbd, icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      {...(kbd ? { 'aria-keyshortcuts': ariaKeys(kbd) } : {})}
      className={cx(styles.button, styles[look], small && styles.small, !children && styles.bare)}
    >
      {icon}
      {children}
      {kbd && <Kbd>{kbd}</Kbd>}
    </AriaButton>
  )
}
