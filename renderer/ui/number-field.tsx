import { useState } from 'react'

import { TextField, type TextFieldProps } from './text-field.tsx'

type NumberFieldProps = Omit<TextFieldProps, 'value' | 'onChange' | 'type'> & {
  /** Null is blank. */
  value: number | null
  onChange: (value: number | null) => void
  /** Digits after the decimal mark, which may be a comma or a point. */
  decimals?: number
}

/** A number as it is typed, so that sums beside it follow every key. What is no number is not taken over. */
export function NumberField({ value, onChange, decimals = 0, ...rest }: NumberFieldProps) {
  // While it is being typed in, what was typed stands, also a blank that the owner reads as something else.
  const [typing, setTyping] = useState<string | null>(null)
  return (
    <TextField
      {...rest}
      inputMode={decimals > 0 ? 'decimal' : 'numeric'}
      value={typing ?? shown(value)}
      onFocusChange={(isFocused) => setTyping(isFocused ? shown(value) : null)}
      onChange={(typed) => {
        const next = parse(typed, decimals)
        if (next === undefined) return
        setTyping(typed)
        onChange(next)
      }}
    />
  )
}

const shown = (value: number | null) => (value === null ? '' : String(value))

function parse(text: string, decimals: number): number | null | undefined {
  if (text.trim() === '') return null
  const pattern = decimals > 0 ? new RegExp(`^\\d*[.,]?\\d{0,${decimals}}$`) : /^\d+$/
  if (!pattern.test(text.trim())) return undefined
  const value = Number(text.trim().replace(',', '.'))
  return Number.isFinite(value) ? value : undefined
}
