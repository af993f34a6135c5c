import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { PAGES } from '../../renderer/features/settings/pages.ts'
import { wordOf } from '../../renderer/features/settings/found.ts'
import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const open = async (path: string, language: 'en' | 'es' = 'en') => {
  location.hash = path
  const shown = await showApp((app) => app.sit(app.given.rep('Eva Sanz', 'admin')), language)
  await screen.findByRole('searchbox')
  return shown
}
const page = (name: string) => screen.findByRole('region', { name })
const at = (path: string) => waitFor(() => expect(location.hash).toBe(`#${path}`))

describe('the pages of Settings', () => {
  it('each have an address of their own, and no axe violation', async () => {
    await open('/settings')
    const links = screen
      .getAllByRole<HTMLAnchorElement>('link')
      .filter((link) => link.hash.startsWith('#/settings/'))
    expect(new Set(links.map(({ hash }) => hash))).toEqual(new Set(PAGES.map(({ id }) => `#/settings/${id}`)))
    expect(screen.getByRole('link', { name: 'Look and language' })).toHaveAttribute('aria-current', 'page')
    expect(await violations()).toEqual([])
  })

  it('are walked by letters from the page, and the focus is where it was when one comes back', async () => {
    const { user, press } = await open('/settings/phone')
    expect(await page('Phone')).toHaveFocus()
    await user.click(await screen.findByRole('radio', { name: 'Mobile' }))
    await user.click(screen.getByRole('link', { name: /Next: Day and reminders/ }))
    await waitFor(async () => expect(await page('Day and reminders')).toHaveFocus())
    await press('k')
    await at('/settings/phone')
    await waitFor(() => expect(screen.getByRole('radio', { name: 'Mobile' })).toHaveFocus())
    // In a control a letter is its own.
    await press('j')
    expect(location.hash).toBe('#/settings/phone')
  })

  it('are walked by arrows in their list, where the focus stays', async () => {
    const { user, press } = await open('/settings/keys')
    const link = (name: string) => screen.getByRole('link', { name })
    link('Keys').focus()
    await press('{ArrowDown}{Enter}')
    await page('People')
    expect(link('People')).toHaveFocus()
    await press('{Home}')
    expect(link('Look and language')).toHaveFocus()
    await press('{ArrowUp}')
    expect(screen.getByRole('searchbox')).toHaveFocus()
    await user.click(link('About'))
    expect(await screen.findByText(/Callwright \d/)).toBeInTheDocument()
  })

  it('come back to the last one, after another screen too', async () => {
    const { user } = await open('/settings/holidays')
    await user.click(screen.getByRole('link', { name: 'Queue' }))
    await at('/queue')
    await user.click(screen.getByRole('link', { name: 'Settings' }))
    expect(await page('Public holidays')).toBeInTheDocument()
  })
})

describe('finding a setting', () => {
  it('is over every page, by the beginnings of words, and goes to the setting itself', async () => {
    const { user, press } = await open('/settings/people')
    await user.type(screen.getByRole('searchbox', { name: 'Find a setting' }), 'dial w')
    const found = within(screen.getByRole('list', { name: 'Settings found' }))
    expect(found.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Dial withPhone'])
    expect(await violations()).toEqual([])
    await press('{Enter}')
    await at('/settings/phone/dial')
    await waitFor(() => expect(screen.getByRole('button', { name: /Dial with/ })).toHaveFocus())
  })

  it('says when nothing is called that', async () => {
    const { user } = await open('/settings')
    await user.type(screen.getByRole('searchbox'), 'zzz')
    expect(screen.getByRole('status', { name: '' })).toHaveTextContent('No setting is called that.')
  })

  it('is done by the palette too', async () => {
    const { user, press } = await open('/settings')
    await press('{Control>}k{/Control}')
    await user.type(await screen.findByRole('combobox'), 'reminders')
    await screen.findByRole('option', { name: 'Reminders Settings · Day and reminders' })
    await press('{Enter}')
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Reminders' })).toHaveFocus())
  })

  it('has an address for each, once', () => {
    const paths = PAGES.flatMap(({ id, finds }) => finds.map((key) => `${id}/${wordOf(key)}`))
    expect(new Set(paths).size).toBe(paths.length)
  })
})
