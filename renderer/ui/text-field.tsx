import type { Ref } from 'react'
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'

import { cx } from './cx.ts'
import styles from './field.module.css'

export type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'children' | 'style'> & {
  label: string
  /** The label is read but not drawn; the place says what it is. */
  bareLabel?: boolean
  hint?: string | undefined
  /** What is wrong and how to mend it; marks the field. */
  wrong?: string | undefined
  placeholder?: string
  rows?: number
  inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>
}

export function TextField({
  label,
  bareLabel,
  hint,
  wrong,
  placeholder,
  rows,
  inputRef,
  // What the engine takes where nothing else is said (`shortText` of the contract; words that are asked for).
  maxLength = rows ? 2000 : 200,
  ...rest
}: TextFieldProps) {
  const own = {
    className: cx(styles.input),
    ...(placeholder ? { placeholder } : {}),
    ...(inputRef ? { ref: inputRef } : {}),
  }
  return (
    <AriaTextField
      {...rest}
      maxLength={maxLength}
      isInvalid={wrong !== undefined}
      className={cx(styles.field)}
    >
      <Label className={bareLabel ? 'sr-only' : cx(styles.label)}>{label}</Label>
      {rows ? <TextArea {...own} rows={rows} /> : <Input {...own} />}
      {hint && wrong === undefined && (
        <Text slot="description" className={cx(styles.hint)}>
          {hint}
        </Text>
      )}
      <FieldError className={cx(styles.wrong)}>{wrong}</FieldError>
    </AriaTextField>
  )
}
