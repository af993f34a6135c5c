import { screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'

import type { Settings } from '#shared/contract/settings'
import { MINUTE } from '#shared/lib/time'
import { NOW } from '../helpers/test-app.ts'
import { violations } from './axe.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

/** Ana agreed to be called now: a call from a mobile is not unsolicited. */
const promised = (settings: Partial<Settings>) =>
  showApp(async (app) => {
    await app.call('settings.save', settings)
    const ana = app.lead('Ana Ruiz')
    await app.log(ana, 'callback', {
      step: { kind: 'call', at: NOW + MINUTE, agreed: true, withWhom: 'Ana' },
    })
    app.clock.advance(MINUTE)
  })
const copying = (write: () => Promise<void>) => {
  const writeText = vi.fn<(text: string) => Promise<void>>(write)
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
  return writeText
}

it('a number is copied for a phone that stands beside the screen, once a press', async () => {
  const { app, name, press } = await promised({ dialWith: 'copy' })
  const writeText = copying(() => Promise.resolve())
  await name('Ana Ruiz')
  await press(' ')
  await screen.findByText(/is copied\. Dial it on your phone/)
  await press(' ')
  expect(writeText.mock.calls).toEqual([['+34600000001']])
  expect(app.dialled).toEqual([])
  await press('{Enter}')
  await screen.findByText('talking')
  expect(screen.queryByText(/is copied/)).toBeNull()
})

it('says the number where it could not be copied', async () => {
  const { name, press } = await promised({ dialWith: 'copy' })
  copying(() => Promise.reject(new Error('not allowed')))
  await name('Ana Ruiz')
  await press(' ')
  expect(await screen.findByText(/No phone took the number\. Dial \+34 600 00 00 01/)).toBeInTheDocument()
})

it('shows a code for a mobile, without standing in the way of a key', async () => {
  const { name, press } = await promised({ dialWith: 'qr' })
  await name('Ana Ruiz')
  await press(' ')
  expect(
    await screen.findByRole('img', { name: /Point your mobile at the code: \+34 600 00 00 01/ }),
  ).toBeInTheDocument()
  expect(await violations()).toEqual([])
  await press('{Enter}')
  await screen.findByText('talking')
})

it('refuses a mobile where nobody asked for the call and the rules there forbid it', async () => {
  const { app, name, press } = await showApp(async (app) => {
    await app.call('settings.save', { dialWith: 'qr' })
    app.lead('Ana Ruiz')
  })
  await name('Ana Ruiz')
  await press(' ')
  expect(await screen.findByRole('alert')).toHaveTextContent(
    /no unsolicited call may leave a mobile line there/,
  )
  expect(app.rows('edits')).toMatchObject([{ field: 'dial.refused' }])
})

it('offers the number to copy where no phone took it', async () => {
  const { app, user, name, press } = await promised({})
  app.deps.openUri = () => Promise.resolve(false)
  const writeText = copying(() => Promise.resolve())
  await name('Ana Ruiz')
  await press(' ')
  await user.click(await screen.findByRole('button', { name: 'Copy the number' }))
  expect(writeText).toHaveBeenCalledWith('+34600000001')
})
