import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import type { Card } from '#shared/contract/card'
import type { CallStore } from './call-store.ts'
import styles from './call.module.css'

/** What did not work out, on the desk where it happened, until the next lead comes. */
export function DeskNotice({ store, card }: { store: CallStore; card: Card }) {
  const { t } = useTranslation()
  const told = useStore(store, (state) => state.told)
  const wrong =
    told?.kind === 'notUndone'
      ? t(`call.undoRefused.${told.reason}`)
      : told?.kind === 'loggedElsewhere'
        ? t('errors.reason.draft-stale')
        : null
  if (wrong !== null) {
    return (
      <p role="alert" className={styles.notice}>
        {wrong}
      </p>
    )
  }
  // Once somebody answered or the line is closed, the number was dialled.
  if (told?.kind !== 'notDialled' || card.draft?.answeredAt || card.draft?.endedAt) return null
  return (
    <p role="status" className={styles.notice}>
      {t('call.notDialled', { number: told.display })}
    </p>
  )
}
