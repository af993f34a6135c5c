import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'

import { DAY } from '#shared/lib/time'
import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const SAVE = { name: 'Save as a new version' }
const editor = (role: 'admin' | 'rep' = 'admin') =>
  showApp((app) => {
    location.hash = '/settings/reasons'
    app.sit(app.given.rep('Eva Sanz', role))
  })
type Shown = Awaited<ReturnType<typeof editor>>
const here = () => within(screen.getByRole('region', { name: 'Reasons for leaving' }))
const open = async ({ user }: Shown, name: RegExp) => {
  await user.click(await screen.findByRole('row', { name }))
  return within(await screen.findByRole('dialog'))
}
const done = ({ user }: Shown) => user.click(screen.getByRole('button', { name: 'Done' }))

it('another exit brings days that fit it, and what is out of bounds is said beside its field', async () => {
  const shown = await editor()
  const { app, user } = shown
  const form = await open(shown, /^Is a competitor/)
  expect(form.getByText('until another employer')).toBeInTheDocument()
  await user.click(form.getByRole('button', { name: /Exit/ }))
  await user.click(await screen.findByRole('option', { name: 'Closed, and looked at again in the queue' }))
  const days = await form.findByRole('textbox', { name: 'Days it holds' })
  expect(days).toHaveValue('90')
  await user.clear(days)
  await user.type(days, '3')
  expect(form.getByText(/choose 30 to 1825 days\./)).toBeInTheDocument()
  await user.clear(days)
  await user.type(days, '300')
  expect(await violations()).toEqual([])
  await done(shown)
  await user.click(here().getByRole('button', SAVE))
  await waitFor(() => expect(app.rows('rules')).toHaveLength(1))
  const { reasons } = await app.call('app.state', {})
  expect(reasons.find(({ code }) => code === 'competitor')).toMatchObject({ exit: 'review', days: 300 })
})

it('a reason of one’s own is added and offered in the call; a wish can be neither switched off nor ended', async () => {
  const shown = await editor()
  const { app, user } = shown
  await user.click(await screen.findByRole('button', { name: 'Add a reason' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByRole('textbox', { name: 'In English' }), 'They make it')
  await user.type(dialog.getByRole('textbox', { name: 'In Spanish' }), 'Lo fabrican ellos')
  await user.click(dialog.getByRole('button', { name: 'Add' }))
  await screen.findByRole('heading', { name: 'They make it' })
  await done(shown)
  const wish = await open(shown, /^Do not call/)
  expect(wish.getByRole('checkbox', { name: 'Offered in new calls and moves' })).toBeDisabled()
  expect(wish.queryByRole('textbox', { name: /Days/ })).toBeNull()
  await done(shown)
  await user.click(here().getByRole('button', SAVE))
  await waitFor(() => expect(app.rows('rules')).toHaveLength(1))
  expect(await here().findByText('They make it: added')).toBeInTheDocument()
  expect((await app.call('app.state', {})).reasons.at(-1)).toMatchObject({ code: 'no_need/they_make_it' })
})

it('says what would have become of those who left last month, before anything is saved', async () => {
  const shown = await showApp(async (app) => {
    await app.log(app.lead('Ana Ruiz'), 'not_interested', { reason: 'no_need' })
    location.hash = '/settings/reasons'
    app.sit(app.given.rep('Eva Sanz', 'admin'))
  })
  const { app, user } = shown
  app.clock.advance(31 * DAY)
  vi.setSystemTime(app.clock.now())
  const form = await open(shown, /^No need/)
  const days = form.getByRole('textbox', { name: 'Days it holds' })
  await user.clear(days)
  await user.type(days, '90')
  await done(shown)
  await user.click(here().getByRole('button', { name: 'What would have happened last month?' }))
  expect(await here().findByText(/^Leads that left between.*: 1\./)).toBeInTheDocument()
  expect(await violations()).toEqual([])
  await user.click(await screen.findByRole('row', { name: /Ana Ruiz.*5 Sept.*7 Jun/ }))
  await screen.findByRole('heading', { level: 1, name: 'Ana Ruiz' })
  expect(app.rows('rules')).toEqual([])
})

it('for how long a second refusal closes is the team’s to say', async () => {
  const shown = await editor()
  const { app, user } = shown
  const form = await open(shown, /^Does not want to talk/)
  const again = form.getByRole('textbox', { name: 'Days closed the second time' })
  expect(again).toHaveValue('365')
  await user.clear(again)
  await user.type(again, '9')
  expect(form.getByText(/choose 30 to 730 days\./)).toBeInTheDocument()
  await user.clear(again)
  await user.type(again, '200')
  await done(shown)
  await user.click(here().getByRole('button', SAVE))
  await waitFor(() => expect(app.rows('rules')).toHaveLength(1))
  expect(await here().findByText(/days the second time/)).toBeInTheDocument()
  const { reasons } = await app.call('app.state', {})
  expect(reasons.find(({ code }) => code === 'refused')).toMatchObject({ days: 60, again: 200 })
})

it('whoever is no admin reads it', async () => {
  const shown = await editor('rep')
  expect(await screen.findByText('Only an admin changes the reasons.')).toBeInTheDocument()
  const form = await open(shown, /^Student/)
  expect(form.getByRole('textbox', { name: 'Days it holds' })).toHaveAttribute('readonly')
  expect(screen.queryByRole('button', { name: 'Add a reason' })).toBeNull()
})
