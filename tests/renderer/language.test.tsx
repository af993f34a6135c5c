import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'

import { en } from '../../renderer/i18n/en.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

it('a language that was not there at the start comes when it is chosen, and the words, the page and the formats change together', async () => {
  const { app, user } = await showApp(
    (app) => {
      app.lead('Ana Ruiz')
      location.hash = '/day'
    },
    'en',
    undefined,
    { en },
  )
  await screen.findByRole('heading', { level: 1, name: /^Tuesday 10 Mar: 0 conversations/ })
  expect(document.documentElement.lang).toBe('en')
  await app.call('settings.save', { language: 'es' })
  await user.keyboard('{Escape}')
  const spanish = await screen.findByRole('heading', { level: 1, name: /^Martes 10 mar: 0 conversaciones/ })
  expect(spanish).toBeInTheDocument()
  await waitFor(() => expect(document.documentElement.lang).toBe('es'))
})
