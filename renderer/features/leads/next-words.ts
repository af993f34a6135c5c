import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

import type { LeadRow } from '#shared/contract/leads'
import { useFormat } from '#renderer/ui/format'

/** Where a lead stands in the queue, in words; empty when it is not in it. */
export function useNextWords(): (next: LeadRow['next']) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return useCallback(
    (next: LeadRow['next']) => {
      if (!next) return ''
      // It stands within a line.
      const today = t('common.today').toLocaleLowerCase(format.locale)
      const at = next.at === null ? null : format.recent(next.at, today)
      if (next.wait === null) return [t(`leads.next.${next.bucket}`), at].filter(Boolean).join(' ')
      return at === null ? t(`leads.waitOpen.${next.wait}`) : t(`leads.wait.${next.wait}`, { at })
    },
    [t, format],
  )
}
