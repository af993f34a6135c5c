import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useFormat } from './format.ts'

/** The shape of the contract's answer to `promises.fits`. */
export type Fit = { open: boolean; opensAt: number | null; away: boolean }

/** What speaks against a time, as the engine sees it; null without a time (epoch ms), or before it answered. */
export function useFit(ask: (at: number) => Promise<Fit>, at: number | null): Fit | null {
  const [fit, set] = useState<(Fit & { at: number }) | null>(null)
  useEffect(() => {
    if (at === null) return
    let isLate = false
    const look = async () => {
      const found = await ask(at)
      if (!isLate) set({ ...found, at })
    }
    // The engine says so itself when the time is kept.
    look().catch(() => {})
    return () => void (isLate = true)
  }, [ask, at])
  return fit?.at === at ? fit : null
}

/** That nobody is called there then, and from when on they are, in their time; '' where they are. `zone`: an IANA name. */
export function useShutWords(): (fit: Fit | null, zone: string | null) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return (fit, zone) => {
    if (!fit || fit.open) return ''
    if (fit.opensAt === null) return t('agenda.shut')
    return t('agenda.shutUntil', { when: format.moment(fit.opensAt, zone ?? undefined) })
  }
}
