import { ChevronDown } from 'lucide-react'
import {
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components'

import { cx } from './cx.ts'
import field from './field.module.css'
import styles from './select.module.css'

export type Option<Id extends string = string> = { id: Id; name: string; note?: string | undefined }
type SelectProps<Id extends string> = {
  label: string
  bareLabel?: boolean
  options: readonly Option<Id>[]
  value: Id | null
  onChange: (id: Id) => void
  placeholder?: string
  wrong?: string | undefined
  isDisabled?: boolean
  autoFocus?: boolean
}

/** One of a few named things. Typing on it finds the name. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, bareLabel, options, value, onChange, placeholder, wrong, isDisabled, autoFocus } = props
  return (
    <AriaSelect
      className={cx(field.field)}
      value={value}
      onChange={(id) => id !== null && onChange(String(id) as Id)}
      isInvalid={wrong !== undefined}
      {...(placeholder ? { placeholder } : {})}
      {...(isDisabled ? { isDisabled } : {})}
      {...(autoFocus ? { autoFocus } : {})}
    >
      <Label className={bareLabel ? 'sr-only' : cx(field.label)}>{label}</Label>
      <Button className={cx(field.input, field.trigger, wrong !== undefined && field.invalid)}>
        <SelectValue>{({ selectedText, defaultChildren }) => selectedText || defaultChildren}</SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <FieldError className={cx(field.wrong)}>{wrong}</FieldError>
      <Popover className={cx(styles.popover)}>
        <ListBox className={cx(styles.list)} items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.name} className={cx(styles.item)}>
              <span>{option.name}</span>
              {option.note && <small>{option.note}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
