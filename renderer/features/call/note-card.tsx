import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import type { Card } from '#shared/contract/card'
import { useFormat } from '#renderer/ui/format'
import { useNow } from '#renderer/ui/use-now'
import type { CallStore } from './call-store.ts'
import { LastNotes } from './last-notes.tsx'
import { stampLine } from './line-stamp.ts'
import styles from './note.module.css'

/** What was said, saved as it is typed, each line with its time; beside it the last three notes. */
export function NoteCard({ store, card }: { store: CallStore; card: Card }) {
  const { t } = useTranslation()
  const { time } = useFormat()
  const note = useStore(store, (state) => state.note)
  const { write, flush } = store.getState()
  const now = useNow(60_000)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const here = field.current
    const stamp = (event: InputEvent) => stampLine(event, () => time(Date.now()))
    here?.addEventListener('beforeinput', stamp)
    return () => here?.removeEventListener('beforeinput', stamp)
  }, [time])
  return (
    <section className={styles.card} aria-label={t('call.notes')}>
      <label className={styles.note} data-field="note">
        <span>
          {t('call.notes')}
          <kbd aria-hidden="true">M</kbd>
        </span>
        <textarea
          ref={field}
          placeholder=" "
          value={note}
          onChange={(event) => write(event.target.value)}
          onBlur={() => void flush()}
          maxLength={20_000}
          spellCheck={false}
        />
      </label>
      <LastNotes card={card} now={now} />
    </section>
  )
}
