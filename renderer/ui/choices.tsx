import type { ReactNode } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'

import { cx } from './cx.ts'
import styles from './choices.module.css'

type ChoicesProps<Id extends string> = {
  label: string
  /** Below the label, what to go by. */
  hint?: ReactNode
  options: readonly { id: Id; name: string; note: string }[]
  onChange: (id: Id) => void
  isDisabled?: boolean
}

/** One of a few, each shown with what it would mean. Nothing is chosen beforehand. */
export function Choices<Id extends string>({ label, hint, options, onChange, isDisabled }: ChoicesProps<Id>) {
  return (
    <RadioGroup
      className={cx(styles.choices)}
      value={null}
      onChange={(id) => onChange(id as Id)}
      {...(isDisabled ? { isDisabled } : {})}
    >
      <Label className={cx(styles.label)}>{label}</Label>
      {hint && <p className={styles.hint}>{hint}</p>}
      {options.map(({ id, name, note }) => (
        <Radio key={id} value={id} className={cx(styles.choice)}>
          <span className={styles.dot} aria-hidden />
          <b>{name}</b>
          <span className={styles.note}>{note}</span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
