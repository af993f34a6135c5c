import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { violations } from './axe.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

describe('a whole company that asked for silence', () => {
  it('waits on a team lead’s day, and is narrowed on the company’s page', async () => {
    const { app, user } = await showApp(async (app) => {
      const [ana] = [app.lead('Ana Ruiz'), app.lead('Eva Gil')]
      await app.log(ana, 'do_not_call', { scope: 'company' })
      app.sit(app.oscar)
      location.hash = '/day'
    })
    const heading = await screen.findByRole('heading', {
      level: 2,
      name: 'Whole companies that asked for silence',
    })
    const card = within(heading.closest('section') ?? document.body)
    expect(card.getByText('by 17 Mar')).toBeInTheDocument()
    expect(card.getByText(/Ana Ruiz · Lucía Marín · keeps 2 leads out/)).toBeInTheDocument()
    expect(await violations()).toEqual([])
    await user.click(card.getByRole('link', { name: 'Talleres Norte' }))
    await user.click(await screen.findByRole('button', { name: 'Only who said it' }))
    expect(await screen.findByText(/Only who said it will not be called/)).toBeInTheDocument()
    expect(await screen.findByText('1 person asked not to be called')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Only who said it' })).toBeNull()
    expect(await violations()).toEqual([])
    expect(app.rows('queue')).toHaveLength(1)
  })

  it('is explained on the call card while it waits for a team lead', async () => {
    const { user } = await showApp(async (app) => {
      const [ana, eva] = [app.lead('Ana Ruiz'), app.lead('Eva Gil')]
      await app.log(ana, 'do_not_call', { scope: 'company' })
      location.hash = `/queue/${eva}`
    }, 'es')
    const words = /por ahora: si un responsable de equipo no lo confirma hasta el 17 mar 2026, vale solo/
    await user.click(await screen.findByRole('button', { name: /su empresa pidió .*, por ahora$/ }))
    expect(await within(await screen.findByRole('dialog')).findByText(words)).toBeInTheDocument()
    expect(await violations()).toEqual([])
  })

  it('is for a rep to read, and for a lead to decide', async () => {
    await showApp(async (app) => {
      await app.log(app.lead('Ana Ruiz'), 'do_not_call', { scope: 'company' })
      location.hash = `/companies/${app.norte}`
    }, 'es')
    expect(await screen.findByText('Lo confirma o lo limita un responsable de equipo.')).toBeInTheDocument()
    expect(screen.getByText(/Ana Ruiz pidió, según consta.*17 mar/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Confirmar para toda la empresa' })).toBeNull()
    expect(await violations()).toEqual([])
  })
})

it('the timeline says what a lead set by hand, until when, and which proofs they passed', async () => {
  await showApp(async (app) => {
    const ana = app.lead('Ana Ruiz')
    await app.log(ana, 'callback')
    app.sit(app.oscar)
    const set = { leadId: ana, score: 'fit', points: 80_00, days: 10, reason: 'knows the group' } as const
    await app.call('lead.setScore', set)
    await app.call('lead.move', { leadId: ana, to: 'sql', reason: null, override: 'their word is enough' })
    location.hash = `/leads/${ana}`
  })
  expect(await screen.findByText('Fit set by hand: 80')).toBeInTheDocument()
  expect(screen.getByText(/Óscar Vega · until 20 Mar/)).toBeInTheDocument()
  expect(screen.getByText('“knows the group”')).toBeInTheDocument()
  expect(screen.getByText(/proofs passed by Óscar Vega: their word is enough/)).toBeInTheDocument()
})
