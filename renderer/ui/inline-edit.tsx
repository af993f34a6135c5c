import { Pencil } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

import { cx } from './cx.ts'
import field from './field.module.css'
import styles from './inline-edit.module.css'

type InlineEditProps = {
  label: string
  /** What a reader hears on the value: that it can be changed. */
  editLabel: string
  value: string
  /** How the value is shown, where not as it is. */
  shown?: ReactNode
  /** Stands where there is nothing. */
  blank: string
  suggestions?: readonly string[]
  maxLength?: number
  /** Resolves to what is wrong, or null once it is kept. */
  onSave: (value: string) => Promise<string | null>
}

/** A value that becomes its own field: Enter or leaving it keeps it, Esc leaves it as it was. */
export function InlineEdit(props: InlineEditProps) {
  const { label, editLabel, value, shown, blank } = props
  const [isEditing, edit] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const returns = useRef(false)
  // The keyboard goes on from the value, not from the top of the page.
  useEffect(() => {
    if (isEditing || !returns.current) return
    returns.current = false
    button.current?.focus()
  }, [isEditing])
  if (isEditing)
    return (
      <Editor
        {...props}
        label={label}
        onEnd={(byKey) => {
          returns.current = byKey
          edit(false)
        }}
      />
    )
  return (
    <button
      ref={button}
      type="button"
      className={cx(styles.value, value === '' && styles.blank)}
      aria-label={editLabel}
      onClick={() => edit(true)}
    >
      <span dir="auto">{value === '' ? blank : (shown ?? value)}</span>
      <Pencil size={12} aria-hidden />
    </button>
  )
}

function Editor({
  label,
  value,
  suggestions,
  maxLength = 200,
  onSave,
  onEnd,
}: InlineEditProps & { onEnd: (byKey: boolean) => void }) {
  const [text, setText] = useState(value)
  const [wrong, setWrong] = useState<string | null>(null)
  const isBusy = useRef(false)
  const ids = useId()
  const save = async (byKey: boolean) => {
    if (isBusy.current) return
    if (text.trim() === value) return onEnd(byKey)
    isBusy.current = true
    const refusal = await onSave(text)
    isBusy.current = false
    if (refusal === null) onEnd(byKey)
    else setWrong(refusal)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) void save(true)
    else if (event.key === 'Escape') onEnd(true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <span className={styles.form}>
      <input
        // It was pressed to be typed in.
        ref={(input) => input?.focus()}
        className={cx(field.input, wrong !== null && field.invalid)}
        aria-label={label}
        aria-invalid={wrong !== null}
        {...(wrong === null ? {} : { 'aria-describedby': `${ids}wrong` })}
        {...(suggestions ? { list: `${ids}list` } : {})}
        dir="auto"
        maxLength={maxLength}
        value={text}
        onChange={(event) => (setText(event.target.value), setWrong(null))}
        onKeyDown={onKeyDown}
        onBlur={() => void save(false)}
      />
      {suggestions && (
        <datalist id={`${ids}list`}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      {wrong !== null && (
        <span id={`${ids}wrong`} role="alert" className={styles.wrong}>
          {wrong}
        </span>
      )}
    </span>
  )
}
