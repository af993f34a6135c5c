import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { NOW } from '../helpers/test-app.ts'
import { violations } from './axe.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

const card = (name: string) =>
  within(screen.getByRole('heading', { level: 2, name }).closest('section') ?? document.body)

describe('the day', () => {
  it('shows what is next, what was promised, the figures against their goals, and what is left', async () => {
    const { app } = await showApp(async (app) => {
      const [ana, luis] = [app.lead('Ana Ruiz'), app.lead('Luis Peña'), app.lead('Eva Gil')]
      await app.open(luis)
      await app.answerAll(luis)
      await app.log(luis, 'qualified')
      await app.log(ana, 'callback')
      await app.call('goals.save', {
        repId: app.lucia,
        goals: { conversations: 8, sqls: 1, dials: null },
      })
      location.hash = '/day'
    })
    await screen.findByRole('heading', { level: 1, name: /Tuesday 10 Mar: .*, 1 SQL$/ })
    expect(card('My queue now').getByRole('button', { name: 'Go on with Eva Gil' })).toBeInTheDocument()
    const mine = card('My numbers today')
    expect(mine.getByText(/goal 8, \d to go/)).toBeInTheDocument()
    expect(mine.getByText('goal of 1 reached')).toBeInTheDocument()
    expect(mine.getByText(/^2 dials, 2 answered$/)).toBeInTheDocument()
    expect(card('My promises today').getByText('Nothing is promised for today.')).toBeInTheDocument()
    const summary = card('The day in three lines')
    expect(summary.getByText('1 Callback · 1 Qualified')).toBeInTheDocument()
    expect(summary.getByText(/^2, the first at \d\d:00$/)).toBeInTheDocument()
    expect(summary.getByText(/1 lead to call/)).toBeInTheDocument()
    expect(await violations()).toEqual([])
    expect(app.rows('calls')).toHaveLength(2)
  })

  it('follows what happens while it is open', async () => {
    const { app } = await showApp((app) => {
      app.lead('Ana Ruiz')
      location.hash = '/day'
    }, 'es')
    await screen.findByRole('heading', { level: 1, name: 'Martes 10 mar: 0 conversaciones, 0 SQL' })
    expect(card('El día en tres líneas').getByText('Aún ninguna llamada.')).toBeInTheDocument()
    const [ana] = app.rows<{ id: string }>('leads')
    await act(() => app.log(ana?.id ?? '', 'no_answer'))
    expect(await screen.findByText('1 No contesta')).toBeInTheDocument()
  })
})

describe('what waits for too long', () => {
  it('is a way to those leads, who can then be decided on together', async () => {
    const { user } = await showApp((app) => {
      app.lead('Ana Ruiz', { createdAt: NOW - 40 * 86_400_000 })
      app.lead('Luis Peña')
      location.hash = '/day'
    })
    const ageing = within(
      (await screen.findByText('Waiting for too long')).closest('section') ?? document.body,
    )
    expect(await violations()).toEqual([])
    await user.click(ageing.getByRole('link', { name: 'Lead, past 30 days' }))
    await screen.findByRole('heading', { level: 1, name: /^1 lead/ })
    expect(screen.getByText('in its stage for 30 days or more')).toBeInTheDocument()
  })
})

it('what the team missed is shown to a team lead, and to nobody else', async () => {
  const { app } = await showApp(async (app) => {
    const step = { kind: 'call', at: NOW + 3_600_000, agreed: true, withWhom: 'Ana Ruiz' } as const
    await app.log(app.lead('Ana Ruiz'), 'callback', { step })
    app.clock.advance(2 * 86_400_000)
    vi.setSystemTime(app.clock.now())
    app.sit(app.oscar)
    location.hash = '/day'
  })
  const missed = within(
    (await screen.findByText('Promises the team missed')).closest('section') ?? document.body,
  )
  expect(missed.getByRole('link', { name: 'Ana Ruiz' })).toBeInTheDocument()
  expect(missed.getByText(/of Lucía Marín/)).toBeInTheDocument()
  expect(await violations()).toEqual([])
  await act(() => app.call('people.sit', { repId: app.lucia }))
  await waitFor(() => expect(screen.queryByText('Promises the team missed')).toBeNull())
})
