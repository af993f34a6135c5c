import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { lookForPairs } from '#electron/services/review-look'
import type { DeskApp } from '../helpers/desk.ts'
import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const PHONE = { phones: ['+34600111222'] }
/** Two who look alike; the second knows more. */
async function twins(app: DeskApp): Promise<void> {
  const people = [
    app.given.person('Ana García', {
      ...PHONE,
      createdAt: 1,
      city: 'Bilbao',
      givenName: 'Ana',
      familyName: 'García',
    }),
    app.given.person('Ana Garcia Ruiz', {
      ...PHONE,
      createdAt: 2,
      title: 'Gerente',
      city: 'Getxo',
      givenName: 'Ana',
      familyName: 'Garcia Ruiz',
    }),
  ]
  for (const id of people) app.given.lead(id, app.list)
  await lookForPairs(app.deps)
}
const show = async (prepare = twins, language: 'en' | 'es' = 'en') => {
  location.hash = '/review'
  return showApp(prepare, language)
}

describe('two who look alike', () => {
  it('stand side by side with what differs in words, and why they are shown', async () => {
    await show()
    await screen.findByRole('heading', { level: 1, name: '1 pair of people looks alike' })
    const why = screen.getByRole('list', { name: 'Why they look alike' })
    expect(why).toHaveTextContent('Phone: the same+34600111222')
    const town = screen.getByRole('radiogroup', { name: /Town different/ })
    expect(within(town).getByRole('radio', { name: 'Bilbao' })).toBeChecked()
    // What only the other knows stays without being asked.
    const title = screen.getByRole('radiogroup', { name: /Job title/ })
    expect(within(title).getByRole('radio', { name: 'Gerente' })).toBeChecked()
    expect(await violations()).toEqual([])
  })

  it('become one with M and what was chosen, and two again with Ctrl+Z', async () => {
    const { user, press, app } = await show()
    await screen.findByRole('heading', { level: 1, name: '1 pair of people looks alike' })
    await user.click(screen.getByRole('radio', { name: 'Getxo' }))
    await user.click(screen.getByRole('heading', { level: 1 }))
    await press('m')
    await screen.findByText('Nobody looks alike')
    expect(app.rows('persons').map((row) => [row['city'], row['title']])).toContainEqual(['Getxo', 'Gerente'])
    expect(new Set(app.rows('leads').map((row) => row['person_id'])).size).toBe(1)
    await press('{Control>}z{/Control}')
    await screen.findByRole('heading', { level: 1, name: '1 pair of people looks alike' })
    expect(new Set(app.rows('leads').map((row) => row['person_id'])).size).toBe(2)
    expect(screen.getByText(/are two again/)).toBeInTheDocument()
  })

  it('become one with M where a value was just chosen; the keyboard is on the title when no pair is left', async () => {
    const { user, press, app } = await show()
    await screen.findByRole('heading', { level: 1, name: '1 pair of people looks alike' })
    await user.click(screen.getByRole('radio', { name: 'Getxo' }))
    expect(screen.getByRole('radio', { name: 'Getxo' })).toHaveFocus()
    await press('m')
    await screen.findByText('Nobody looks alike')
    expect(app.rows('persons').map((row) => row['city'])).toContain('Getxo')
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus())
  })

  it('are kept apart with K, and S turns round who stays', async () => {
    const { user, press, app } = await show()
    await screen.findByRole('heading', { level: 1, name: '1 pair of people looks alike' })
    await press('s')
    expect(screen.getByText('stays').closest('div')).toHaveTextContent('Ana Garcia Ruiz')
    await press('k')
    await screen.findByText('Nobody looks alike')
    expect(app.rows('pairings')).toMatchObject([{ verdict: 'apart' }])
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await screen.findByRole('heading', { level: 1, name: '1 pair of people looks alike' })
  })

  it('leave the keys alone where single keys are off', async () => {
    const { press, app } = await show(async (app) => {
      await app.call('settings.save', { singleKeys: false })
      await twins(app)
    })
    await screen.findByRole('heading', { level: 1, name: '1 pair of people looks alike' })
    await press('m')
    expect(app.rows('pairings')).toEqual([])
  })

  it('say in Spanish what a failed merge was for', async () => {
    const { user, app } = await show(twins, 'es')
    await screen.findByRole('heading', { level: 1, name: '1 pareja de personas se parece' })
    const [lead] = app.rows<{ id: string }>('leads')
    await app.open(lead?.id ?? '')
    app.db.run(`UPDATE drafts SET dialled_at = 1`)
    await user.click(screen.getByRole('button', { name: /^Unir/ }))
    expect(await screen.findByText(/Hay una llamada abierta/)).toBeInTheDocument()
  })
})

describe('companies', () => {
  const companies = async (app: DeskApp, role: 'rep' | 'lead') => {
    if (role === 'lead') app.sit(app.oscar)
    app.given.company('TalleresNorte')
    app.lead('Ana Ruiz')
    await lookForPairs(app.deps)
  }

  it('are merged by a team lead only', async () => {
    const { user, app } = await show((app) => companies(app, 'rep'))
    await user.click(await screen.findByRole('radio', { name: 'Companies 1' }))
    expect(await screen.findByRole('button', { name: /^Merge/ })).toBeDisabled()
    expect(screen.getByText(/a team lead does it/)).toBeInTheDocument()
    expect(app.rows('pairings')).toEqual([])
  })

  it('have a page with their people, and take in what looks like them', async () => {
    const { user, app } = await showApp(async (app) => {
      await companies(app, 'lead')
      location.hash = `/companies/${app.norte}`
    })
    await screen.findByRole('heading', { level: 1, name: 'Talleres Norte' })
    expect(screen.getAllByRole('row')[1]).toHaveTextContent('Ana RuizLeadnot yet')
    expect(await violations()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Merge into this one' }))
    await waitFor(() => expect(app.rows('pairings')).toHaveLength(1))
    const line = await screen.findByText(/TalleresNorte, merged/)
    await user.click(within(line.closest('li') as HTMLElement).getByRole('button', { name: 'Undo' }))
    await screen.findByRole('button', { name: 'Merge into this one' })
  })

  it('that are not here say so', async () => {
    await showApp(() => void (location.hash = '/companies/nobody'))
    expect(
      await screen.findByRole('heading', { level: 1, name: 'This company is not here' }),
    ).toBeInTheDocument()
  })
})
