import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { handIn } from '../helpers/import-file.ts'
import type { DeskApp } from '../helpers/desk.ts'
import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const hands = (app: DeskApp) => ({
  upload: async (file: File) => ({ fileId: handIn(app, await file.text()), name: file.name }),
})
const open = async (role: 'rep' | 'admin', page: 'calling' | 'registers' = 'calling') => {
  const shown = await showApp(
    (app) => {
      location.hash = `/settings/${page}`
      if (role === 'admin') app.sit(app.given.rep('Eva Sanz', 'admin'))
      app.lead('Ana Ruiz')
    },
    'en',
    hands,
  )
  const titles = { calling: 'Rules by country', registers: 'Registers of who wants no calls' }
  await screen.findByRole('heading', { level: 2, name: titles[page] })
  return shown
}

describe('rules by country', () => {
  it('show each rule with its law, its dates and its address', async () => {
    const { user } = await open('admin')
    await user.click(screen.getByRole('button', { name: 'Spain' }))
    expect(await screen.findByText(/no unsolicited call may leave a mobile line/)).toBeInTheDocument()
    expect(screen.getByText(/Orden TDF\/149\/2025, artículo 9 · since/)).toBeInTheDocument()
    expect(screen.getByText('https://www.boe.es/buscar/act.php?id=BOE-A-2025-2870')).toBeInTheDocument()
    expect(
      screen.getByText(/Mon–Fri 09:00–21:00; Sat no calls; Sun no calls; no public holidays/),
    ).toBeInTheDocument()
    expect(await violations()).toEqual([])
  })

  it('are narrowed by an admin and never widened', async () => {
    const { user, app } = await open('admin')
    const form = within(screen.getByRole('region', { name: 'Narrow a pack' }))
    await user.type(form.getByLabelText('Not after'), '18:00')
    await user.click(form.getByRole('checkbox', { name: 'Friday' }))
    const days = form.getByRole('textbox', { name: 'Nor on these days' })
    await user.type(days, '24 Dec, some day')
    await user.tab()
    expect(
      await form.findByText(/^One of them is no day. Write them like \d\d\/\d\d\/\d{4}; /),
    ).toBeInTheDocument()
    await user.clear(days)
    await user.type(days, 'Dec 31, 2026; 24/12/2026')
    await user.click(form.getByRole('button', { name: 'Save what is narrower' }))
    await screen.findByText('Saved. Every lead is placed anew.')
    expect((await app.call('policy.get', {})).narrowings).toEqual({
      ES: { earliest: null, latest: 1080, weekdays: [5], days: ['2026-12-24', '2026-12-31'] },
    })
    await screen.findByText('narrowed here')
  })

  it('are read by a rep, not changed; registers neither', async () => {
    const { user } = await open('rep')
    expect(screen.getByText('Only an admin narrows these. You see what holds.')).toBeInTheDocument()
    await user.click(screen.getByRole('link', { name: /Registers.*a team lead changes it/ }))
    expect(await screen.findByText('Only a team lead brings registers in.')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Choose a file' })).toBeNull()
  })
})

it('a register is brought in with its day, and says how many are on it and who brought it', async () => {
  const { user } = await open('admin', 'registers')
  const file = new File(['+34600000001\n+34915551212\nnobody\n'], 'robinson.csv')
  expect(await screen.findByText('Say first which day it is of.')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Choose a file' })).toBeDisabled()
  await user.type(screen.getByLabelText('Day it was taken'), '2026-03-10')
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('There is no file input.')
  await user.upload(input, file)
  await screen.findByText(/2 numbers · 1 of people here · 1 line without a number · robinson.csv · Eva Sanz/)
  expect(await violations()).toEqual([])
})

it('a basis is kept on the lead’s page with its proof, and another takes its place', async () => {
  const { user } = await showApp((app) => {
    location.hash = `/leads/${app.lead('Ana Ruiz')}`
  })
  await user.click(await screen.findByRole('button', { name: 'Add a basis' }))
  await user.click(screen.getByRole('radio', { name: 'Withdrawn' }))
  await user.click(screen.getByRole('button', { name: 'Save the basis' }))
  expect(await screen.findByText('Say first which day it is of.')).toBeInTheDocument()
  await user.type(screen.getByLabelText('On'), '2026-03-10')
  await user.type(screen.getByRole('textbox', { name: 'Where from' }), 'By mail')
  expect(await violations()).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Save the basis' }))
  await screen.findByText(/withdrawn on/)
  expect(screen.getByText(/By mail · Lucía Marín/)).toBeInTheDocument()
  expect(await screen.findByText(/they withdrew their consent/)).toBeInTheDocument()
})
