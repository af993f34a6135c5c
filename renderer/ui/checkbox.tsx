import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components'

import { cx } from './cx.ts'
import styles from './checkbox.module.css'

type CheckboxProps = Omit<AriaCheckboxProps, 'className' | 'children' | 'style'> & {
  children: ReactNode
}

export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={cx(styles.checkbox)}>
      <span className={styles.box}>
        <Check size={12} strokeWidth={3} aria-hidden />
      </span>
      {children}
    </AriaCheckbox>
  )
}
