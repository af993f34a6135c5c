import { useLocale } from 'react-aria-components'

/** What the screen speaks. */
export const useLanguage = (): 'es' | 'en' => (useLocale().locale.startsWith('es') ? 'es' : 'en')
