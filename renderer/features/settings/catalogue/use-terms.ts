import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import { useCommandWords } from '#renderer/ui/command-words'
import { useFormat, type Format } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/use-language'

/** What anything is worded with. */
export type Terms = {
  t: TFunction
  language: 'en' | 'es'
  format: Format
  commandWords: (id: string) => string
}

export function useTerms(): Terms {
  const { t } = useTranslation()
  return { t, language: useLanguage(), format: useFormat(), commandWords: useCommandWords() }
}
