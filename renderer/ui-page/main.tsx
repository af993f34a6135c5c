import '@fontsource-variable/inter'
import '@fontsource-variable/jetbrains-mono'
import '../styles/tokens.css'
import '../styles/base.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { startWords } from '../i18n/setup.ts'
import { KitPage } from './kit-page.tsx'

const words = startWords(navigator.language.startsWith('es') ? 'es' : 'en')
createRoot(document.getElementById('root') ?? document.body).render(
  <StrictMode>
    <KitPage words={words} />
  </StrictMode>,
)
