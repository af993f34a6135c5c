import { useTranslation } from 'react-i18next'

import type { Card } from '#shared/contract/card'
import { useFormat } from '#renderer/ui/format'
import styles from './side.module.css'

const MOST = 3

/** The last three notes, of whichever calls; those after the first `seen` entries of the timeline. */
export function LastNotes({ card, now, seen }: { card: Card; now: number; seen: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const noted = card.history.flatMap((item, at) =>
    item.kind === 'call' && item.text ? [{ ...item, at, on: item.at }] : [],
  )
  const notes = noted.slice(0, MOST).filter(({ at }) => at >= seen)
  if (notes.length === 0) return null
  return (
    <ul className={styles.notes} aria-label={t('call.before.notes')}>
      {notes.map(({ id, on, text }) => (
        <li key={id}>
          <b>{format.recent(on, t('common.today'), now)}</b> “{text}”
        </li>
      ))}
    </ul>
  )
}
