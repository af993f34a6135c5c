import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { useFormat } from '#renderer/ui/format'
import type { AgendaItem } from './groups.ts'

type Fit = Output<'promises.fits'> & { at: number }

/** What speaks against a time for this promise, in words; '' when nothing does, or nobody knows yet. `at` null = no time. */
export function useFit(call: Call, { leadId, owner, zone }: AgendaItem, at: number | null): string {
  const { t } = useTranslation()
  const format = useFormat()
  const [fit, set] = useState<Fit | null>(null)
  useEffect(() => {
    if (at === null) return
    let isLate = false
    const look = async () => {
      const found = await call('promises.fits', { leadId, repId: owner.id, at })
      if (!isLate) set({ ...found, at })
    }
    // The engine says so itself when the time is kept.
    look().catch(() => {})
    return () => void (isLate = true)
  }, [call, leadId, owner.id, at])
  if (fit === null || fit.at !== at) return ''
  const { open, opensAt, away } = fit
  const shut =
    opensAt === null
      ? t('agenda.shut')
      : t('agenda.shutUntil', { when: format.moment(opensAt, zone ?? undefined) })
  return [!open && shut, away && t('agenda.away', { rep: owner.name })].filter(Boolean).join(' ')
}
