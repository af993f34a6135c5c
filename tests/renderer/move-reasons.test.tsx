import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import type { DeskApp } from '../helpers/desk.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

async function open(before: (app: DeskApp, leadId: string) => Promise<unknown>) {
  const shown = await showApp(async (app) => {
    const ana = app.lead('Ana Ruiz')
    await before(app, ana)
    location.hash = `/leads/${ana}`
  })
  await screen.findByRole('heading', { level: 1, name: 'Ana Ruiz' })
  /** The reasons that are offered for a stage. */
  const offered = async (stage: string) => {
    await shown.user.click(screen.getByRole('button', { name: /Move to$/ }))
    await shown.user.click(await screen.findByRole('option', { name: stage }))
    await shown.user.click(await screen.findByRole('button', { name: /^Choose a reason/ }))
    return (await screen.findAllByRole('option')).map((option) => option.textContent)
  }
  return { ...shown, offered }
}

describe('the form that moves a lead', () => {
  it('offers the reasons that lead there', async () => {
    const { offered } = await open(async () => {})
    const nurture = await offered('Nurture')
    expect(nurture).toContain('Does not want to talk')
    expect(nurture).not.toContain('Company too small')
  })

  it('has a first refusal sleep, and a second one close', async () => {
    const { offered, user, app } = await open((app, ana) =>
      app.log(ana, 'not_interested', { reason: 'refused' }),
    )
    expect(await offered('Disqualified')).toContain('Does not want to talk')
    await user.click(screen.getByRole('option', { name: 'Does not want to talk' }))
    await user.click(screen.getByRole('button', { name: 'Move to Disqualified' }))
    await waitFor(() =>
      expect(app.rows('leads')).toMatchObject([{ stage: 'disqualified', reason: 'refused' }]),
    )
  })

  it('offers no refusal that closes before there was one', async () => {
    const { offered } = await open(async () => {})
    expect(await offered('Disqualified')).not.toContain('Does not want to talk')
  })
})
