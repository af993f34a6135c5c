import { Check, ChevronDown, X } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import {
  Button,
  ComboBox,
  Group,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components'

import { cx } from './cx.ts'
import field from './field.module.css'
import { matches } from './match.ts'
import styles from './pick-many.module.css'
import type { Option } from './select.tsx'
import select from './select.module.css'

export type PickManyProps = {
  label: string
  hint?: string | undefined
  options: readonly Option[]
  value: readonly string[]
  onChange: (ids: string[]) => void
  placeholder: string
  /** Word for taking one away, by its name. */
  removeLabel: (name: string) => string
  /** What is typed may be taken as it stands, by Enter. */
  takesOthers?: boolean
  isReadOnly?: boolean
}

/** Several of many named things: typing finds a name, whatever its accents; each that was taken can be taken away. */
export function PickMany(props: PickManyProps) {
  const { label, hint, options, value, onChange, placeholder, removeLabel, takesOthers, isReadOnly } = props
  const [text, write] = useState('')
  const found = options.filter(({ name }) => matches(name, text))
  const nameOf = (id: string) => options.find((option) => option.id === id)?.name ?? id
  const take = (id: string) => {
    if (!value.includes(id)) onChange([...value, id])
    write('')
  }
  const onEnter = (event: KeyboardEvent<HTMLInputElement>) => {
    const isPicking = event.currentTarget.hasAttribute('aria-activedescendant')
    if (event.key !== 'Enter' || isPicking || text.trim() === '') return
    event.preventDefault()
    const same = found.find(({ name }) => name.length === text.trim().length)
    if (same) take(same.id)
    else if (takesOthers) take(text.trim())
  }
  return (
    <div className={cx(field.field)}>
      {value.length > 0 && (
        <ul className={styles.taken} aria-label={label}>
          {value.map((id) => (
            <li key={id}>
              <span dir="auto">{nameOf(id)}</span>
              {!isReadOnly && (
                <Button
                  className={cx(styles.remove)}
                  aria-label={removeLabel(nameOf(id))}
                  onPress={() => onChange(value.filter((each) => each !== id))}
                >
                  <X size={12} aria-hidden />
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!isReadOnly && (
        <ComboBox
          className={cx(field.field)}
          selectionMode="multiple"
          items={found}
          inputValue={text}
          onInputChange={write}
          value={[...value]}
          onChange={(ids) => {
            onChange(ids.map(String))
            write('')
          }}
          menuTrigger="focus"
          allowsCustomValue
          allowsEmptyCollection={false}
        >
          <Label className={cx(field.label)}>{label}</Label>
          <Group className={cx(styles.entry)}>
            <Input
              className={cx(field.input)}
              placeholder={placeholder}
              maxLength={200}
              onKeyDownCapture={onEnter}
            />
            <Button className={cx(styles.open)}>
              <ChevronDown size={14} aria-hidden />
            </Button>
          </Group>
          {hint && (
            <Text slot="description" className={cx(field.hint)}>
              {hint}
            </Text>
          )}
          <Popover className={cx(select.popover)}>
            <ListBox<Option> className={cx(select.list)}>
              {(option) => (
                <ListBoxItem id={option.id} textValue={option.name} className={cx(select.item)}>
                  {({ isSelected }) => (
                    <>
                      <span>{option.name}</span>
                      {isSelected ? <Check size={14} aria-hidden /> : <small>{option.note}</small>}
                    </>
                  )}
                </ListBoxItem>
              )}
            </ListBox>
          </Popover>
        </ComboBox>
      )}
      {isReadOnly && <span className={cx(field.label)}>{label}</span>}
    </div>
  )
}
