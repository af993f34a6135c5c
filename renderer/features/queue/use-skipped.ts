import { useTranslation } from 'react-i18next'

import { useAnnouncer } from '#renderer/ui/announce'
import { useFormat } from '#renderer/ui/format'
import type { SkipProps } from './skip.tsx'
import type { Skipped } from './queue-store.ts'

/** Brings the next lead after a skip, says what was done, and offers to take it back. */
export function useSkipped({ store, leadId, onOpen }: SkipProps): (skipped: Skipped) => void {
  const { t } = useTranslation()
  const format = useFormat()
  const { notify } = useAnnouncer()
  return ({ skipId, name, until, next }) => {
    onOpen(next?.leadId ?? null)
    const back = async () => {
      const isBack = await store.getState().unskip(leadId, skipId)
      if (isBack) onOpen(leadId)
      else notify({ text: t('skip.notBack', { name }) })
    }
    notify({
      text: t('skip.done', { name, when: format.near(until, Date.now()) }),
      action: { label: t('call.undo'), onPress: () => void back() },
    })
  }
}
