import { Check, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import type { AppStore } from '#renderer/app-store'
import { Chip } from '#renderer/ui/chip'
import { useFormat } from '#renderer/ui/format'

/** When something was last on disk. It listens by itself: every deed changes it, and must not draw the frame anew. */
export function Saved({ store }: { store: AppStore }) {
  const { t } = useTranslation()
  const format = useFormat()
  const lost = useStore(store, (state) => state.lost)
  const savedAt = useStore(store, (state) => state.savedAt)
  if (lost)
    return (
      <Chip tone="bad" icon={<TriangleAlert size={11} aria-hidden />}>
        {t('frame.lost')}
      </Chip>
    )
  return (
    <Chip tone="good" icon={<Check size={11} strokeWidth={3} aria-hidden />}>
      {savedAt === null ? t('frame.savedNothing') : t('frame.saved', { time: format.time(savedAt) })}
    </Chip>
  )
}
