import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'

import type { DeskApp } from '../helpers/desk.ts'
import { violations } from './axe.ts'
import { openImport } from './import-open.tsx'
import { giveEverythingASize } from './layout.ts'
import { stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

/** A file that is checked, and an admin who erases somebody beside it. */
async function checked() {
  const shown = await openImport()
  await shown.pick()
  await screen.findByRole('heading', { level: 1, name: 'feria.csv' })
  await shown.next()
  await shown.next()
  await screen.findByRole('button', { name: /^Import 4 rows/ })
  return shown
}
const erase = (app: DeskApp, name: string) => {
  const leadId = app.lead(name)
  app.sit(app.given.rep('Eva Sanz', 'admin'))
  return app.call('erase.person', { leadId, askedOn: null })
}

it('somebody who is not in the file: it is checked again, says so, and comes in', async () => {
  const { app, next } = await checked()
  await erase(app, 'Zenobia Quirós')
  await screen.findByText('Somebody was erased meanwhile, so the file was checked again.')
  await screen.findByRole('button', { name: /^Import 4 rows/ })
  expect(await screen.findByRole('row', { name: /Nobody to identify/ })).toBeInTheDocument()
  expect(await violations()).toEqual([])
  await next()
  await screen.findByRole('heading', { name: '4 rows of feria.csv are in' })
})

it('somebody whom the file names: it is gone with them, and the screen asks for it again', async () => {
  const { app, user } = await checked()
  await erase(app, 'Ana Ruiz')
  expect(await screen.findByRole('alert')).toHaveTextContent(
    /^Somebody was erased while the file was checked/,
  )
  expect(await violations()).toEqual([])
  expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Choose a file' }))
  await screen.findByRole('heading', { level: 1, name: 'Import' })
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument())
})
