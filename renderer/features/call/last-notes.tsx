import { useTranslation } from 'react-i18next'

import type { Card } from '#shared/contract/card'
import { useFormat } from '#renderer/ui/format'
import styles from './note.module.css'

const MOST = 3

/** The last three notes, of whichever calls, a line each; the history has them whole. */
export function LastNotes({ card, now }: { card: Card; now: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const notes = card.history.filter(({ kind, text }) => kind === 'call' && text).slice(0, MOST)
  if (notes.length === 0) return null
  return (
    <ul className={styles.last} aria-label={t('call.before.notes')}>
      {notes.map(({ id, at, text }) => (
        <li key={id} title={text ?? ''}>
          <b>{format.recent(at, t('common.today'), now)}</b> {format.quote(text ?? '')}
        </li>
      ))}
    </ul>
  )
}
