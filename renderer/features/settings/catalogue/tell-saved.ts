import { useTranslation } from 'react-i18next'

import { useAnnouncer } from '#renderer/ui/announce'
import { useFormat } from '#renderer/ui/format'

/** Tells which version was saved, and from which day it is in force. */
export function useTellSaved(): (version: number, from: string) => void {
  const { t } = useTranslation()
  const format = useFormat()
  const { notify } = useAnnouncer()
  return (version, from) =>
    notify({
      text: from
        ? t('catalogue.savedFrom', { version, from: format.date(from) })
        : t('catalogue.saved', { version }),
    })
}
