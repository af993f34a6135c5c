import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import type { Card } from '#shared/contract/card'
import { Chip } from '#renderer/ui/chip'
import { useFormat } from '#renderer/ui/format'
import { criterionWords, questionOf } from './board-words.ts'
import type { CallStore } from './call-store.ts'
import styles from './script.module.css'

/** The question of the row that is open, else the one that is worth most; which of them, the rep decides. */
export function NextQuestion({ store, card }: { store: CallStore; card: Card }) {
  const { t } = useTranslation()
  const format = useFormat()
  const row = useStore(store, (state) => state.row)
  const { nextBest, criteria } = card.board
  const criterion = criteria.find(({ id }) => id === (row ?? nextBest?.criterion))
  if (!criterion) return null
  return (
    <div className={styles.next}>
      <Chip tone="accent">{row ? criterionWords(row, t, card.board.framework) : t('call.nextBest')}</Chip>
      <b lang={card.language}>{questionOf(criterion, t)}</b>
      {nextBest?.criterion === criterion.id && (
        <span>{t('call.worth', { points: format.points(nextBest.points) })}</span>
      )}
    </div>
  )
}
