import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { DAY } from '#shared/lib/time'
import type { DeskApp } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'
import { violations } from './axe.ts'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

/** Forty people dialled once in the last days by Lucía, ten of them interested; one signed. One by Óscar. */
function history(app: DeskApp) {
  const { given, list, lucia, oscar } = app
  const person = (name: string, source: string | null) => {
    const personId = given.person(name, { country: 'ES', province: 'Madrid' })
    const sourceKey = source?.toLowerCase() ?? null
    return {
      personId,
      listId: list,
      leadId: given.lead(personId, list, { source, sourceKey, arrivedAt: NOW - 9 * DAY }),
    }
  }
  for (let n = 0; n < 40; n++) {
    const outcome = n < 10 ? 'interested' : n < 20 ? 'gatekeeper' : 'no_answer'
    const of = person(`Person ${n}`, n % 2 ? 'Web' : 'Fair')
    given.call({ ...of, repId: lucia, at: NOW - 4 * DAY + n * 60_000, outcome, talk: n < 10 ? 120 : null })
    if (n > 0) continue
    given.stage({ ...of, repId: lucia, at: NOW - 3 * DAY, to: 'sql' })
    given.stage({ ...of, repId: lucia, at: NOW - 2 * DAY, from: 'sql', to: 'opportunity' })
    given.stage({ ...of, repId: lucia, at: NOW - DAY, from: 'opportunity', to: 'customer' })
  }
  given.call({ ...person('Óscar’s own', null), repId: oscar, at: NOW - 4 * DAY, outcome: 'no_answer' })
}
const open = () =>
  showApp((app) => {
    location.hash = '/numbers'
    history(app)
  })
const row = (name: string) => screen.getByRole('row', { name: new RegExp(`^${name}`) })

describe('numbers', () => {
  it('say the funnel in a sentence, with n and interval beside every rate', async () => {
    await open()
    expect(
      await screen.findByText(/Of 41 called, 10 interested, 1 qualified as opportunity, 1 signed\./),
    ).toBeInTheDocument()
    expect(screen.getByText('24.4% of called')).toBeInTheDocument()
    // Wilson for 10 of 41.
    expect(screen.getAllByText('95 %: 13.8% to 39.3%')[0]).toBeVisible()
    expect(screen.getByText('10% of interested')).toHaveTextContent('thin, n 10')
    expect(await violations()).toEqual([])
  })

  it('say what of them is of elsewhere, and how the dials ended by the team’s own outcomes', async () => {
    const { user } = await showApp((app) => {
      location.hash = '/numbers'
      history(app)
      const { given, list, lucia, norte } = app
      const personId = given.person('Ida Roa', { country: 'ES' })
      const of = {
        personId,
        listId: list,
        leadId: given.lead(personId, list, { companyId: norte }),
        repId: lucia,
      }
      const at = NOW - 4 * DAY
      const callId = given.call({ ...of, at, outcome: 'qualified', importId: 'file', talk: 90 })
      given.stage({ ...of, at, to: 'sql', callId, overrideBy: app.oscar })
      given.call({ ...of, at: at + 1, outcome: 'no_answer', ownOutcome: 'siesta' })
    }, 'es')
    expect((await screen.findAllByText('1 de fuera')).length).toBeGreaterThan(1)
    const card = within(
      (await screen.findByText('¿Cómo acaban las marcaciones?')).closest('section') ?? document.body,
    )
    expect(card.getByText('siesta')).toHaveTextContent('cuenta como')
    await user.click(card.getByRole('button', { name: 'siesta: 1' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Marcaciones · siesta' }))
    expect(await dialog.findByText('Ida Roa')).toBeInTheDocument()
    expect(await violations()).toEqual([])
  })

  it('show reps by name and mark who is too thin to compare', async () => {
    await open()
    await screen.findByText(/Of 41 called/)
    expect(row('Lucía Marín')).toHaveTextContent('50% of 40')
    expect(row('Óscar Vega thin, n 1')).toHaveTextContent('0% of 1')
    const names = within(screen.getByRole('region', { name: 'Rep' })).getAllByRole('rowheader')
    expect(names.map((name) => name.textContent)).toEqual(['Lucía Marín ', 'Óscar Vega thin, n 1'])
  })

  it('open the rows behind a figure of a row, and a row opens its lead', async () => {
    const { user, press } = await open()
    await screen.findByText(/Of 41 called/)
    await user.click(screen.getByRole('radio', { name: 'Source' }))
    await waitFor(() => expect(row('No source')).toBeInTheDocument())
    await user.click(screen.getByRole('button', { name: 'Web, Interested: 5' }))
    const dialog = await screen.findByRole('dialog', { name: 'Interested · Web' })
    await waitFor(() => expect(within(dialog).getAllByRole('row')).toHaveLength(6))
    expect(await violations()).toEqual([])
    within(dialog).getAllByRole('row')[1]?.focus()
    await press('{Enter}')
    await screen.findByRole('heading', { level: 1, name: 'Person 1' })
  })

  it('follow the filters', async () => {
    const { user } = await open()
    await screen.findByText(/Of 41 called/)
    await user.click(screen.getByRole('button', { name: /Rep$/ }))
    await user.click(await screen.findByRole('option', { name: 'Óscar Vega' }))
    await screen.findByText(/Of 1 called/)
    await user.click(screen.getByRole('radio', { name: 'Calls' }))
    await screen.findByText(/1 dials, 0 connects/)
    expect(screen.queryByRole('radio', { name: 'Cohort' })).toBeNull()
  })

  it('show when people answer, in their own time, and open the calls of an hour', async () => {
    const { user } = await open()
    await screen.findByText(/Of 41 called/)
    // Friday 6 March, 10:00 in Madrid.
    await user.click(await screen.findByRole('button', { name: '49: Friday 10:00, 20 connects of 41 dials' }))
    const dialog = await screen.findByRole('dialog')
    await waitFor(() => expect(dialog).toHaveTextContent('41'))
  })

  it('define their words one click away', async () => {
    const { user } = await open()
    await screen.findByText(/Of 41 called/)
    await user.click(screen.getByRole('button', { name: 'Definitions' }))
    expect(await screen.findByText('Connects over dials.')).toBeInTheDocument()
  })

  it('say what to do when nobody was called', async () => {
    const { user } = await showApp(() => void (location.hash = '/numbers'))
    await screen.findByText('No calls in these days')
    await user.click(screen.getByRole('button', { name: 'Go to the queue' }))
    await waitFor(() => expect(location.hash).toBe('#/queue'))
  })

  it('keep the reason where the figure would stand when the engine fails, and ask again', async () => {
    let isBroken = true
    const { user } = await showApp(
      (app) => {
        location.hash = '/numbers'
        history(app)
      },
      'en',
      (app) => ({
        send: async (method, input) =>
          isBroken && method === 'metrics.funnel'
            ? { ok: false, error: { code: 'internal', message: 'no' } }
            : app.dispatch(method, input),
      }),
    )
    expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong here')
    isBroken = false
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByText(/Of 41 called/)
  })
})
