import { Check, X } from 'lucide-react'
import { useEffect, useId, useState, type FocusEvent, type KeyboardEvent } from 'react'

import { cx } from './cx.ts'
import field from './field.module.css'
import { matches } from './match.ts'
import styles from './pick-many.module.css'
import type { Option } from './select.tsx'

type PickManyProps = {
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
  const { label, hint, options, value, onChange, removeLabel, isReadOnly } = props
  const id = useId()
  const nameOf = (one: string) => options.find((option) => option.id === one)?.name ?? one
  const turn = (one: string) =>
    onChange(value.includes(one) ? value.filter((each) => each !== one) : [...value, one])
  return (
    <div className={cx(field.field)}>
      {isReadOnly ? (
        <span className={cx(field.label)}>{label}</span>
      ) : (
        <>
          <label htmlFor={id} className={cx(field.label)}>
            {label}
          </label>
          <Finder {...props} id={id} turn={turn} />
        </>
      )}
      {hint && !isReadOnly && (
        <span id={`${id}hint`} className={cx(field.hint)}>
          {hint}
        </span>
      )}
      {value.length > 0 && (
        <ul className={styles.taken} aria-label={label}>
          {value.map((one) => (
            <li key={one}>
              <span dir="auto">{nameOf(one)}</span>
              {!isReadOnly && (
                <button
                  type="button"
                  className={styles.remove}
                  aria-label={removeLabel(nameOf(one))}
                  onClick={() => turn(one)}
                >
                  <X size={12} aria-hidden />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

type FinderProps = PickManyProps & { id: string; turn: (one: string) => void }

/** The field keeps the focus; its keys serve the list below it. */
function Finder({ id, label, hint, options, value, placeholder, takesOthers, turn }: FinderProps) {
  const [text, write] = useState('')
  const [isOpen, open] = useState(false)
  const [at, point] = useState<string | null>(null)
  const found = options.filter(({ name }) => matches(name, text))
  const place = found.findIndex((option) => option.id === at)
  const shown = isOpen && found.length > 0
  const optionId = (one: string) => `${id} ${one}`.replaceAll(' ', '-')
  useEffect(() => {
    if (shown) document.getElementById(`${id}list`)?.scrollIntoView?.({ block: 'nearest' })
  }, [shown, id])
  useEffect(() => {
    if (shown && at) document.getElementById(optionId(at))?.scrollIntoView?.({ block: 'nearest' })
  })
  const take = (one: string) => {
    turn(one)
    write('')
  }
  const step = (by: 1 | -1) => {
    const next = place < 0 ? (by > 0 ? 0 : found.length - 1) : place + by
    point(found[(next + found.length) % found.length]?.id ?? null)
    open(true)
  }
  const typed = () => {
    const same = found.find(({ name }) => name.length === text.trim().length)
    if (same) take(same.id)
    else if (takesOthers && text.trim() !== '') take(text.trim())
  }
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Enter: () => (shown && at !== null && place >= 0 ? take(at) : typed()),
    ...(shown ? { Escape: () => open(false) } : {}),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const deed = event.nativeEvent.isComposing ? undefined : keys[event.key]
    if (!deed) return
    event.preventDefault()
    event.stopPropagation()
    deed()
  }
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) open(false)
  }
  return (
    <div className={styles.finder} onBlur={onBlur}>
      <input
        id={id}
        role="combobox"
        className={cx(field.input)}
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}list`}
        {...(shown && at !== null && place >= 0 ? { 'aria-activedescendant': optionId(at) } : {})}
        {...(hint ? { 'aria-describedby': `${id}hint` } : {})}
        placeholder={placeholder}
        maxLength={200}
        dir="auto"
        value={text}
        onChange={({ target }) => {
          write(target.value)
          point(null)
          open(true)
        }}
        onClick={() => open(true)}
        onKeyDown={onKeyDown}
      />
      {shown && (
        <div id={`${id}list`} role="listbox" aria-label={label} aria-multiselectable className={styles.list}>
          {found.map((option) => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field's keys serve it, by aria-activedescendant
            <div
              key={option.id}
              id={optionId(option.id)}
              role="option"
              aria-selected={value.includes(option.id)}
              tabIndex={-1}
              className={cx(styles.option, option.id === at && styles.active)}
              onPointerMove={() => point(option.id)}
              // The field keeps the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(option.id)}
            >
              <span>{option.name}</span>
              {value.includes(option.id) ? <Check size={14} aria-hidden /> : <small>{option.note}</small>}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
