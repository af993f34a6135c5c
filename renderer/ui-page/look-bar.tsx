import { useEffect } from 'react'

import type { Language } from '#shared/domain/language'
import { Checkbox } from '../ui/checkbox.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { forceColours } from './forced.ts'
import type { PageWords } from './page-words.ts'
import styles from './kit-page.module.css'

export type Look = {
  language: Language
  theme: 'light' | 'dark'
  density: 'comfortable' | 'compact'
  forced: boolean
}
type LookBarProps = { look: Look; words: PageWords; onLook: (change: Partial<Look>) => void }

/** Every look the app has, by switch. */
export function LookBar({ look, words, onLook }: LookBarProps) {
  const { language, theme, density, forced } = look
  useEffect(() => {
    const { dataset } = document.documentElement
    document.documentElement.lang = language
    dataset['theme'] = theme
    dataset['density'] = density
  }, [language, theme, density])
  useEffect(() => (forced ? forceColours() : undefined), [forced])
  return (
    <div className={styles.looks}>
      <Segmented
        label={words.theme}
        options={(['light', 'dark'] as const).map((id) => ({ id, name: words[id] }))}
        value={theme}
        onChange={(to) => onLook({ theme: to })}
      />
      <Segmented
        label={words.density}
        options={(['comfortable', 'compact'] as const).map((id) => ({ id, name: words[id] }))}
        value={density}
        onChange={(to) => onLook({ density: to })}
      />
      <Segmented
        label={words.language}
        options={[
          { id: 'en', name: 'English' },
          { id: 'es', name: 'Español' },
        ]}
        value={language}
        onChange={(to) => onLook({ language: to })}
      />
      <Checkbox isSelected={forced} onChange={(to) => onLook({ forced: to })}>
        {words.forced}
      </Checkbox>
    </div>
  )
}
