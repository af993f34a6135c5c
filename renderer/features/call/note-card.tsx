import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import type { CallStore } from './call-store.ts'
import styles from './call.module.css'

/** Saved as it is typed; what is left of the height is its own. */
export function NoteCard({ store }: { store: CallStore }) {
  const { t } = useTranslation()
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
    </label>
  )
}
