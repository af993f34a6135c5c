import { screen } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'

import { BANT } from '#shared/domain/bant'
import type { DeskApp } from '../helpers/desk.ts'
import { scored } from '../helpers/scored.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const save = async (app: DeskApp, label?: { es: string; en: string }) => {
  app.sit(app.given.rep(`Eva ${app.rows('reps').length}`, 'admin'))
  const criteria = BANT.criteria.map((one) => (one.id === 'need' && label ? { ...one, label } : one))
  await app.call('definition.save', { definition: structuredClone({ ...BANT, criteria }) as never })
  await scored(app)
  app.sit(app.lucia)
}

it('the team’s own name of a criterion is on the call screen, and ours again once it is gone', async () => {
  const { app, name } = await showApp(async (app) => {
    app.lead('Ana Ruiz')
    await save(app, { es: 'Dolor', en: 'Pain' })
  })
  await name('Ana Ruiz')
  expect(await screen.findByRole('group', { name: 'Pain' })).toBeInTheDocument()
  expect(screen.queryByRole('group', { name: 'Need' })).toBeNull()
  await save(app)
  await screen.findByRole('group', { name: 'Need' })
  expect(screen.queryByRole('group', { name: 'Pain' })).toBeNull()
})
