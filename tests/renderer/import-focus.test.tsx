import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { I18nextProvider } from 'react-i18next'
import { expect, it, vi } from 'vitest'

import { Progress } from '../../renderer/features/import/progress.tsx'
import { en } from '../../renderer/i18n/en.ts'
import { es } from '../../renderer/i18n/es.ts'
import { startWords } from '../../renderer/i18n/setup.ts'
import { importFile } from '../helpers/import-file.ts'
import { showApp, stageBrowser } from './screen.tsx'

const CSV = 'Nombre y apellidos;Teléfono\r\nAna Ruiz;600 111 222\r\n'

it('cancelling shuts its button: the keyboard is at the title then', async () => {
  const cancel = vi.fn<() => void>()
  const about = { about: 10, isCancelling: false, onCancel: cancel, kind: 'run' } as const
  render(
    <I18nextProvider i18n={startWords('en', { en, es })}>
      <main>
        <h1 tabIndex={-1}>feria.csv</h1>
        <Progress {...about} status={{ rows: 2, seconds: 1 }} />
      </main>
    </I18nextProvider>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(cancel).toHaveBeenCalledOnce()
  expect(screen.getByRole('heading', { name: 'feria.csv' })).toHaveFocus()
})

it('undoing shuts its button too: the keyboard stays in the dialog, and Esc closes it', async () => {
  stageBrowser()
  const { user, press } = await showApp(async (app) => {
    await importFile(app, CSV)
    location.hash = '/import'
  })
  await user.click(await screen.findByRole('button', { name: /^More/ }))
  await user.click(await screen.findByRole('button', { name: 'Undo this import' }))
  expect(screen.getByRole('heading', { name: 'What undoing it would do' })).toHaveFocus()
  await screen.findByRole('button', { name: /^Undo for 1 lead/ })
  await press('{Escape}')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})
