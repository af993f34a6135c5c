import { useEffect } from 'react'

import type { AppState } from '#renderer/app-store'

type Look = Pick<AppState['settings'], 'theme' | 'density' | 'language'>

/** Puts theme, density and language on the document; `system` follows the system as it changes. */
export function useLook({ theme, density, language }: Look): void {
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const apply = () => {
      const isDark = theme === 'dark' || (theme === 'system' && dark.matches)
      document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
    }
    apply()
    dark.addEventListener('change', apply)
    return () => dark.removeEventListener('change', apply)
  }, [theme])

  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dataset['density'] = density
  }, [language, density])
}
