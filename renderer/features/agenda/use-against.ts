import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import { useFit, useShutWords } from '#renderer/ui/use-fit'
import type { AgendaItem } from './groups.ts'

/** What speaks against a time for this promise, in words; '' when nothing does, or nobody knows yet. `at` null = no time. */
export function useAgainst(call: Call, { leadId, owner, zone }: AgendaItem, at: number | null): string {
  const { t } = useTranslation()
  const shut = useShutWords()
  const ask = useCallback(
    (time: number) => call('promises.fits', { leadId, repId: owner.id, at: time }),
    [call, leadId, owner.id],
  )
  const fit = useFit(ask, at)
  return [shut(fit, zone), fit?.away && t('agenda.away', { rep: owner.name })].filter(Boolean).join(' ')
}
