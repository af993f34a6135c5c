import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const open = async (role: 'rep' | 'admin' = 'admin') => {
  const shown = await showApp((app) => {
    location.hash = '/settings'
    if (role === 'admin') app.sit(app.given.rep('Eva Sanz', 'admin'))
  })
  await screen.findByRole('heading', { level: 1, name: 'Settings' })
  await screen.findByRole('textbox', { name: 'Industry, points' })
  return shown
}

describe('settings', () => {
  it('are saved as they are chosen', async () => {
    const { user, app } = await open()
    expect(await violations()).toEqual([])
    await user.click(screen.getByRole('radio', { name: 'Dark' }))
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'))
    await user.click(screen.getByRole('checkbox', { name: 'Single-key commands on the desk' }))
    await waitFor(async () => expect((await app.call('app.state', {})).settings.singleKeys).toBe(false))
    await user.click(screen.getByRole('radio', { name: 'Español' }))
    await screen.findByRole('heading', { level: 1, name: 'Ajustes' })
  })

  it('add somebody, refuse a name twice where it is typed, and switch who sits here', async () => {
    const { user } = await open()
    await user.click(screen.getByRole('button', { name: 'Add a person' }))
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Óscar Vega{Enter}')
    expect(await screen.findByText('That name is taken already. Choose another.')).toBeInTheDocument()
    await user.clear(screen.getByRole('textbox', { name: 'Name' }))
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Inés Prat{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Sit here: Inés Prat' }))
    await screen.findByRole('button', { name: /Inés Prat, Rep/ })
  })

  it('change a list', async () => {
    const { user, app } = await open()
    await user.click(screen.getByRole('button', { name: 'Edit: Metal Q4' }))
    await user.type(await screen.findByRole('textbox', { name: 'Cost of the list' }), '1200,50')
    await user.click(screen.getByRole('radio', { name: 'Consumers' }))
    expect(screen.getByText('The stricter calling rules hold.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Save the list' }))
    await screen.findByText(/Consumers · Spain · Spanish · €1,200.50/)
    expect(app.rows('lists')).toMatchObject([{ cost_minor: 120050, currency: 'EUR', business: 0 }])
  })
})

describe('the rules', () => {
  it('say what is left to give, and refuse what does not add up', async () => {
    const { user, app } = await open()
    const points = screen.getByRole('textbox', { name: 'Industry, points' })
    await user.clear(points)
    await user.type(points, '25')
    expect(screen.getByText('5 left to give.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Save as a new version' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The points must add up to 100.')
    const place = screen.getByRole('textbox', { name: 'Place, points' })
    await user.clear(place)
    await user.type(place, '25')
    await user.type(screen.getByRole('textbox', { name: 'Industry, targets' }), 'metal, plastics')
    await user.click(screen.getByRole('button', { name: 'Save as a new version' }))
    await screen.findByText(/Saved as version 1/)
    const { score } = await app.call('rules.get', {})
    expect(score.fit[0]).toEqual({ rule: 'industry', points: 25, targets: ['metal', 'plastics'] })
  })

  it('explain a weight that is a hidden veto as it is typed', async () => {
    const { user } = await open()
    expect(screen.getByText('With yes to any three, 75 is reached at least.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '30, 25, 30, 15' }))
    expect(
      screen.getByText('Without Budget the most that can be reached is 70, under 75: it is a hidden veto.'),
    ).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Discard' }))
    expect(screen.queryByText(/hidden veto/)).toBeNull()
  })

  it('are read by a rep, not changed', async () => {
    await open('rep')
    expect(screen.getByText(/Only an admin changes these/)).toBeInTheDocument()
    expect(screen.getByRole('textbox', { name: 'Industry, points' })).toHaveAttribute('readonly')
    expect(screen.queryByRole('button', { name: '25 each' })).toBeNull()
  })
})
