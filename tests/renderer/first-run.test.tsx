import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { I18nextProvider } from 'react-i18next'
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'

import { FirstRun } from '../../renderer/features/people/first-run.tsx'
import { en } from '../../renderer/i18n/en.ts'
import { es } from '../../renderer/i18n/es.ts'
import { startWords } from '../../renderer/i18n/setup.ts'
import { testApp } from '../helpers/test-app.ts'
import { stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

it('whoever sits down first reads the very first screen behind it in the language they chose', async () => {
  const app = testApp({})
  onTestFinished(() => (vi.useRealTimers(), vi.unstubAllGlobals(), app.close()))
  const user = userEvent.setup({ advanceTimers: (by) => void vi.advanceTimersByTime(by) })
  /** The language in which the frame would come, each time the engine says that somebody sits here. */
  const seen: string[] = []
  const call: typeof app.call = async (method, input) => {
    const value = await app.call(method, input)
    const { atDesk, settings } = await app.call('app.state', {})
    if (atDesk) seen.push(settings.language)
    return value
  }
  render(
    <I18nextProvider i18n={startWords('es', { en, es })}>
      <FirstRun call={call} language="es" onLanguage={() => {}} />
    </I18nextProvider>,
  )
  await user.type(screen.getByRole('textbox', { name: 'Tu nombre' }), 'Lucía Marín{Enter}')
  await waitFor(async () => expect((await app.call('app.state', {})).atDesk?.name).toBe('Lucía Marín'))
  await waitFor(() => expect(seen.length).toBeGreaterThan(0))
  expect(new Set(seen)).toEqual(new Set(['es']))
})
