import '@fontsource-variable/inter'
import '@fontsource-variable/jetbrains-mono'
import '../styles/tokens.css'
import '../styles/base.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { en } from '../i18n/en.ts'
import { es } from '../i18n/es.ts'
import { startWords } from '../i18n/setup.ts'
import { KitPage } from './kit-page.tsx'

const words = startWords(navigator.language.startsWith('es') ? 'es' : 'en', { en, es })
createRoot(document.getElementById('root') ?? document.body).render(
  <StrictMode>
    <KitPage words={words} />
  </StrictMode>,
)
