import { Check, ChevronDown } from 'lucide-react'
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components'

import { cx } from './cx.ts'
import field from './field.module.css'
import type { Option } from './select.tsx'
import styles from './select.module.css'

type MultiSelectProps<Id extends string> = {
  label: string
  bareLabel?: boolean
  options: readonly Option<Id>[]
  value: readonly Id[]
  onChange: (ids: Id[]) => void
  /** What it says when nothing is chosen. */
  any: string
}

/** Several of a few named things; none chosen means any. */
export function MultiSelect<Id extends string>(props: MultiSelectProps<Id>) {
  const { label, bareLabel, options, value, onChange, any } = props
  const names = options.filter(({ id }) => value.includes(id)).map(({ name }) => name)
  return (
    <AriaSelect
      selectionMode="multiple"
      className={cx(field.field)}
      value={[...value]}
      onChange={(ids) => onChange(ids.map((id) => String(id) as Id))}
    >
      <Label className={bareLabel ? 'sr-only' : cx(field.label)}>{label}</Label>
      <Button className={cx(field.input, field.trigger)}>
        <SelectValue>{() => names.join(', ') || any}</SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className={cx(styles.popover)}>
        <ListBox className={cx(styles.list)} items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.name} className={cx(styles.item)}>
              {({ isSelected }) => (
                <>
                  <span>{option.name}</span>
                  {isSelected ? <Check size={14} aria-hidden /> : option.note && <small>{option.note}</small>}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
