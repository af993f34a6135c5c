import type { i18n } from 'i18next'
import { useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { I18nextProvider } from 'react-i18next'

import { localeOf } from '#shared/domain/settings'
import { AnnounceProvider } from '../ui/announce.tsx'
import { Controls } from './controls.tsx'
import { Fields } from './fields.tsx'
import { LookBar, type Look } from './look-bar.tsx'
import { Overlays } from './overlays.tsx'
import { PAGE_WORDS } from './page-words.ts'
import { Shapes } from './shapes.tsx'
import { Tables } from './tables.tsx'
import styles from './kit-page.module.css'

const SECTIONS = [Controls, Fields, Shapes, Tables, Overlays]

/** What the app is made of, without the app: for whoever changes a part, and for the tests that look at all of them. */
export function KitPage({ words: i18n }: { words: i18n }) {
  const [look, setLook] = useState<Look>({
    language: i18n.language === 'es' ? 'es' : 'en',
    theme: 'light',
    density: 'comfortable',
    forced: false,
  })
  const words = PAGE_WORDS[look.language]
  useEffect(() => void i18n.changeLanguage(look.language), [i18n, look.language])
  return (
    <I18nextProvider i18n={i18n}>
      <I18nProvider locale={localeOf(look.language, null)}>
        <AnnounceProvider closeLabel={words.cancel}>
          <main className={styles.page}>
            <h1>{words.title}</h1>
            <LookBar look={look} words={words} onLook={(change) => setLook({ ...look, ...change })} />
            {SECTIONS.map((Section) => (
              <Section key={Section.name} words={words} />
            ))}
          </main>
        </AnnounceProvider>
      </I18nProvider>
    </I18nextProvider>
  )
}
