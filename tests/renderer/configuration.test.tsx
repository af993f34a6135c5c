import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import type { DeskApp } from '../helpers/desk.ts'
import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const open = async (language: 'en' | 'es' = 'en') => {
  const taken: string[] = []
  const shown = await showApp(
    (app) => {
      location.hash = '/settings/configuration'
      app.sit(app.given.rep('Eva Sanz', 'admin'))
    },
    language,
    (app) => ({ save: async (fileId) => taken.push(readFileSync(fileIn(app, fileId), 'utf8')) > 0 }),
  )
  await screen.findByRole('heading', { level: 3 })
  return { ...shown, taken }
}
const fileIn = (app: DeskApp, fileId: string) => join(app.data, 'outbox', fileId)
type Shown = Awaited<ReturnType<typeof open>>

/** The file as it is taken out, with a word of it changed. */
const bring = async ({ user, taken }: Shown, from: RegExp, to: string) => {
  await user.click(screen.getByRole('button', { name: 'Save it as a file' }))
  await screen.findByText('callwright-configuration-2026-03-10.json is written.')
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('There is no file input.')
  const text = (taken[0] ?? '').replace(from, to)
  await user.upload(input, new File([text], 'team.json', { type: 'application/json' }))
}

describe('the configuration', () => {
  it('comes out as a file and in again after a look at what it would change, and is undone', async () => {
    const shown = await open()
    const { user, app } = shown
    expect(await violations()).toEqual([])
    await bring(shown, /"readingCap": 40/, '"readingCap": 30')
    expect(
      await screen.findByText('would change this. Choose what to bring in.', { exact: false }),
    ).toBeVisible()
    expect(screen.getByText('Reading together, at most').closest('li')).toHaveTextContent(
      'Reading together, at mostbefore 40→after 30',
    )
    expect(await violations()).toEqual([])
    await user.click(screen.getByRole('checkbox', { name: 'Fit and behaviour' }))
    expect(screen.getByRole('button', { name: 'Bring in 0 sections' })).toBeDisabled()
    await user.click(screen.getByRole('checkbox', { name: 'Fit and behaviour' }))
    await user.click(screen.getByRole('button', { name: 'Bring in 1 section' }))
    await screen.findByText(/team.json is in force as version/)
    expect(screen.getByRole('heading', { name: 'Bring a file in' })).toHaveFocus()
    expect((await app.call('rules.get', {})).score.readingCap).toBe(30)
    await screen.findByText(/brought in: team.json/)
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await screen.findByText('Everything is as it was before.')
    expect((await app.call('rules.get', {})).score.readingCap).toBe(40)
  })

  it('that is wrong is refused where it was dropped, with the place and the mend', async () => {
    const shown = await open()
    await bring(shown, /"readingCap": 40/, '"readingCap": 90')
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Fit and behaviour: Reading must stay under 50: reading alone never makes an MQL.',
    )
    expect(await violations()).toEqual([])
    await shown.user.click(screen.getByRole('button', { name: 'Another file' }))
    expect(screen.getByText('Drop a configuration here')).toBeInTheDocument()
  })

  it('is gone back to at any version, after a look at what that would change', async () => {
    const { user, app } = await open()
    const { score } = await app.call('rules.get', {})
    await app.call('rules.save', { kind: 'score', data: { ...score, readingCap: 20 } })
    await user.click(await screen.findByRole('button', { name: 'Version 0' }))
    await user.click(screen.getByRole('button', { name: 'What would going back change?' }))
    const change = await screen.findByText('Reading together, at most')
    expect(change.closest('li')).toHaveTextContent('before 20→after 40')
    expect(await violations()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Go back to version 0' }))
    await screen.findByText('What held at version 0 holds again.')
    await waitFor(async () => expect((await app.call('rules.get', {})).score.readingCap).toBe(40))
  })

  it('speaks Spanish', async () => {
    await open('es')
    const page = within(screen.getByRole('region', { name: 'Configuración' }))
    expect(page.getByRole('heading', { name: 'Toda la configuración en un archivo' })).toBeInTheDocument()
    expect(await page.findByText(/de fábrica/)).toBeInTheDocument()
  })
})
