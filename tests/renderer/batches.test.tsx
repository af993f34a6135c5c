import { screen, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'

import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const open = async (deeds: boolean) => {
  const shown = await showApp(async (app) => {
    const ids = ['Ana Ruiz', 'Luis Peña'].map((name) => app.lead(name))
    location.hash = '/leads'
    if (!deeds) return
    app.sit(app.oscar)
    const deed = { kind: 'move', to: 'nurture', reason: 'timing', words: null } as const
    await app.call('batch.run', { which: { ids }, deed })
  })
  await screen.findByRole('heading', { level: 1, name: '2 leads' })
  await shown.user.click(screen.getByRole('button', { name: 'Changes to many' }))
  return shown
}

it('what was done to many is taken back after its notice is gone', async () => {
  const { app, user } = await open(true)
  const list = await screen.findByRole('list', { name: 'Changes to many' })
  expect(list).toHaveTextContent(/^Move stage: Nurture 2 leads changed. .+ · Óscar Vega/)
  expect(await violations()).toEqual([])
  await user.click(within(list).getByRole('button', { name: 'Undo: Move stage: Nurture' }))
  await within(list).findByText('It was taken back already.')
  expect(app.rows('leads').map(({ stage }) => stage)).toEqual(['lead', 'lead'])
})

it('says so where nothing was', async () => {
  await open(false)
  expect(await screen.findByText('Nobody has changed many leads at once yet.')).toBeInTheDocument()
})
