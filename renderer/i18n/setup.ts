import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'

import type { Language } from '#shared/domain/settings'
import { en } from './en.ts'
import { es } from './es.ts'

export type { Language }

export const CATALOGUES = { en, es }

/** One catalogue for every screen; a missing word in Spanish falls back to English rather than to a key. */
export function startWords(language: Language): i18n {
  const words = createInstance()
  void words.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    resources: { en: { translation: en }, es: { translation: es } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    returnNull: false,
    // One namespace: no word is searched for another's name.
    nsSeparator: false,
  })
  return words
}
