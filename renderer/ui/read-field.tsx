import { useState } from 'react'

import { TextField, type TextFieldProps } from './text-field.tsx'

export type ReadFieldProps<T> = Omit<TextFieldProps, 'value' | 'onChange' | 'type' | 'rows'> & {
  value: T
  onChange: (value: T) => void
}
type Props<T> = ReadFieldProps<T> & {
  show: (value: T) => string
  /** What was typed; undefined when it says nothing. `isDone` once it was left: only then is it guessed what was left out. */
  read: (typed: string, isDone: boolean) => T | undefined
  /** Said under what could not be read. */
  mend: string
}

/** What is typed as words or figures and means something else: taken over while one types, spelt back once it is left. */
export function ReadField<T>({ value, onChange, show, read, mend, wrong, ...rest }: Props<T>) {
  const [typed, setTyped] = useState<string | null>(null)
  const [isDone, setDone] = useState(false)
  const take = (text: string, isLeft: boolean) => {
    const next = read(text, isLeft)
    // What can't be read stays to be mended.
    setTyped(isLeft && next !== undefined ? null : text)
    setDone(isLeft)
    if (next !== undefined && next !== value) onChange(next)
  }
  const leave = () => {
    if (typed !== null) take(typed, true)
  }
  return (
    <TextField
      {...rest}
      value={typed ?? show(value)}
      onChange={(text) => take(text, false)}
      onBlur={leave}
      onKeyDown={({ key }) => {
        if (key === 'Enter') leave()
      }}
      wrong={isDone && typed !== null ? mend : wrong}
      autoComplete="off"
    />
  )
}
