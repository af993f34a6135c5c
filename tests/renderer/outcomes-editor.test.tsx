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
const editor = () =>
  showApp(async (app) => {
    location.hash = '/settings/outcomes'
    await app.log(app.lead('Ana Ruiz'), 'no_answer')
    app.sit(app.given.rep('Eva Sanz', 'admin'))
  })
type Shown = Awaited<ReturnType<typeof editor>>
const here = () => within(screen.getByRole('region', { name: 'Outcomes' }))
const open = async ({ user }: Shown, name: RegExp) => {
  await user.click(await screen.findByRole('row', { name }))
  return within(await screen.findByRole('dialog'))
}
const done = async ({ user }: Shown) => user.click(screen.getByRole('button', { name: 'Done' }))

it('a name, a key and a delay are changed in the row’s form, and every screen has them once saved', async () => {
  const shown = await editor()
  const { app, user } = shown
  const form = await open(shown, /^No answer/)
  await user.type(form.getByRole('textbox', { name: 'In English' }), 'Rang out')
  const key = form.getByRole('textbox', { name: 'Key on the desk' })
  await user.type(key, '2')
  expect(form.getByText(/Busy has that key\. Choose another\./)).toBeInTheDocument()
  await user.type(key, 'b')
  expect(form.getByText(/that key does “/)).toBeInTheDocument()
  await user.type(key, 'z')
  await user.click(form.getByRole('button', { name: /Tried again/ }))
  await user.click(await screen.findByRole('option', { name: 'after hours' }))
  await waitFor(() => expect(form.getByRole('textbox', { name: 'Hours' })).toHaveValue('4'))
  expect(await violations()).toEqual([])
  await done(shown)

  await user.click(here().getByRole('button', SAVE))
  expect(await here().findByRole('alert')).toHaveTextContent('Rang out: write its name in both languages.')
  const again = await open(shown, /^Rang out/)
  await user.type(again.getByRole('textbox', { name: 'In Spanish' }), 'No coge')
  await done(shown)
  await user.click(here().getByRole('button', SAVE))
  await waitFor(() => expect(app.rows('rules')).toHaveLength(1))
  const { outcomes, words } = await app.call('app.state', {})
  expect(outcomes[0]).toMatchObject({ code: 'no_answer', key: 'Z', delay: { by: 'hours', hours: 4 } })
  expect(words.es['outcome.no_answer']).toBe('No coge')
})

it('an outcome of one’s own is added, saved, and shows what a version changed; it is brought back with a press', async () => {
  const shown = await editor()
  const { app, user } = shown
  await user.click(await screen.findByRole('button', { name: 'Add an outcome' }))
  const adding = within(await screen.findByRole('dialog'))
  await user.type(adding.getByRole('textbox', { name: 'In English' }), 'Retired')
  await user.type(adding.getByRole('textbox', { name: 'In Spanish' }), 'Jubilado')
  await user.click(adding.getByRole('button', { name: 'Add' }))
  const form = within(await screen.findByRole('dialog', { name: 'Retired' }))
  await user.click(form.getByRole('checkbox', { name: 'a note' }))
  await done(shown)
  await user.click(here().getByRole('button', SAVE))
  await waitFor(() => expect(app.rows('rules')).toHaveLength(1))
  expect((await app.call('app.state', {})).outcomes.at(-1)).toMatchObject({
    code: 'own_retired',
    kind: 'not_interested',
    needs: ['reason', 'note'],
  })
  await user.click(await here().findByRole('button', { name: /^Versions/ }))
  expect(await here().findByText('Retired: added')).toBeInTheDocument()
  await user.click(here().getByRole('button', { name: 'Bring back version 0' }))
  await waitFor(() => expect(app.rows('rules')).toHaveLength(2))
  expect(await violations()).toEqual([])
})

it('says what would have happened last month before anything is saved', async () => {
  const shown = await editor()
  const { app, user } = shown
  app.clock.advance(31 * DAY)
  vi.setSystemTime(app.clock.now())
  const form = await open(shown, /^No answer/)
  await user.click(form.getByRole('checkbox', { name: 'a note' }))
  await done(shown)
  await user.click(here().getByRole('button', { name: 'What would have happened last month?' }))
  expect(await here().findByText(/^1 calls between/)).toBeInTheDocument()
  await user.click(await screen.findByRole('row', { name: /Ana Ruiz.*would have waited/ }))
  await screen.findByRole('heading', { level: 1, name: 'Ana Ruiz' })
  expect(app.rows('rules')).toEqual([])
})

it('what a wish brings can’t be weakened, and who is no admin only reads', async () => {
  const shown = await showApp((app) => {
    location.hash = '/settings/outcomes'
    app.sit(app.oscar)
  })
  const form = await open(shown, /^Do not call/)
  expect(form.getByRole('checkbox', { name: 'On the call screen' })).toBeDisabled()
  expect(form.getByText(/Nothing may be asked before/)).toBeInTheDocument()
  expect(form.getByRole('textbox', { name: 'In English' })).toHaveAttribute('readonly')
  await done(shown)
  expect(screen.queryByRole('button', { name: 'Add an outcome' })).toBeNull()
})
