import { useTranslation } from 'react-i18next'

import { useErrorWords } from '#renderer/ui/error-words'
import type { Status } from './import-store.ts'

const OURS = ['interrupted', 'internal', 'file-erased'] as const

/** Why an import stopped, in words; null when somebody cancelled it. */
export function useStopWords(): (message: Status['message']) => string | null {
  const { t } = useTranslation()
  const errorWords = useErrorWords()
  return (message) => {
    if (message === null) return null
    const ours = OURS.find((one) => one === message)
    return ours ? t(`import.failure.${ours}`) : errorWords({ code: 'unreadable-file', reason: message })
  }
}
