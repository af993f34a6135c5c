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
    // The team's own words come with the first answer of the engine.
    react: { bindI18nStore: 'added' },
  })
  return remembering(words)
}

/** Plain words are looked up once: a card has a hundred, and i18next takes longer to find one than React to draw it. */
function remembering(words: i18n): i18n {
  const fixed = words.getFixedT.bind(words) as unknown as (...given: unknown[]) => Lookup
  const known = new Map<string, string>()
  words.on('languageChanged', () => known.clear())
  words.store.on('added', () => known.clear())
  const getFixedT = (...given: unknown[]) => {
    const look = fixed(...given)
    const t = (key: string, ...options: unknown[]) => {
      if (options.length > 0) return look(key, ...options)
      const word = known.get(key) ?? look(key)
      known.set(key, word)
      return word
    }
    return Object.assign(t, look)
  }
  return Object.assign(words, { getFixedT })
}

type Lookup = (key: string, ...options: unknown[]) => string
