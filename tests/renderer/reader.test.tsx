import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { signals } from '#electron/db/schema/lead'
import { refresh } from '#electron/services/queue'
import { violations } from './axe.ts'
import { heading, said, showApp, showTwo, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

describe('the loop for somebody who hears it', () => {
  it('has names for all that a call needs, and the focus on whoever is called', async () => {
    const { name } = await showTwo()
    await name('Ana Ruiz')
    expect(heading()).toHaveFocus()
    expect(screen.getByRole('main')).toBeInTheDocument()
    expect(screen.getByRole('navigation', { name: 'Sections' })).toBeInTheDocument()
    expect(screen.getByRole('complementary', { name: /queue/i })).toBeInTheDocument()
    expect(screen.getByRole('complementary', { name: 'What happened before' })).toBeInTheDocument()
    const outcomes = within(screen.getByRole('group', { name: 'Outcome of the call' }))
    for (const button of outcomes.getAllByRole('button')) expect(button).toHaveAttribute('aria-keyshortcuts')
    for (const criterion of ['Budget', 'Authority', 'Need', 'Timeline'])
      expect(screen.getByRole('group', { name: criterion })).toBeInTheDocument()
    expect(screen.getByRole('textbox', { name: 'Notes, saved as you type' })).toBeInTheDocument()
    expect(await violations()).toEqual([])
  })

  it('hears the call go on, and not its seconds', async () => {
    const { name, press } = await showTwo()
    await name('Ana Ruiz')
    const timer = () => screen.getByRole('timer')
    const live = () => timer().querySelector('[aria-live="polite"]')
    for (const [key, phase] of [
      [' ', 'dialling'],
      ['{Enter}', 'talking'],
      ['{Escape}', 'wrap-up'],
    ] as const) {
      await press(key)
      await waitFor(() => expect(timer()).toHaveAccessibleName(phase))
      expect(live()).toHaveTextContent(phase)
    }
    expect(live()).not.toHaveTextContent(/\d/)
  })

  it('hears what was saved, who is next, and what was refused and why', async () => {
    const { name, press } = await showTwo()
    await name('Ana Ruiz')
    await press('7')
    await press('{Control>}{Enter}{/Control}')
    expect(await screen.findByRole('alert')).toHaveTextContent(/BANT 75/)
    await press('{Escape}')
    heading().focus()
    await press('1')
    await name('Luis Peña')
    expect(said()).toHaveAttribute('aria-live', 'polite')
    expect(said()).toHaveTextContent('No answer saved for Ana Ruiz. Next: Luis Peña.')
    expect(heading()).toHaveFocus()
  })

  it('hears when somebody must not wait any longer', async () => {
    const { app, name } = await showApp((app) => {
      app.lead('Ana Ruiz')
    })
    await name('Ana Ruiz')
    const queue = screen.getByRole('status', { name: 'Up next' })
    expect(queue).toHaveTextContent('')
    const at = app.clock.now()
    const luis = app.lead('Luis Peña')
    app.db.insert(signals).values({ id: app.deps.newId(), leadId: luis, kind: 'demo', at }).run()
    app.db.transaction((tx) => refresh(tx, app.deps, [luis]))
    app.deps.emit({ kind: 'changed', topics: ['queue'] })
    await waitFor(() => expect(queue).toHaveTextContent('1 hot'))
  })
})
