import '@fontsource-variable/inter'
import '@fontsource-variable/jetbrains-mono'
import './styles/tokens.css'
import './styles/density.css'
import './styles/base.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { callOver } from './api.ts'
import { App } from './app.tsx'
import { createAppStore } from './app-store.ts'
import { findHost } from './host.ts'
import { startWords } from './i18n/setup.ts'
import { NotStarted } from './not-started.tsx'

const words = startWords(navigator.language.startsWith('es') ? 'es' : 'en')
const root = createRoot(document.getElementById('root') ?? document.body)

try {
  const host = await findHost()
  const store = createAppStore(callOver(host.send), host)
  store.listen()
  await store.load()
  root.render(
    <StrictMode>
      <App host={host} store={store} words={words} />
    </StrictMode>,
  )
} catch (error) {
  root.render(<NotStarted error={error} words={words} />)
}
