import '@fontsource-variable/inter'
import '@fontsource-variable/jetbrains-mono'
import './styles/tokens.css'
import './styles/density.css'
import './styles/base.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import type { Language } from '#shared/domain/language'
import { callOver } from './api.ts'
import { App } from './app.tsx'
import { createAppStore } from './app-store.ts'
import { findHost } from './host.ts'
import { loadCatalogue, startWords } from './i18n/setup.ts'
import { NotStarted } from './not-started.tsx'

// Most read what their system speaks: its words come while the engine is asked who sits here.
const guessed: Language = navigator.language.startsWith('es') ? 'es' : 'en'
const guess = loadCatalogue(guessed)
const wordsIn = async (language: Language) =>
  startWords(language, { [language]: language === guessed ? await guess : await loadCatalogue(language) })
const root = createRoot(document.getElementById('root') ?? document.body)

try {
  const host = await findHost()
  const store = createAppStore(callOver(host.send), host)
  store.listen()
  await store.load()
  const { app } = store.getState()
  const words = await wordsIn(app?.atDesk ? app.settings.language : guessed)
  root.render(
    <StrictMode>
      <App host={host} store={store} words={words} />
    </StrictMode>,
  )
} catch (error) {
  root.render(<NotStarted error={error} words={await wordsIn(guessed)} />)
}
