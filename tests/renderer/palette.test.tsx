import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { violations } from './axe.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

const OPEN = '{Control>}k{/Control}'
const field = () => screen.findByRole('combobox', { name: 'Find anything' })
const group = async (name: string) => within(await screen.findByRole('group', { name }))
const shown = async () => {
  const app = await showApp((app) => {
    app.lead('Ana Ruiz')
    app.lead('Marta Vidal')
    app.given.list('Vidrio Norte')
  })
  await app.name('Ana Ruiz')
  return app
}

describe('finding', () => {
  it('goes to a person by name, company, phone or e-mail', async () => {
    const { user, press } = await shown()
    await press(OPEN)
    await user.type(await field(), 'mar vid')
    await (await group('People')).findByRole('option', { name: /Marta Vidal.*Talleres Norte/ })
    expect(await violations()).toEqual([])
    await user.clear(await field())
    await user.type(await field(), '600000002')
    await (await group('People')).findByRole('option', { name: /Marta Vidal/ })
    await press('{Enter}')
    await waitFor(() => expect(location.hash).toMatch(/^#\/leads\//))
    await screen.findByRole('heading', { level: 1, name: /Marta Vidal/ })
  })

  it('goes to a person by what a file said of them in a column of no field, and says in which', async () => {
    const { press, user, name } = await showApp(async (app) => {
      const leadId = app.lead('Ana Ruiz')
      await app.call('lead.edit', { leadId, field: 'extra', of: 'Máquina', value: 'Torno de 1998' })
    })
    await name('Ana Ruiz')
    await press(OPEN)
    await user.type(await field(), 'torno')
    const found = await (
      await group('People')
    ).findByRole('option', { name: /Ana Ruiz Máquina: Torno de 1998/ })
    expect(found).toBeInTheDocument()
  })

  it('waits with Enter for the answer to the last letter', async () => {
    const { user, press } = await shown()
    await press(OPEN)
    await user.type(await field(), 'marta{Enter}')
    expect(await screen.findByRole('heading', { level: 1, name: /Marta Vidal/ })).toBeInTheDocument()
  })

  it('finds companies, lists, screens, commands and settings by the beginnings of their words', async () => {
    const { user, press } = await shown()
    await press(OPEN)
    await user.type(await field(), 'norte')
    await (await group('Companies')).findByRole('option', { name: 'Talleres Norte 2 people' })
    ;(await group('Lists')).getByRole('option', { name: /Vidrio Norte/ })
    await user.clear(await field())
    await user.type(await field(), 'num')
    await (await group('Screens')).findByRole('option', { name: /Numbers/ })
    await user.clear(await field())
    await user.type(await field(), 'who they')
    await (await group('Settings')).findByRole('option', { name: /Fit: who they are/ })
    await user.clear(await field())
    await user.type(await field(), 'zzz')
    await screen.findByText(/Nothing is called that/)
    expect(await violations()).toEqual([])
  })

  it('puts a person on the desk with Ctrl+Enter', async () => {
    const { user, press, name } = await shown()
    await press(OPEN)
    await user.type(await field(), 'vidal')
    await screen.findByRole('option', { name: /Marta Vidal/ })
    await press('{Control>}{Enter}{/Control}')
    await name('Marta Vidal')
    expect(location.hash).toBe('#/queue')
  })

  it('opens a company’s page, and the screens beside the rail', async () => {
    const { user, press } = await shown()
    await press(OPEN)
    await user.type(await field(), 'talleres')
    await user.click(await (await group('Companies')).findByRole('option', { name: /Talleres Norte/ }))
    expect(await screen.findByRole('heading', { level: 1, name: /Talleres Norte/ })).toBeInTheDocument()
    await press(OPEN)
    await user.type(await field(), 'scripts')
    await screen.findByRole('option', { name: /Scripts and objections/ })
    await press('{Enter}')
    await waitFor(() => expect(location.hash).toMatch(/^#\/script/))
  })

  it('puts another list on the desk', async () => {
    const { user, press } = await shown()
    await press(OPEN)
    await user.type(await field(), 'vidrio')
    await screen.findByRole('option', { name: /Vidrio Norte/ })
    await press('{Enter}')
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /List/ })).toHaveTextContent('Vidrio Norte'),
    )
  })
})

describe('commands', () => {
  it('do on the lead what their key does, and show that key', async () => {
    const { app, user, press, name } = await shown()
    await press(OPEN)
    await user.type(await field(), 'no answer')
    const option = await (await group('Commands')).findByRole('option', { name: 'No answer outcome' })
    expect(option).toHaveTextContent('1')
    await press('{Enter}')
    await name('Marta Vidal')
    expect(app.rows('calls')).toMatchObject([{ outcome: 'no_answer' }])
  })

  it('that write put the focus where one writes', async () => {
    const { user, press } = await shown()
    await press(OPEN)
    await user.type(await field(), 'write a note')
    await screen.findByRole('option', { name: /Write a note/ })
    await press('{Enter}')
    await waitFor(() => expect(screen.getByRole('textbox', { name: /Notes/ })).toHaveFocus())
  })

  it('of the desk are not offered on another screen', async () => {
    const { user, press } = await shown()
    act(() => void (location.hash = '/settings'))
    await screen.findByRole('heading', { level: 1, name: 'Settings' })
    await press(OPEN)
    await user.type(await field(), 'look')
    await (await group('Commands')).findByRole('option', { name: 'Look: Dark' })
    await user.clear(await field())
    await user.type(await field(), 'gatekeeper')
    expect(await screen.findByText(/Nothing is called that/)).toBeInTheDocument()
  })
})

describe('the list', () => {
  it('begins with what one went to last, in the words of now', async () => {
    const { user, press } = await shown()
    await press(OPEN)
    await user.type(await field(), 'marta{Enter}')
    await screen.findByRole('heading', { level: 1, name: /Marta Vidal/ })
    await press(OPEN)
    await user.type(await field(), 'export{Enter}')
    await waitFor(() => expect(location.hash).toBe('#/export'))
    await press(OPEN)
    const recent = await group('Recent')
    await recent.findByRole('option', { name: /Marta Vidal/ })
    expect(recent.getAllByRole('option').map((option) => option.textContent)).toMatchObject([
      expect.stringMatching(/^Export/),
      expect.stringMatching(/^Marta Vidal/),
    ])
  })

  it('has who was looked at, however one came there', async () => {
    const { app, press } = await shown()
    const [ana] = app.rows<{ id: string }>('leads')
    act(() => void (location.hash = `/leads/${ana?.id}`))
    await screen.findByRole('heading', { level: 1, name: /Ana Ruiz/ })
    await press(OPEN)
    expect(await (await group('Recent')).findByRole('option', { name: /Ana Ruiz/ })).toBeInTheDocument()
  })

  it('is gone through by arrows, round and round, and Esc gives the focus back', async () => {
    const { user, press } = await shown()
    const heading = screen.getByRole('heading', { level: 1 })
    await press(OPEN)
    await user.type(await field(), 'norte')
    const options = await screen.findAllByRole('option')
    const chosen = () => options.findIndex((option) => option.getAttribute('aria-selected') === 'true')
    expect(chosen()).toBe(0)
    await press('{ArrowUp}')
    expect(chosen()).toBe(options.length - 1)
    expect(await field()).toHaveAttribute('aria-activedescendant', options.at(-1)?.id)
    await press('{ArrowDown}{ArrowDown}')
    expect(chosen()).toBe(1)
    await press('{Escape}')
    await waitFor(() => expect(heading).toHaveFocus())
  })

  it('opens from a field, and what is typed in it is text', async () => {
    const { app, user, press } = await shown()
    await user.click(screen.getByRole('textbox', { name: /Notes/ }))
    await press(OPEN)
    await user.type(await field(), '1x')
    expect(await field()).toHaveValue('1x')
    await press('{Escape}')
    await waitFor(() => expect(screen.getByRole('textbox', { name: /Notes/ })).toHaveFocus())
    expect(app.rows('calls')).toEqual([])
  })
})
