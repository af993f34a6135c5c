import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'

import { DAY, HOUR, MINUTE } from '#shared/lib/time'
import { type DeskApp } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'
import { violations } from './axe.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

const promise = (app: DeskApp, name: string, at: number) =>
  app.log(app.lead(name), 'callback', { step: { kind: 'call', at, agreed: true, withWhom: name } })
const bar = () => screen.findByRole('region', { name: 'Promises whose time has come' })

describe('the agenda', () => {
  const show = async (prepare: (app: DeskApp) => Promise<unknown>) => {
    location.hash = '#/agenda'
    const shown = await showApp(async (app) => void (await prepare(app)))
    await screen.findByRole('heading', { level: 1, name: 'Promises' })
    return shown
  }

  it('has what was promised by day, and says where nothing was', async () => {
    const { user, app } = await show(async (app) => {
      await promise(app, 'Ana Ruiz', NOW + 5 * HOUR)
      await promise(app, 'Luis Peña', NOW + DAY)
    })
    expect(await screen.findByText('Today')).toBeInTheDocument()
    expect(screen.getByText('Tomorrow')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Ana Ruiz' })).toHaveAttribute(
      'href',
      expect.stringMatching(/queue/),
    )
    act(() => app.sit(app.oscar))
    await user.click(screen.getByRole('radio', { name: 'The team’s' }))
    await user.click(screen.getByRole('radio', { name: 'Mine' }))
    expect(await screen.findByText('Nobody is waiting for a call from you.')).toBeInTheDocument()
  })

  it('moves one in words, and back again', async () => {
    const { app, user } = await show((app) => promise(app, 'Ana Ruiz', NOW + 5 * HOUR))
    await user.click(await screen.findByRole('button', { name: 'Move the promise to Ana Ruiz' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(dialog.getByRole('textbox', { name: 'New time' }), 'thu 11')
    expect(dialog.getByText('Thu 12 Mar 11:00')).toBeInTheDocument()
    await user.click(dialog.getByRole('button', { name: 'Move' }))
    await screen.findByText('Ana Ruiz: moved to Thu 12 Mar 11:00.')
    await screen.findByText('Later')
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await screen.findByText('Today')
    expect(app.rows('promises')).toHaveLength(3)
  })

  it('moves one to a day without an hour as a follow-up, and says so', async () => {
    const { app, user } = await show((app) => promise(app, 'Ana Ruiz', NOW + 5 * HOUR))
    await user.click(await screen.findByRole('button', { name: 'Move the promise to Ana Ruiz' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(dialog.getByRole('textbox', { name: 'New time' }), 'thu')
    expect(dialog.getByText('No hour: a follow-up, not a promise.')).toBeInTheDocument()
    expect(dialog.queryByRole('checkbox')).toBeNull()
    await user.click(dialog.getByRole('button', { name: 'Move' }))
    await waitFor(() =>
      expect(app.rows<{ agreed: number }>('promises').map(({ agreed }) => agreed)).toEqual([1, 0]),
    )
  })

  it('has no axe violation, also as a team lead sees it in Spanish', async () => {
    location.hash = '#/agenda'
    await showApp(async (app) => {
      await promise(app, 'Ana Ruiz', NOW + 5 * HOUR)
      app.sit(app.oscar)
    }, 'es')
    await screen.findByRole('heading', { level: 1, name: 'Promesas' })
    expect(await violations()).toEqual([])
  })
})

describe('a reminder', () => {
  /** The clock goes on, and with it what the screens look at every so often. */
  const pass = async (app: DeskApp, by: number) => {
    app.clock.advance(by)
    await act(async () => void (await vi.advanceTimersByTimeAsync(by)))
  }
  const show = async () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance', 'setInterval', 'clearInterval'], now: NOW })
    return showApp(async (app) => {
      await promise(app, 'Ana Ruiz', NOW + 20 * MINUTE)
      app.lead('Luis Peña')
    })
  }

  it('comes ten minutes before, is said, put off, and comes again at the time', async () => {
    const { app, user, name } = await show()
    await name('Luis Peña')
    await pass(app, 9 * MINUTE)
    expect(screen.queryByRole('region', { name: /time has come/ })).toBeNull()
    await pass(app, 2 * MINUTE)
    expect(await bar()).toHaveTextContent('At 10:20: Ana Ruiz, Talleres Norte expects your call.')
    await waitFor(() => expect(screen.getByTestId('said')).toHaveTextContent('At 10:20'))
    expect(document.title).toBe('(1) Callwright')
    await user.click(screen.getByRole('button', { name: 'Remind me in 5 min' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: /time has come/ })).toBeNull())
    expect(document.title).toBe('Callwright')
    await pass(app, 6 * MINUTE)
    await bar()
  })

  it('put off stays so in a window that opens anew', async () => {
    const { app, user, name, reopen } = await show()
    await name('Luis Peña')
    await pass(app, 11 * MINUTE)
    await bar()
    await user.click(screen.getByRole('button', { name: 'Remind me in 15 min' }))
    await waitFor(() => expect(app.rows('settings', "key LIKE 'snoozes@%'")).toHaveLength(1))
    reopen()
    await name('Luis Peña')
    await pass(app, 2 * MINUTE)
    expect(screen.queryByRole('region', { name: /time has come/ })).toBeNull()
    await pass(app, 14 * MINUTE)
    await bar()
  })

  it('is gone once the call was held, at this desk or another', async () => {
    const { app, name } = await show()
    await name('Luis Peña')
    await pass(app, 12 * MINUTE)
    await bar()
    const [ana] = app.rows<{ lead_id: string }>('promises')
    await act(async () => void (await app.log(ana?.lead_id ?? '', 'gatekeeper')))
    await waitFor(() => expect(screen.queryByRole('region', { name: /time has come/ })).toBeNull())
    await pass(app, 10 * MINUTE)
    expect(screen.queryByRole('region', { name: /time has come/ })).toBeNull()
  })

  it('opens whom it is about', async () => {
    const { app, user, name } = await show()
    await name('Luis Peña')
    await pass(app, 12 * MINUTE)
    await user.click(within(await bar()).getByRole('button', { name: 'Open' }))
    await name('Ana Ruiz')
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
  })
})
