import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { violations } from './axe.ts'
import { heading, said, showApp, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

const two = async (singleKeys = true) => {
  const shown = await showApp(async (app) => {
    app.lead('Ana Ruiz')
    app.lead('Luis Peña')
    await app.call('settings.save', { singleKeys })
  })
  await shown.name('Ana Ruiz')
  return shown
}
const notes = () => screen.getByRole('textbox', { name: /^Notes/ })

describe('in a field', () => {
  it('every key is text, and none of them a call', async () => {
    const { app, user } = await two()
    await user.click(notes())
    await user.keyboard('1 2 d x b n ? j')
    expect(notes()).toHaveValue('1 2 d x b n ? j')
    expect(heading()).toHaveTextContent('Ana Ruiz')
    expect(app.rows('calls')).toEqual([])
    expect(app.dialled).toEqual([])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('the undo of the last outcome does not happen, on the desk it does', async () => {
    const { user, press, name } = await two()
    await press('1')
    await name('Luis Peña')
    await user.click(notes())
    await press('{Control>}z{/Control}')
    expect(heading()).toHaveTextContent('Luis Peña')
    await press('{Escape}')
    expect(heading()).toHaveFocus()
    await press('{Control>}z{/Control}')
    await name('Ana Ruiz')
    expect(said()).toHaveTextContent(/Taken back: No answer/)
  })
})

describe('from anywhere', () => {
  it('F2 is back on the desk, out of a field of another screen too', async () => {
    const { press, name, user } = await two()
    await user.click(screen.getByRole('link', { name: 'Settings' }))
    await user.click(await screen.findByRole('searchbox', { name: 'Find a setting' }))
    await press('{F2}')
    await name('Ana Ruiz')
    await waitFor(() => expect(heading()).toHaveFocus())
  })

  it('Ctrl+Enter saves, also from the queue’s column and the frame', async () => {
    const { app, press, name } = await two()
    await press('4')
    screen.getByRole('link', { name: 'Settings' }).focus()
    await press('6')
    expect(screen.getByRole('region', { name: 'Gatekeeper' })).toBeInTheDocument()
    await press('{Control>}{Enter}{/Control}')
    await name('Luis Peña')
    expect(app.rows('calls')).toMatchObject([{ outcome: 'gatekeeper' }])
    await press('4')
    screen.getAllByRole('button', { name: /Luis Peña/ })[0]?.focus()
    await press('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(app.rows('calls')).toHaveLength(2))
  })

  it('but from a dialog nothing does, and single keys stay where they are', async () => {
    const { app, press } = await two()
    await press('4')
    await press('?')
    await screen.findByRole('dialog', { name: 'Keys' })
    await press('{Control>}{Enter}{/Control}1')
    expect(app.rows('calls')).toEqual([])
  })
})

describe('a key that writes', () => {
  it('does nothing on the desk: dead keys, AltGr, input methods', async () => {
    const { app } = await two()
    fireEvent.keyDown(heading(), { key: 'Dead', code: 'Digit1' })
    fireEvent.keyDown(heading(), { key: '1', code: 'Digit1', isComposing: true })
    fireEvent.keyDown(heading(), { key: '1', code: 'Digit1', altKey: true })
    // What a key began would have come back from the engine before this does.
    await act(async () => void (await app.call('desk.open', { listId: app.list, leadId: null, after: null })))
    expect(heading()).toHaveTextContent('Ana Ruiz')
    expect(app.rows('calls')).toEqual([])
  })

  it('is taken by what is printed on it: a French 1, a Russian B', async () => {
    const { name } = await two()
    fireEvent.keyDown(heading(), { key: 'и', code: 'KeyB' })
    const budget = within(screen.getByRole('group', { name: 'Budget' }))
    await waitFor(() =>
      expect(budget.getByRole('button', { name: 'Budget' })).toHaveAttribute('aria-expanded', 'true'),
    )
    fireEvent.keyDown(heading(), { key: 'Escape', code: 'Escape' })
    fireEvent.keyDown(heading(), { key: '&', code: 'Digit1' })
    await name('Luis Peña')
  })
})

describe('?', () => {
  it('shows the keys on every screen, gives the focus back, and leads to where they are changed', async () => {
    const { press, user } = await two()
    await press('?')
    await screen.findByRole('dialog', { name: 'Keys' })
    expect(await violations()).toEqual([])
    await press('{Escape}')
    await waitFor(() => expect(heading()).toHaveFocus())
    act(() => void (location.hash = '/export'))
    await screen.findByRole('heading', { level: 1, name: /SQL/ })
    await press('?')
    await user.click(await screen.findByRole('button', { name: 'Change keys' }))
    await waitFor(() => expect(screen.getByRole('region', { name: 'Keys' })).toHaveFocus())
  })

  it('is a single key too: where those are off it is silent, and Ctrl+K is not', async () => {
    const { press } = await two(false)
    await press('?')
    expect(screen.queryByRole('dialog')).toBeNull()
    await press('{Control>}k{/Control}')
    expect(await screen.findByRole('dialog', { name: 'Find anything' })).toBeInTheDocument()
  })
})

it('a new lead is deaf to every key, the palette’s too', async () => {
  const { press, name } = await two()
  await press('1')
  await screen.findByRole('heading', { level: 1, name: 'Luis Peña' })
  await press('{Control>}k{/Control}?b1')
  expect(screen.queryByRole('dialog')).toBeNull()
  await name('Luis Peña')
  await press('{Control>}k{/Control}')
  expect(await screen.findByRole('dialog', { name: 'Find anything' })).toBeInTheDocument()
})
