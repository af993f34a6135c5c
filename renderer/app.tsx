import type { i18n } from 'i18next'
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { Router } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { useStore } from 'zustand'

import type { Bridge } from '#shared/contract/bridge'
import { localeOf, type Language } from '#shared/domain/settings'
import type { AppStore } from './app-store.ts'
import { FirstRun } from './features/people/first-run.tsx'
import { Frame } from './frame/frame.tsx'
import { useFailures } from './frame/use-failures.ts'
import { useLook } from './frame/use-look.ts'
import { layOver, type OwnWords } from './i18n/own-words.ts'
import { AnnounceProvider } from './ui/announce.tsx'

export type AppProps = { host: Bridge; store: AppStore; words: i18n }

export function App({ host, store, words }: AppProps) {
  const app = useStore(store, (state) => state.app)
  // Until somebody sits here, the language is the browser's, or the one just picked.
  const [picked, pick] = useState<Language>(words.language === 'es' ? 'es' : 'en')
  const language = app?.atDesk ? app.settings.language : picked
  useLook({
    theme: app?.settings.theme ?? 'system',
    density: app?.settings.density ?? 'comfortable',
    language,
  })
  useEffect(() => void words.changeLanguage(language), [words, language])
  useOwnWords(words, app?.words)

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

/** Before anything is painted: nobody sees a name of ours where the team has its own. */
function useOwnWords(words: i18n, own: OwnWords | undefined): void {
  const laid = useRef('')
  useLayoutEffect(() => {
    const text = JSON.stringify(own ?? NONE)
    // Most teams have none, and a catalogue that stays needs no laying over.
    if (!own || text === (laid.current || JSON.stringify(NONE))) return
    laid.current = text
    layOver(words, own)
  }, [words, own])
}
const NONE: OwnWords = { en: {}, es: {} }

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
