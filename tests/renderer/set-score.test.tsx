import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const open = async (as: 'rep' | 'lead', language: 'en' | 'es' = 'en') => {
  const shown = await showApp((app) => {
    location.hash = `/leads/${app.lead('Ana Ruiz')}`
    if (as === 'lead') app.sit(app.oscar)
  }, language)
  await screen.findByRole('heading', { level: 1, name: 'Ana Ruiz' })
  return shown
}

describe('a score set by hand, on the lead’s page', () => {
  it('is given by a team lead with days and a reason, shown beside what is computed, and ended', async () => {
    const { user, app } = await open('lead')
    await user.click(await screen.findByRole('button', { name: 'Set a score by hand' }))
    await user.type(screen.getByRole('textbox', { name: 'Points' }), '80,5')
    await user.clear(screen.getByRole('textbox', { name: 'For days' }))
    await user.type(screen.getByRole('textbox', { name: 'For days' }), '91')
    await user.type(screen.getByRole('textbox', { name: 'Why' }), 'Met at the fair')
    expect(screen.getByRole('button', { name: 'Set the score' })).toBeDisabled()
    await user.clear(screen.getByRole('textbox', { name: 'For days' }))
    await user.type(screen.getByRole('textbox', { name: 'For days' }), '7')
    await user.click(screen.getByRole('button', { name: 'Set the score' }))
    await screen.findByText(/set by Óscar Vega until .*; 50 computed\. “Met at the fair”/)
    expect(await violations()).toEqual([])
    expect(app.rows('score_overrides')).toMatchObject([{ points: 80_50, score: 'fit' }])
    await user.click(screen.getByRole('button', { name: 'End: Fit' }))
    // The timeline goes on telling it.
    await waitFor(() => expect(screen.queryByText(/50 computed\. “Met at the fair”/)).toBeNull())
  })

  it('is not a rep’s to set', async () => {
    await open('rep', 'es')
    await screen.findByRole('heading', { name: 'Puntuaciones' })
    expect(screen.queryByRole('button', { name: 'Poner una puntuación a mano' })).toBeNull()
  })
})
