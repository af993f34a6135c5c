import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { violations } from './axe.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

const show = (role: 'rep' | 'lead', language: 'en' | 'es' = 'en') =>
  showApp(async (app) => {
    const ana = app.lead('Ana Ruiz')
    await app.log(ana, 'do_not_call')
    if (role === 'lead') app.sit(app.oscar)
    location.hash = `/leads/${ana}`
  }, language)

describe('somebody who asked not to be called and agreed anew', () => {
  it('is called again once a team lead keeps the day and the proof', async () => {
    const { user, app } = await show('lead')
    await user.click(await screen.findByRole('button', { name: 'They agreed to calls again' }))
    const save = screen.getByRole('button', { name: 'Keep the consent and end the wish' })
    await user.click(save)
    expect(screen.getByLabelText('When they agreed')).toBeInvalid()
    await user.type(screen.getByLabelText('When they agreed'), '2026-03-10')
    await user.click(save)
    expect(await screen.findByText(/Write down how you can prove it/)).toBeInTheDocument()
    await user.type(screen.getByLabelText(/^Proof/), 'form of 10 March')
    expect(await violations()).toEqual([])
    await user.click(save)
    expect(await screen.findByText(/Ana Ruiz may be called again/)).toBeInTheDocument()
    await waitFor(() => expect(screen.queryByText('They asked not to be called')).not.toBeInTheDocument())
    expect(app.rows('suppressions').map((row) => [row['source'], row['lifted']])).toEqual([
      ['call', 0],
      ['consent', 1],
    ])
  })

  it('is told in words why a consent does not count', async () => {
    const { user } = await show('lead', 'es')
    await user.click(await screen.findByRole('button', { name: 'Ha vuelto a aceptar llamadas' }))
    await user.type(screen.getByLabelText('Cuándo aceptó'), '2026-03-01')
    await user.type(screen.getByLabelText(/^Prueba/), 'correo')
    await user.click(screen.getByRole('button', { name: 'Guardar el consentimiento y levantar el deseo' }))
    expect(await screen.findByText(/Solo lo levanta un consentimiento posterior/)).toBeInTheDocument()
  })

  it('stays silent for a rep', async () => {
    await show('rep')
    expect(await screen.findByRole('heading', { name: 'Ana Ruiz' })).toBeInTheDocument()
    expect(await screen.findByRole('button', { name: 'They asked to be erased…' })).toBeInTheDocument()
    expect(screen.queryByText('They asked not to be called')).not.toBeInTheDocument()
  })
})
