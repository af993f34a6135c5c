import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'

import { violations } from './axe.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

it('why leads left, with a second look for a team lead', async () => {
  const { user } = await showApp(async (app) => {
    await app.log(app.lead('Ana Ruiz'), 'disqualified', { reason: 'competitor' })
    app.sit(app.oscar)
    location.hash = '/exits'
  })
  expect(
    await screen.findByRole('row', { name: /^Is a competitor kept, closed again on return 1 1/ }),
  ).toBeInTheDocument()
  await user.click(await screen.findByRole('button', { name: 'Not so: Ana Ruiz' }))
  expect(await screen.findByText(/Agreed so far: 0 of 1, 0.*to 79/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Not so: Ana Ruiz' })).toBeNull()
  expect(await violations()).toEqual([])
})

it('another product: a lead on the list that sells it, and undo', async () => {
  const { user, app } = await showApp(async (app) => {
    const ana = app.lead('Ana Ruiz')
    app.given.list('Recambios')
    await app.log(ana, 'disqualified', { reason: 'other_product' })
    location.hash = `/leads/${ana}`
  }, 'es')
  await user.click(await screen.findByRole('button', { name: /Lista que lo vende/ }))
  await user.click(await screen.findByRole('option', { name: 'Recambios' }))
  await user.click(screen.getByRole('button', { name: 'Crear el lead' }))
  expect(await screen.findByText('En su lugar tiene un lead en Recambios.')).toBeInTheDocument()
  expect(app.rows('leads')).toHaveLength(2)
  expect(await violations()).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Deshacer' }))
  expect(await screen.findByRole('button', { name: 'Crear el lead' })).toBeInTheDocument()
  expect(app.rows('leads')).toHaveLength(1)
})

it('another product is given in the call itself, once the reason is the one for it', async () => {
  const { user, app } = await showApp((app) => {
    const ana = app.lead('Ana Ruiz')
    app.given.list('Recambios')
    location.hash = `/queue/${ana}`
  }, 'es')
  await screen.findByRole('heading', { name: 'Ana Ruiz' })
  await user.click(screen.getByRole('button', { name: /Descartar$/ }))
  await user.click(await screen.findByRole('button', { name: /Motivo/ }))
  await user.click(await screen.findByRole('option', { name: 'Estudiante' }))
  expect(screen.queryByRole('button', { name: /Ofrecerle otro producto/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: /Motivo/ }))
  await user.click(await screen.findByRole('option', { name: 'Necesita otro producto' }))
  await user.click(await screen.findByRole('button', { name: /Ofrecerle otro producto/ }))
  await user.click(await screen.findByRole('option', { name: 'Recambios' }))
  expect(await violations()).toEqual([])
  await user.click(await screen.findByRole('button', { name: /Guardar y seguir/ }))
  await waitFor(() => expect(app.rows('calls')).toHaveLength(1))
  expect(app.rows('leads').map((row) => row['stage'])).toEqual(['disqualified', 'lead'])
})
