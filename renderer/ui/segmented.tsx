import { Label, Radio, RadioGroup } from 'react-aria-components'

import { cx } from './cx.ts'
import field from './field.module.css'
import styles from './segmented.module.css'

type SegmentedProps<Id extends string> = {
  label: string
  bareLabel?: boolean
  options: readonly { id: Id; name: string }[]
  value: Id | null
  onChange: (id: Id) => void
  autoFocus?: boolean
  wrong?: string | undefined
}

/** A choice of two to five, all in sight. */
export function Segmented<Id extends string>(props: SegmentedProps<Id>) {
  const { label, bareLabel, options, value, onChange, autoFocus, wrong } = props
  return (
    <RadioGroup
      className={cx(field.field)}
      orientation="horizontal"
      value={value}
      onChange={(id) => onChange(id as Id)}
      isInvalid={wrong !== undefined}
    >
      <Label className={bareLabel ? 'sr-only' : cx(field.label)}>{label}</Label>
      <div className={cx(styles.segments, wrong !== undefined && styles.wrong)}>
        {options.map(({ id, name }, at) => (
          <Radio
            key={id}
            value={id}
            className={cx(styles.segment)}
            autoFocus={autoFocus === true && (value === null ? at === 0 : value === id)}
          >
            {name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
