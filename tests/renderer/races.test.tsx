import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import type { Bridge } from '#shared/contract/bridge'
import type { DeskApp } from '../helpers/desk.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

/** The phone's answer to every dial is held back until it is let go. */
function slowPhone() {
  const { promise: opened, resolve: open } = Promise.withResolvers<void>()
  const hostOf = (app: DeskApp): Partial<Bridge> => ({
    send: async (method, input) => {
      const reply = app.dispatch(method, input)
      if (method === 'call.dial') await opened
      return reply
    },
  })
  return { open, hostOf }
}

const two = (hostOf?: (app: DeskApp) => Partial<Bridge>) =>
  showApp(
    (app) => {
      app.lead('Ana Ruiz', { phones: 2 })
      app.lead('Luis Peña')
    },
    'en',
    hostOf,
  )

describe('while the phone is still opening', () => {
  it('the next lead can be dialled', async () => {
    const phone = slowPhone()
    const { app, name, press } = await two(phone.hostOf)
    await name('Ana Ruiz')
    await press(' ')
    await press('1')
    await name('Luis Peña')
    await press(' ')
    await press('2')
    await waitFor(() => expect(app.rows('calls')).toHaveLength(2))
    expect(app.rows('calls').map((call) => call['by_hand'])).toEqual([0, 0])
    phone.open()
  })

  it('its answer for a line that failed leaves the next call to the same person alone', async () => {
    const phone = slowPhone()
    const { app, name, press } = await two(phone.hostOf)
    await name('Ana Ruiz')
    await press(' ')
    await press('f')
    await screen.findByText(/saved for Ana Ruiz. Next: Ana Ruiz/)
    await name('Ana Ruiz')
    phone.open()
    await press('4')
    await press('{Control>}{Enter}{/Control}')
    await name('Luis Peña')
    expect(app.rows('calls').map((call) => call['outcome'])).toEqual(['technical_failure', 'gatekeeper'])
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

it('a call that another window logged is not logged twice: the lead is shown as it stands, and that is said', async () => {
  const { app, name, press } = await two()
  await name('Ana Ruiz')
  const [ana] = app.rows<{ id: string }>('leads')
  await app.log(ana?.id ?? '', 'busy')
  await press('1')
  expect(await screen.findByRole('alert')).toHaveTextContent('saved already, perhaps in another window')
  expect(app.rows('calls').map((call) => call['outcome'])).toEqual(['busy'])
  await name('Ana Ruiz')
  await press('j')
  await name('Luis Peña')
})
