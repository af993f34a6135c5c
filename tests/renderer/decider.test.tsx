import { screen } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'

import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

it('whoever influences and names who decides: a second person, kept from the board', async () => {
  const { app, user, name, press } = await showApp((app) => void app.lead('Ana Ruiz'))
  await name('Ana Ruiz')
  await press('a2')
  await user.type(await screen.findByRole('textbox', { name: 'Who decides' }), 'Carmen Ortiz')
  const phone = screen.getByRole('textbox', { name: 'Their number' })
  await user.type(phone, 'ask Ana')
  await user.click(screen.getByRole('button', { name: 'Keep as a lead' }))
  await screen.findByText(/That number can’t be dialled/)
  await user.clear(phone)
  await user.type(phone, '976 55 12 13')
  expect(await violations()).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Keep as a lead' }))
  // Beside the grade, and read aloud.
  expect(await screen.findAllByText(/^Carmen Ortiz decides: a lead of their own/)).toHaveLength(2)
  expect(app.rows('leads')).toHaveLength(2)
})
