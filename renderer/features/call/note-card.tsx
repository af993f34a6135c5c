import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import type { Card } from '#shared/contract/card'
import { useNow } from '#renderer/ui/use-now'
import type { CallStore } from './call-store.ts'
import { LastNotes } from './last-notes.tsx'
import styles from './call.module.css'

/** Saved as it is typed; what is left of the height is its own. */
export function NoteCard({ store, card }: { store: CallStore; card: Card }) {
  const { t } = useTranslation()
  const now = useNow(60_000)
  const note = useStore(store, (state) => state.note)
  const { write, flush } = store.getState()
  return (
    <label className={styles.note} data-field="note">
      <span>
        {t('call.notes')}
        <kbd aria-hidden="true">M</kbd>
      </span>
      <textarea
        value={note}
        onChange={(event) => write(event.target.value)}
        onBlur={() => void flush()}
        maxLength={20_000}
        spellCheck={false}
      />
      <div className={styles.lastNotes}>
        <LastNotes card={card} now={now} seen={0} />
      </div>
    </label>
  )
}
