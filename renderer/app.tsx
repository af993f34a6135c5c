import type { i18n } from 'i18next'
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { useStore } from 'zustand'

import type { Bridge } from '#shared/contract/bridge'
import { LANGUAGES, type Language } from '#shared/domain/language'
import { localeOf } from '#shared/domain/settings'
import type { AppStore } from './app-store.ts'
import { FirstRun } from './features/people/first-run.tsx'
import { Frame } from './frame/frame.tsx'
import { useFailures } from './frame/use-failures.ts'
import { useLook } from './frame/use-look.ts'
import { layOver, type OwnWords } from './i18n/own-words.ts'
import { bring } from './i18n/setup.ts'
import { AnnounceProvider } from './ui/announce.tsx'

type AppProps = { host: Bridge; store: AppStore; words: i18n }

export function App({ host, store, words }: AppProps) {
  const app = useStore(store, (state) => state.app)
  // Until somebody sits here, the language is the browser's, or the one just picked.
  const [picked, pick] = useState<Language>(words.language === 'es' ? 'es' : 'en')
  const language = useSpoken(words, app?.atDesk ? app.settings.language : picked)
  useLook({
    theme: app?.settings.theme ?? 'system',
    density: app?.settings.density ?? 'comfortable',
    language,
  })
  useOwnWords(words, app?.words, language)

  if (!app) return null
  return (
    <I18nextProvider i18n={words}>
      <I18nProvider locale={localeOf(language, app.settings.region)}>
        {/* oxlint-disable-next-line react/hooks -- the router is handed its hook, by its design */}
        <Router hook={useHashLocation}>
          <Announcing>
            {app.atDesk ? (
              <Frame host={host} store={store} app={app} />
            ) : (
              <FirstRun call={store.call} language={language} onLanguage={pick} />
            )}
          </Announcing>
        </Router>
      </I18nProvider>
    </I18nextProvider>
  )
}

/** Milliseconds after the start: by then nobody waits, and a switch takes no time. */
const AT_EASE = 4000

/** The language of the screen: the one that is wanted, from when its words are there. */
function useSpoken(words: i18n, wanted: Language): Language {
  const [spoken, speak] = useState<Language>(words.language === 'es' ? 'es' : 'en')
  useEffect(() => {
    if (words.language === wanted) return
    let isGone = false
    void bring(words, wanted)
      .then(() => words.changeLanguage(wanted))
      .then(() => !isGone && speak(wanted))
    return () => void (isGone = true)
  }, [words, wanted])
  useEffect(() => {
    const later = setTimeout(() => LANGUAGES.forEach((each) => void bring(words, each)), AT_EASE)
    return () => clearTimeout(later)
  }, [words])
  return spoken
}

/** Before anything is painted: nobody sees a name of ours where the team has its own. */
function useOwnWords(words: i18n, own: OwnWords | undefined, spoken: Language): void {
  const laid = useRef('')
  useLayoutEffect(() => {
    // One that came later has none of them yet.
    const text = JSON.stringify([own ?? NONE, spoken])
    // Most teams have none, and a catalogue that stays needs no laying over.
    if (!own || text === laid.current || (laid.current === '' && isNone(own))) return
    laid.current = text
    layOver(words, own)
  }, [words, own, spoken])
}
const NONE: OwnWords = { en: {}, es: {} }
const isNone = (own: OwnWords) => JSON.stringify(own) === JSON.stringify(NONE)

function Announcing({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <AnnounceProvider closeLabel={t('common.close')}>
      <Failures />
      {children}
    </AnnounceProvider>
  )
}

function Failures() {
  useFailures()
  return null
}
