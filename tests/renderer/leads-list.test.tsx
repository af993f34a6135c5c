import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const rows = () => screen.getAllByRole('row').slice(1)
const names = () => rows().map((row) => row.querySelector('b')?.textContent)
const picked = () => rows().flatMap((row) => (row.getAttribute('aria-selected') === 'true' ? [row] : []))

const show = async (role: 'rep' | 'lead' = 'rep') => {
  const shown = await showApp((app) => {
    if (role === 'lead') app.sit(app.oscar)
    location.hash = '/leads'
    for (const name of ['Ana Ruiz', 'Marta Vidal', 'Iñigo Goñi', 'Zoe Paz']) app.lead(name)
  })
  await screen.findByRole('heading', { level: 1, name: '4 leads' })
  await waitFor(() => expect(names()[0]).toBe('Zoe Paz'))
  return shown
}
const focusRows = ({ user }: Pick<Awaited<ReturnType<typeof show>>, 'user'>) =>
  user.type(screen.getByRole('searchbox', { name: 'Find' }), '{ArrowDown}', { skipClick: false })
const choose = async (
  user: Awaited<ReturnType<typeof show>>['user'],
  button: RegExp,
  option: string | RegExp,
) => {
  await user.click(screen.getByRole('button', { name: button }))
  await user.click(await screen.findByRole('option', { name: option }))
}

it('in a small window the dials give way to when the next call is', async () => {
  const headings = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
  await show()
  expect(headings()).toContain('Next')
  expect(headings()).not.toContain('Dials')
})

describe('leads are picked by keyboard', () => {
  it('one by one, by a stretch, all that match, and none', async () => {
    const shown = await show()
    const { press } = shown
    await focusRows(shown)
    await press(' ')
    expect(await screen.findByRole('toolbar')).toHaveTextContent('1 picked')
    await press('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    await waitFor(() => expect(picked()).toHaveLength(3))
    await press(' ')
    await waitFor(() => expect(screen.getByRole('toolbar')).toHaveTextContent('2 picked'))
    await press('{Control>}a{/Control}')
    await waitFor(() => expect(screen.getByRole('toolbar')).toHaveTextContent('4 picked'))
    await press('k ')
    await waitFor(() => expect(screen.getByRole('toolbar')).toHaveTextContent('3 picked'))
    expect(await violations()).toEqual([])
    await press('{Escape}')
    await waitFor(() => expect(screen.queryByRole('toolbar')).toBeNull())
  })

  it('and changed together: what would change is said first, and one press takes it back', async () => {
    const shown = await show()
    const { user, press, app } = shown
    await focusRows(shown)
    await press('{Control>}a{/Control}')
    await user.click(await screen.findByRole('button', { name: 'Disqualify' }))
    const dialog = await screen.findByRole('dialog', { name: 'Disqualify' })
    expect(within(dialog).getByText(/stands here once you have chosen/)).toBeInTheDocument()
    await user.click(within(dialog).getByRole('button', { name: /Reason/ }))
    await user.click(await screen.findByRole('option', { name: 'Company too small' }))
    await waitFor(() => expect(dialog).toHaveTextContent('4 leads change of 4 picked.'))
    expect(await violations()).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Change 4 leads' }))
    await screen.findByText('4 leads changed.')
    expect(app.rows('leads', "stage = 'disqualified'")).toHaveLength(4)
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await screen.findByText('Taken back: 4 leads.')
    expect(app.rows('leads', "stage = 'lead'")).toHaveLength(4)
  })

  it('says how many stay and why', async () => {
    const shown = await showApp((app) => {
      location.hash = '/leads'
      app.lead('Ana Ruiz')
      app.lead('Zoe Paz', { bornAs: 'disqualified', stage: 'disqualified' })
    })
    await screen.findByRole('heading', { level: 1, name: '2 leads' })
    await waitFor(() => expect(names()).toEqual(['Zoe Paz', 'Ana Ruiz']))
    await shown.user.click(screen.getByRole('checkbox', { name: 'Pick all 2 that match' }))
    await shown.user.click(await screen.findByRole('button', { name: 'Back to queue' }))
    const dialog = await screen.findByRole('dialog')
    await waitFor(() => expect(dialog).toHaveTextContent('0 leads change of 2 picked.'))
    const reasons = within(dialog).getAllByRole('listitem')
    expect(reasons.map((item) => item.textContent).toSorted()).toEqual([
      '1 is so already',
      '1 needs a team lead',
    ])
    expect(within(dialog).getByRole('button', { name: 'Change 0 leads' })).toBeDisabled()
  })
})

describe('a look at one', () => {
  it('opens beside the list, goes on with J and K, and leads back to the row', async () => {
    const shown = await show()
    const { press } = shown
    await focusRows(shown)
    await press(' ')
    await screen.findByRole('toolbar')
    await press('{ArrowDown}')
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Iñigo Goñi'))
    await press('{Enter}')
    const peek = await screen.findByRole('dialog', { name: 'Iñigo Goñi' })
    await within(peek).findByText(/\+34 600 00 00 03/)
    expect(await violations()).toEqual([])
    await press('j')
    await screen.findByRole('dialog', { name: 'Marta Vidal' })
    await press('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Marta Vidal'))
    expect(screen.getByRole('toolbar')).toHaveTextContent('1 picked')
  })
})

describe('what is shown', () => {
  it('columns are chosen, ordered and kept', async () => {
    const { user, app } = await show()
    await user.click(screen.getByRole('button', { name: 'Columns' }))
    await user.click(await screen.findByRole('checkbox', { name: 'City' }))
    await user.click(screen.getByRole('checkbox', { name: 'Stage' }))
    await user.click(screen.getByRole('button', { name: 'Company further left' }))
    await user.keyboard('{Escape}')
    const heads = (await screen.findAllByRole('columnheader')).map((head) => head.textContent)
    expect(heads.slice(1, 3)).toEqual(['Company', 'Name'])
    expect(heads).toContain('City')
    expect(heads).not.toContain('Stage')
    expect((await app.call('views.list', {})).columns?.slice(0, 2)).toEqual(['company', 'name'])
  })

  it('is ordered by its headings, and turned round', async () => {
    const { user } = await show()
    await user.click(screen.getByRole('button', { name: 'Name' }))
    await waitFor(() => expect(names()).toEqual(['Ana Ruiz', 'Iñigo Goñi', 'Marta Vidal', 'Zoe Paz']))
    await user.click(screen.getByRole('button', { name: 'Name' }))
    await waitFor(() => expect(names()[0]).toBe('Zoe Paz'))
  })

  it('is filtered, said in words, and each condition can be taken away', async () => {
    const { user, app } = await show()
    app.given.list('Otra')
    await user.click(screen.getByRole('button', { name: 'Filters' }))
    const drawer = await screen.findByRole('dialog', { name: 'Filters' })
    await user.click(
      within(drawer)
        .getByRole('radiogroup', { name: 'Has a number to call' })
        .querySelector('input[value="no"]') as Element,
    )
    await within(drawer).findByText('0 leads found')
    expect(await violations()).toEqual([])
    await user.click(within(drawer).getByRole('button', { name: 'Close' }))
    await user.click(await screen.findByRole('button', { name: 'Take away: has no number' }))
    await screen.findByRole('heading', { level: 1, name: '4 leads' })
  })

  it('is kept under a name, and found again', async () => {
    const { user } = await show('lead')
    await choose(user, /All stages Stage$/, 'MQL')
    await user.keyboard('{Escape}')
    await screen.findByText('Nobody fits this search')
    await user.click(screen.getByRole('button', { name: 'Save view' }))
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Hot ones')
    await user.click(screen.getByRole('checkbox', { name: 'For the whole team' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await choose(user, /View$/, 'Everybody')
    await screen.findByRole('heading', { level: 1, name: '4 leads' })
    await choose(user, /View$/, /^Hot ones/)
    await screen.findByText('Nobody fits this search')
  })
})
