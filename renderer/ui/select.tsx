import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
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

/**
 * One of a few named things. Typing on it finds the name. Until somebody is on it, it holds the one that is chosen: a
 * table of them has thousands of names, and each stands twice in the page.
 */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, bareLabel, options, value, onChange, placeholder, wrong, isDisabled, autoFocus } = props
  const [isAwake, wake] = useState(false)
  const chosen = options.find(({ id }) => id === value) ?? options[0]
  const items = isAwake || !chosen ? options : [chosen]
  return (
    <AriaSelect
      className={cx(field.field)}
      value={value}
      onChange={(id) => id !== null && onChange(String(id) as Id)}
      onFocusChange={(isOn) => isOn && wake(true)}
      onOpenChange={(isOpen) => isOpen && wake(true)}
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
        <ListBox key={String(isAwake)} className={cx(styles.list)} items={items}>
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
