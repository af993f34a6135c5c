import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'

import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const here = () => within(screen.getByRole('region', { name: 'Outcomes' }))

it('an outcome is called as the team calls it, everywhere, once it has a name in both languages', async () => {
  const { app, user } = await showApp((app) => {
    location.hash = '/settings/outcomes'
    app.sit(app.given.rep('Eva Sanz', 'admin'))
  })
  await user.type(await screen.findByRole('textbox', { name: 'No answer, in English' }), 'Rang out')
  await user.click(here().getByRole('button', { name: 'Save as a new version' }))
  expect(await here().findByRole('alert')).toHaveTextContent('No answer: write its name in both languages')
  await user.type(screen.getByRole('textbox', { name: 'No answer, in Spanish' }), 'No coge')
  expect(await violations()).toEqual([])
  await user.click(here().getByRole('button', { name: 'Save as a new version' }))
  // On the page of the keys, for one.
  await user.click(screen.getByRole('link', { name: 'Keys' }))
  await screen.findByRole('button', { name: 'Change the key of “Rang out”' })
  await waitFor(() => expect(app.rows('rules')).toHaveLength(1))
})
