import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { MINUTE } from '#shared/lib/time'
import { NOW } from '../helpers/test-app.ts'
import { heading, showApp, showTwo, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

describe('an objection', () => {
  const finder = () => screen.getByRole('combobox', { name: 'What did they say?' })

  it('is found by two letters, answered beside the script and logged by Enter', async () => {
    const { app, name, press } = await showTwo()
    await name('Ana Ruiz')
    await press('o')
    expect(finder()).toHaveFocus()
    await press('ex')
    const found = await screen.findByRole('option', { name: 'Too expensive', selected: true })
    expect(found).toBeInTheDocument()
    expect(screen.getByText(/¿Caro comparado con qué/)).toBeInTheDocument()
    await press('{Enter}')
    expect(heading()).toHaveFocus()
    await screen.findByText(/Noted: Too expensive/)
    expect(screen.getByText(/¿Caro comparado con qué/)).toBeInTheDocument()
    expect(app.rows('objections')).toMatchObject([{ code: 'too_expensive' }])
    // The desk is itself again: a letter opens a row, and the opener is back.
    await press('n')
    expect(screen.getByText(/dígamelo y lo apunto/)).toBeInTheDocument()
  })

  it('that was a slip is taken back, and Esc leaves without one', async () => {
    const { app, name, press, user } = await showTwo()
    await name('Ana Ruiz')
    await press('o')
    await press('no ti')
    await screen.findByRole('option', { name: 'No time' })
    await press('{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Take back' }))
    await waitFor(() => expect(app.rows('objections')).toHaveLength(2))
    expect(screen.queryByText(/Noted/)).toBeNull()
    heading().focus()
    await press('o')
    await press('{Escape}')
    await waitFor(() => expect(screen.queryByRole('combobox', { name: /did they say/ })).toBeNull())
    expect(heading()).toHaveFocus()
  })

  it('raised before is beside its call when the lead comes back', async () => {
    const { app, name } = await showApp(async (app) => {
      const ana = app.lead('Ana Ruiz')
      await app.open(ana)
      await app.call('objection.log', { leadId: ana, code: 'has_supplier', takesBack: null })
      await app.log(ana, 'callback', {
        step: { kind: 'call', at: NOW + MINUTE, agreed: true, withWhom: 'Ana' },
      })
      app.clock.advance(2 * MINUTE)
    })
    await name('Ana Ruiz')
    expect(await screen.findByText('Objected: We have a supplier')).toBeInTheDocument()
    expect(screen.getByText(/dialled by hand/)).toBeInTheDocument()
    expect(app.rows('objections')).toHaveLength(1)
  })
})

describe('the script', () => {
  it('has what to say when they say something, how to close and where the number came from', async () => {
    const { name, user } = await showTwo()
    await name('Ana Ruiz')
    await user.click(screen.getByRole('button', { name: 'If they say' }))
    expect(await screen.findByText('Cuénteme más')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Where from?' }))
    expect(screen.getByText(/lo borro y no le volvemos a llamar/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Opener' }))
    expect(screen.getByText(/dígamelo y lo apunto/)).toBeInTheDocument()
  })

  it('asks what is worth most, or whichever row is open', async () => {
    const { name, press } = await showTwo()
    await name('Ana Ruiz')
    expect(screen.getByText('¿Quién decide esto con usted?')).toBeInTheDocument()
    await press('t')
    expect(screen.getByText('¿Para cuándo necesitan tenerlo resuelto?')).toBeInTheDocument()
  })

  it('keeps that the opening line was said once they answered, and that it was not when unticked', async () => {
    const { app, name, press, user } = await showTwo()
    await name('Ana Ruiz')
    expect(screen.queryByRole('checkbox')).toBeNull()
    await press('{Enter}')
    const said = await screen.findByRole('checkbox', { name: 'Opening line said' })
    await waitFor(() => expect(said).toBeChecked())
    await user.click(said)
    await waitFor(() => expect(said).not.toBeChecked())
    heading().focus()
    await press('4')
    await press('{Control>}{Enter}{/Control}')
    await name('Luis Peña')
    expect(app.rows('calls')).toMatchObject([{ opening_said: 0 }])
  })
})
