import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { cx } from '#renderer/ui/cx'
import styles from './mend.module.css'

type MendCellProps = {
  label: string
  text: string
  /** What is wrong with it, and the mend. */
  wrong: string | null
  isWanted: boolean
  isChanged: boolean
  /** It is the one that Tab comes to. */
  isCurrent: boolean
  onWrite: (text: string) => void
  onFocus: () => void
  /** Done with this one: on to the next that is wrong. */
  onNext: (isBack: boolean) => void
}

/** A cell: Enter or a letter begins to write, Enter keeps it and goes on, Esc leaves it as it was. */
export function MendCell(props: MendCellProps) {
  const { label, text, wrong, isWanted, isChanged, isCurrent, onWrite, onFocus, onNext } = props
  const { t } = useTranslation()
  const [typing, show] = useState<string | null>(null)
  const latest = useRef<string | null>(null)
  const setTyping = (text: string | null) => {
    latest.current = text
    show(text)
  }
  const cell = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const isTyping = typing !== null
  useEffect(() => {
    if (isTyping) input.current?.focus()
  }, [isTyping])

  const keep = () => {
    if (latest.current !== null) onWrite(latest.current)
    setTyping(null)
  }
  const leave = useRef(keep)
  useEffect(() => {
    leave.current = keep
  })
  // A key that goes to another screen takes the field away before it says that it lost the focus.
  useEffect(() => () => leave.current(), [])
  const onCellKey = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const isLetter = event.key.length === 1
    if (event.key !== 'Enter' && !isLetter) return
    event.preventDefault()
    setTyping(isLetter ? event.key : text)
  }
  const onInputKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      setTyping(null)
      requestAnimationFrame(() => cell.current?.focus())
    } else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab') {
      event.preventDefault()
      keep()
      onNext(event.shiftKey)
    } else event.stopPropagation()
  }
  // While it is written in, its field is what is reached.
  const tab = isCurrent ? 0 : -1
  return (
    <div
      ref={cell}
      role="gridcell"
      tabIndex={isTyping ? undefined : tab}
      data-wanted={isWanted || undefined}
      {...(wrong ? { 'aria-invalid': true } : {})}
      className={cx(styles.cell, isWanted && styles.wanted, isChanged && styles.changed)}
      onFocus={onFocus}
      onKeyDown={onCellKey}
      onDoubleClick={() => setTyping(text)}
      onClick={() => isWanted && typing === null && setTyping(text)}
    >
      {typing === null ? (
        <span className={styles.text}>
          <span className="sr-only">{`${label}: `}</span>
          {text || <span className="sr-only">{t('import.cellBlank')}</span>}
        </span>
      ) : (
        <input
          ref={input}
          aria-label={label}
          className={styles.input}
          value={typing}
          onChange={(event) => setTyping(event.target.value)}
          onKeyDown={onInputKey}
          onBlur={keep}
        />
      )}
      {wrong && <small className={styles.wrong}> {wrong}</small>}
    </div>
  )
}
