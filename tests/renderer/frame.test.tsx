import { screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { beforeEach, describe, expect, it } from 'vitest'

import { AppError } from '#shared/contract/errors'
import { device } from '#electron/db/schema/desk'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

/** Contrast has a test of its own: jsdom draws nothing. */
const RULES = { rules: { 'color-contrast': { enabled: false } } }
const violations = async () =>
  (await axe.run(document.body, RULES)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)

describe('nothing stands in anybody’s way (axe)', () => {
  it('on the call screen, with a row and an outcome open', async () => {
    const { name, press } = await showApp((app) => {
      app.lead('Ana Ruiz', { phones: 2 })
      app.lead('Luis Peña')
    })
    await name('Ana Ruiz')
    expect(await violations()).toEqual([])
    await press('b')
    await press('2')
    await press('5')
    expect(await violations()).toEqual([])
    await press('{Control>}{Enter}{/Control}')
    await screen.findByRole('alert')
    expect(await violations()).toEqual([])
  })

  it('on the first run and in the key sheet', async () => {
    const { name, press } = await showApp((app) => void app.lead('Ana Ruiz'), 'es')
    await name('Ana Ruiz')
    await press('?')
    await screen.findByRole('dialog', { name: 'Teclas' })
    expect(await violations()).toEqual([])
  })
})

describe('an empty queue', () => {
  it('explains itself with counts and offers an import', async () => {
    await showApp((app) => {
      app.lead('Ana Ruiz', { phones: 0 })
    })
    // The keyboard is where it is said.
    await waitFor(() =>
      expect(screen.getByRole('heading', { level: 1, name: 'Nobody to call right now' })).toHaveFocus(),
    )
    expect(screen.getAllByText(/1 has no number to call/)).not.toEqual([])
    expect(screen.getByRole('button', { name: 'Import a list' })).toBeInTheDocument()
  })
})

describe('who is at this desk', () => {
  it('is asked first, and kept', async () => {
    const { app, press, user } = await showApp((app) => {
      app.db.update(device).set({ repId: null }).run()
    })
    await screen.findByRole('heading', { name: 'Who is at this desk?' })
    expect(await violations()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Sit down' }))
    expect(screen.getByText('A name is needed: your calls are kept under it.')).toBeInTheDocument()
    await user.type(screen.getByRole('textbox', { name: 'Your name' }), 'Inés Prat')
    await user.click(screen.getByRole('radio', { name: 'Team lead' }))
    await press('{Enter}')
    await screen.findByRole('button', { name: /Inés Prat, Team lead/ })
    expect(app.rows('reps', `name = 'Inés Prat'`)).toMatchObject([{ role: 'team_lead' }])
  })

  it('can be somebody else later', async () => {
    const { user, name } = await showApp((app) => void app.lead('Ana Ruiz'))
    await name('Ana Ruiz')
    await user.click(screen.getByRole('button', { name: /Lucía Marín/ }))
    await user.click(await screen.findByRole('button', { name: /Óscar Vega/ }))
    expect(await screen.findByRole('button', { name: /Óscar Vega, Team lead/ })).toBeInTheDocument()
  })
})

it('says how many leads a list has', async () => {
  await showApp((app) => {
    app.lead('Ana Ruiz')
    app.lead('Luis Peña')
  })
  expect(await screen.findByText('2 leads')).toBeVisible()
})

it('what fails says so in one sentence', async () => {
  const { name } = await showApp((app) => void app.lead('Ana Ruiz'))
  await name('Ana Ruiz')
  const reason = new AppError('conflict', 'There is a list called X already.', 'name-taken')
  window.dispatchEvent(Object.assign(new Event('unhandledrejection', { cancelable: true }), { reason }))
  expect(await screen.findByRole('alert')).toHaveTextContent('That name is taken already. Choose another.')
})

it('speaks Spanish throughout', async () => {
  const { name } = await showApp((app) => void app.lead('Ana Ruiz'), 'es')
  await name('Ana Ruiz')
  expect(screen.getByRole('button', { name: 'Guardar y seguir' })).toBeInTheDocument()
  const outcomes = within(screen.getByRole('group', { name: 'Resultado de la llamada' }))
  expect(outcomes.getByRole('button', { name: 'No contesta' })).toBeInTheDocument()
  expect(document.documentElement.lang).toBe('es')
})
