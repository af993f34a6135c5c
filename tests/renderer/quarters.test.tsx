import { screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'

import { rescoreProgress } from '#electron/db/rescore'
import type { DeskApp } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'
import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const open = (role: 'team_lead' | 'admin', language: 'en' | 'es' = 'en') =>
  showApp((app: DeskApp) => {
    location.hash = '/settings/qualification'
    app.sit(role === 'admin' ? app.given.rep('Eva Sanz', 'admin') : app.oscar)
  }, language)

it('an admin chooses the month in which a year of quarters begins, and sees which quarter this is', async () => {
  const { app, user } = await open('admin')
  await screen.findByText(/runs from 1 Jan 2026 to 31 Mar 2026/)
  await user.click(screen.getByRole('button', { name: /A year of quarters begins in/ }))
  await user.click(await screen.findByRole('option', { name: 'February' }))
  await screen.findByText(/runs from 1 Feb 2026 to 30 Apr 2026/)
  expect((await app.call('definition.get', {})).quarterStart).toBe(2)
  await screen.findByText('A year of quarters begins in February.')
  await waitFor(() => expect(rescoreProgress(app.db)).toBeNull())
  expect(await violations()).toEqual([])
})

it('whoever leads the team reads it, in Spanish too', async () => {
  await open('team_lead', 'es')
  await screen.findByText(/va del 1 ene 2026 al 31 mar 2026/)
  expect(screen.getByRole('button', { name: /El año de trimestres empieza en/ })).toBeDisabled()
})

it('a lead of somebody who was promised a call on another list says where and for when', async () => {
  await showApp(async (app) => {
    const other = app.given.list('Plastics')
    const here = app.lead('Ana Ruiz')
    const personId = app.rows<{ person_id: string }>('leads')[0]?.person_id ?? ''
    const there = app.given.lead(personId, other, { createdAt: NOW, arrivedAt: NOW })
    const at = Date.UTC(2026, 2, 12, 15)
    await app.log(there, 'callback', { step: { kind: 'call', at, agreed: true, withWhom: 'Ana' } })
    app.clock.set(Date.UTC(2026, 2, 13, 9))
    location.hash = `/leads/${here}`
  })
  expect(await screen.findByText(/also on another list: Plastics, promised Thu 12 Mar/)).toBeInTheDocument()
})
