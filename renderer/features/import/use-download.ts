import { useTranslation } from 'react-i18next'

import { useAnnouncer } from '#renderer/ui/announce'
import { useErrorWords } from '#renderer/ui/error-words'
import type { ImportState } from './import-store.ts'

/** Saves the error rows of an import as a file, and says that it did or why it could not. */
export function useDownload({ saveRejected }: Pick<ImportState, 'saveRejected'>) {
  const { t } = useTranslation()
  const { say, notify } = useAnnouncer()
  const words = useErrorWords()
  return async (importId: string): Promise<void> => {
    try {
      const name = await saveRejected(importId)
      if (name) say(t('import.downloaded', { name }))
    } catch (error) {
      notify({ text: words(error), tone: 'bad' })
    }
  }
}
