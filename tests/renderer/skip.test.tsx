import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { DAY, HOUR } from '#shared/lib/time'
import { TOMORROW } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'
import { violations } from './axe.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

const show = async (language: 'en' | 'es' = 'en') => {
  const shown = await showApp((app) => {
    app.lead('Ana Ruiz')
    app.lead('Luis Peña')
  }, language)
  await shown.name('Ana Ruiz')
  return shown
}
const column = (name = 'Queue') => within(screen.getByRole('complementary', { name }))

describe('not now', () => {
  it('puts the lead on the desk off and brings the next; undo brings it back', async () => {
    const { app, user, name } = await show()
    await user.click(column().getByRole('button', { name: 'Not now' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Not now: until when?' }))
    await user.click(await dialog.findByRole('radio', { name: 'Tomorrow' }))
    expect(dialog.getByText(/^Comes back Wed .*:00\.$/)).toBeInTheDocument()
    await user.click(dialog.getByRole('button', { name: 'Put off' }))
    await name('Luis Peña')
    expect(app.rows<{ until: number }>('skips')).toMatchObject([
      { until: NOW + 23 * HOUR, reason: 'not_now' },
    ])
    const notice = await screen.findByText(/^Ana Ruiz is put off: Wed .*:00\.$/)
    expect(notice).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await name('Ana Ruiz')
    expect(app.rows<{ until: number | null }>('skips')[1]?.until).toBeNull()
  })

  it('is a key on the desk, which can be another', async () => {
    const { app, user, name } = await show()
    await waitFor(() => expect(column().getByRole('button', { name: 'Not now' })).toHaveTextContent('L'))
    await app.call('settings.save', { keys: { skip: ['Z'] } })
    await waitFor(() => expect(column().getByRole('button', { name: 'Not now' })).toHaveTextContent('Z'))
    act(() => screen.getByRole('heading', { level: 1 }).focus())
    await waitFor(async () => {
      await user.keyboard('z')
      expect(screen.getByRole('dialog', { name: 'Not now: until when?' })).toBeInTheDocument()
    })
    await user.click(await screen.findByRole('button', { name: 'Put off' }))
    await name('Luis Peña')
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus())
  })

  it('takes words, and says what it does not understand', async () => {
    const { app, user, name } = await show()
    await user.click(column().getByRole('button', { name: 'Not now' }))
    const dialog = within(await screen.findByRole('dialog'))
    const field = await dialog.findByRole('textbox', { name: 'Or in words' })
    await user.type(field, 'soonish')
    await user.click(dialog.getByRole('button', { name: 'Put off' }))
    expect(field).toBeInvalid()
    expect(app.rows('skips')).toEqual([])
    await user.clear(field)
    await user.type(field, 'thu 11{Enter}')
    await name('Luis Peña')
    expect(app.rows('skips')).toMatchObject([{ until: NOW + 2 * DAY + HOUR }])
  })

  it('is refused for a promise, with what to do instead', async () => {
    const { app, user } = await show()
    const ana = app.rows<{ id: string }>('leads')[0]?.id ?? ''
    await app.log(ana, 'callback', { step: TOMORROW })
    const choose = async () => {
      await user.click(column().getByRole('button', { name: 'Not now' }))
      await user.click(await screen.findByRole('button', { name: 'Put off' }))
    }
    await choose()
    expect(await screen.findByText(/They were promised this call/)).toBeInTheDocument()
    expect(app.rows('skips')).toEqual([])
  })

  it('has no axe violation, in Spanish too', async () => {
    const { user } = await show('es')
    await user.click(column('Cola').getByRole('button', { name: 'Ahora no' }))
    await screen.findByRole('button', { name: 'Aplazar' })
    expect(await violations()).toEqual([])
  })
})

it('two windows are not served the same lead', async () => {
  const { app } = await show()
  const other = '10000000-0000-4000-8000-000000000002'
  const card = await app.call('desk.open', { listId: app.list, leadId: null, after: null, seat: other })
  expect(card?.person.name).toBe('Luis Peña')
  await waitFor(() => expect(app.rows('leases')).toHaveLength(2))
})

it('how today ends is said under the queue', async () => {
  const { app } = await showApp(async (app) => {
    app.clock.set(NOW - DAY)
    await app.log(app.lead('Ana Ruiz'), 'no_answer')
    app.clock.set(NOW)
    for (const name of ['Luis Peña', 'Eva Gil']) app.lead(name)
  })
  expect(await app.call('queue.forecast', { listId: app.list })).toMatchObject({ pace: 1 })
  const said = 'Today: 1 due. At your pace of 1 a day, 0 of them and 2 new wait for another day.'
  expect(await screen.findByText(said)).toBeInTheDocument()
})
