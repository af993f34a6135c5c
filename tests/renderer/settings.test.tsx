import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const open = async (page: string, role: 'rep' | 'admin' = 'admin') => {
  const shown = await showApp((app) => {
    location.hash = `/settings/${page}`
    if (role === 'admin') app.sit(app.given.rep('Eva Sanz', 'admin'))
  })
  await screen.findByRole('heading', { level: 1, name: 'Settings' })
  return shown
}
const radio = (name: string) => screen.findByRole('radio', { name })

describe('settings', () => {
  it('are saved as they are chosen', async () => {
    const { user } = await open('desk')
    await user.click(await radio('Dark'))
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'))
    expect(await violations()).toEqual([])
    await user.click(screen.getByRole('radio', { name: 'Español' }))
    await screen.findByRole('heading', { level: 1, name: 'Ajustes' })
  })

  it('add somebody, refuse a name twice where it is typed, and switch who sits here', async () => {
    const { user } = await open('people')
    await user.click(await screen.findByRole('button', { name: 'Add a person' }))
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Óscar Vega{Enter}')
    expect(await screen.findByText('That name is taken already. Choose another.')).toBeInTheDocument()
    await user.clear(screen.getByRole('textbox', { name: 'Name' }))
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Inés Prat{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Sit here: Inés Prat' }))
    await screen.findByRole('button', { name: /Inés Prat, Rep/ })
  })

  it('change a list', async () => {
    const { user, app } = await open('lists')
    await user.click(await screen.findByRole('button', { name: 'Edit: Metal Q4' }))
    await user.type(await screen.findByRole('textbox', { name: 'Cost of the list' }), '1200,50')
    await user.click(screen.getByRole('radio', { name: 'Consumers' }))
    expect(screen.getByText('The stricter calling rules hold.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Save the list' }))
    await screen.findByText(/Consumers · Spain · Spanish · €1,200.50/)
    expect(app.rows('lists')).toMatchObject([{ cost_minor: 120050, currency: 'EUR', business: 0 }])
  })
})

describe('goals', () => {
  it('are a rep’s own; a team lead sets those of everybody', async () => {
    const { user, app } = await open('day')
    expect(await screen.findByRole('textbox', { name: 'Dials a day' })).toHaveValue('')
    await user.type(screen.getByRole('textbox', { name: 'Dials a day' }), '60')
    await waitFor(async () => expect((await app.call('app.state', {})).settings.goals.dials).toBe(60))
    await user.click(screen.getByRole('link', { name: 'Goals' }))
    const field = await screen.findByRole('textbox', { name: 'Lucía Marín, conversations a day' })
    await user.clear(field)
    await user.type(field, '20')
    await waitFor(async () =>
      expect((await app.call('goals.list', {})).find(({ repId }) => repId === app.lucia)).toMatchObject({
        goals: { conversations: 20, sqls: 1, dials: null },
      }),
    )
  })

  it('of others are not a rep’s to see', async () => {
    await open('goals', 'rep')
    expect(await screen.findByText('Only a team lead opens this page. Ask one of them.')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: /Goals.*a team lead changes it/ })).toBeInTheDocument()
    expect(screen.queryByRole('textbox', { name: /conversations a day/ })).toBeNull()
  })
})

describe('keys', () => {
  const change = async (user: Awaited<ReturnType<typeof open>>['user'], command: string) => {
    await user.click(await screen.findByRole('button', { name: `Change the key of “${command}”` }))
    return screen.findByRole('textbox', { name: `New key for “${command}”` })
  }

  it('are pressed, not chosen, and hold on the desk at once', async () => {
    const { user, app, press, name } = await open('keys')
    app.lead('Ana Ruiz')
    app.lead('Marta Vidal')
    expect(await change(user, 'No answer')).toHaveFocus()
    expect(await violations()).toEqual([])
    await press('z')
    await waitFor(async () =>
      expect((await app.call('app.state', {})).settings.keys).toEqual({ 'outcome.no_answer': ['Z'] }),
    )
    expect(screen.getByTestId('said')).toHaveTextContent('No answer: Z')
    expect(screen.getByRole('button', { name: 'Change the key of “No answer”' })).toHaveFocus()
    await user.click(screen.getByRole('link', { name: 'Queue' }))
    await name('Ana Ruiz')
    await press('1')
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Ana Ruiz')
    expect(screen.getByRole('button', { name: 'No answer' })).toHaveAttribute('aria-keyshortcuts', 'Z')
    await press('z')
    await name('Marta Vidal')
  })

  it('of one letter can be switched off altogether', async () => {
    const { user, app } = await open('keys')
    await user.click(await screen.findByRole('checkbox', { name: 'Single-key commands on the desk' }))
    await waitFor(async () => expect((await app.call('app.state', {})).settings.singleKeys).toBe(false))
  })

  it('that somebody has name who, and can be taken from there', async () => {
    const { user, app, press } = await open('keys')
    await change(user, 'Write a note')
    await press('d')
    expect(await screen.findByRole('alert')).toHaveTextContent('D is “Dead no.” already.')
    await user.click(screen.getByRole('button', { name: 'Use D here instead' }))
    await waitFor(async () =>
      expect((await app.call('app.state', {})).settings.keys).toEqual({
        note: ['D'],
        'outcome.dead_number': [],
      }),
    )
    await user.click(screen.getByRole('button', { name: 'Back to the usual key of “Dead no.”' }))
    await waitFor(async () => expect((await app.call('app.state', {})).settings.keys).toEqual({ note: [] }))
    await user.click(await screen.findByRole('button', { name: 'Usual keys' }))
    await waitFor(async () => expect((await app.call('app.state', {})).settings.keys).toEqual({}))
  })

  it('of the browser are refused, Esc keeps the old one, Ctrl+K opens nothing meanwhile', async () => {
    const { user, app, press } = await open('keys')
    await change(user, 'Write a note')
    await press('{Control>}c{/Control}')
    expect(await screen.findByRole('alert')).toHaveTextContent('Ctrl C belongs to the browser or the system.')
    await press('{Control>}k{/Control}')
    expect(await screen.findByRole('alert')).toHaveTextContent('Ctrl K is “Find anything” already.')
    expect(screen.queryByRole('dialog')).toBeNull()
    await press('{Escape}')
    expect(screen.queryByRole('textbox', { name: /New key/ })).toBeNull()
    expect((await app.call('app.state', {})).settings.keys).toEqual({})
  })
})

describe('the rules', () => {
  it('say what is left to give, and refuse what does not add up', async () => {
    const { user, app } = await open('rules')
    const points = await screen.findByRole('textbox', { name: 'Industry, points' })
    await user.clear(points)
    await user.type(points, '25')
    expect(screen.getByText('5 left to give.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Save as a new version' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('The most that can be reached must be 100.')
    const place = screen.getByRole('textbox', { name: 'Place, points' })
    await user.clear(place)
    await user.type(place, '25')
    await user.type(screen.getByRole('textbox', { name: 'Industry, targets' }), 'metal, plastics')
    await user.click(screen.getByRole('button', { name: 'Save as a new version' }))
    await screen.findByText(/Saved as version 1/)
    const { score } = await app.call('rules.get', {})
    expect(score.fit[0]).toEqual({ rule: 'industry', points: 25, targets: ['metal', 'plastics'] })
  })

  it('are read by a rep, not changed', async () => {
    await open('rules', 'rep')
    expect(await screen.findByText(/Only an admin changes these/)).toBeInTheDocument()
    expect(screen.getByRole('textbox', { name: 'Industry, points' })).toHaveAttribute('readonly')
  })
})
