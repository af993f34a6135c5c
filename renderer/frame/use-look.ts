import { useEffect } from 'react'

import type { AppState } from '#renderer/app-store'

/** Puts theme and language on the document; `system` follows the system as it changes. */
export function useLook({ theme, language }: Pick<AppState['settings'], 'theme' | 'language'>): void {
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
  }, [language])
}
