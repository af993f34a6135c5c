import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'

import { en } from './en.ts'
import { es } from './es.ts'

export type Language = 'en' | 'es'

/** Formats go by region: 24-hour clock, day before month. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-ES' }

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
