import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'

import type { Language } from '#shared/domain/language'
import type { en } from './en.ts'
import type { es } from './es.ts'

type Catalogue = typeof en | typeof es

/** A language comes when somebody first reads it. */
const LOAD: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import('./en.ts')).en,
  es: async () => (await import('./es.ts')).es,
}
/** As they came, without a team's own words. */
const come: Partial<Record<Language, Catalogue>> = {}
export const catalogueOf = (language: Language): Catalogue | undefined => come[language]

export const loadCatalogue = async (language: Language): Promise<Catalogue> =>
  (come[language] ??= await LOAD[language]())

/** Makes a language one that can be switched to. Nothing on the screen follows from that alone. */
export async function bring(words: i18n, language: Language): Promise<void> {
  if (words.hasResourceBundle(language, 'translation')) return
  const catalogue = await loadCatalogue(language)
  words.addResourceBundle(language, 'translation', catalogue, false, true, { silent: true })
}

/** One catalogue for every screen, the same words in each language (a test). */
export function startWords(language: Language, catalogues: Partial<Record<Language, Catalogue>>): i18n {
  Object.assign(come, catalogues)
  const words = createInstance()
  void words.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    resources: Object.fromEntries(
      Object.entries(catalogues).map(([id, translation]) => [id, { translation }]),
    ),
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
