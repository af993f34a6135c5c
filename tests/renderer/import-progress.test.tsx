import { act, render, screen, within } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { beforeEach, describe, expect, it } from 'vitest'

import type { AppEvent, Job } from '#shared/contract/events'
import { RunStep } from '../../renderer/features/import/run-step.tsx'
import { Undoing, UndoneSoFar } from '../../renderer/features/import/undoing.tsx'
import { en } from '../../renderer/i18n/en.ts'
import { es } from '../../renderer/i18n/es.ts'
import { startWords } from '../../renderer/i18n/setup.ts'
import type { DeskApp } from '../helpers/desk.ts'
import { importFile } from '../helpers/import-file.ts'
import { violations } from './axe.ts'
import { openImport } from './import-open.tsx'
import { giveEverythingASize } from './layout.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const CSV = 'Nombre y apellidos;Teléfono\r\nAna Ruiz;600 111 222\r\n'
const CANCEL = /Cancelling takes back what was written/

describe('a file that comes in', () => {
  it.each([
    ['rows', false, true],
    ['copy', false, true],
    ['rows', true, false],
    ['places', false, false],
  ] as const)(
    'at %s, cancelled %s, says what cancelling does only while it can: %s',
    (step, isCancelling, says) => {
      const status = { step, rows: 2, seconds: 1, state: 'running' }
      const store = { step: 'run', status, trouble: null, isCancelling, start() {}, cancel() {}, go() {} }
      const props = { state: { lists: [] }, store, inspected: { name: 'feria.csv', rowsEstimate: 10 } }
      render(
        <I18nextProvider i18n={startWords('en', { en, es })}>
          <RunStep {...(props as unknown as Parameters<typeof RunStep>[0])} />
        </I18nextProvider>,
      )
      expect(screen.getByText(/You can go on working/)).toBeInTheDocument()
      expect(screen.queryAllByText(CANCEL)).toHaveLength(says ? 1 : 0)
    },
  )

  it('is named where it was not taken', async () => {
    const { pick } = await openImport('')
    await pick('vacio.csv')
    expect(await screen.findByRole('alert')).toHaveTextContent(/^vacio\.csv .*empty/)
  })
})

const job = (more: Partial<Job>): Job => ({
  id: 'j1',
  kind: 'import',
  label: 'feria.csv',
  state: 'running',
  done: 0,
  total: 0,
  startedAt: 0,
  ...more,
})
const tell = (app: DeskApp, more: Partial<Job>) =>
  act(async () => app.deps.emit({ kind: 'job', job: job(more) }))
const go = (hash: string) => act(async () => void (location.hash = hash))
const tray = () => screen.queryByRole('region', { name: 'Long work' })

describe('the tray', () => {
  it('says how far a copy is in megabytes, and of what is over no more than its end', async () => {
    const { app } = await showApp(() => void (location.hash = '/leads'))
    await screen.findByRole('main')
    await tell(app, { id: 'b', kind: 'backup', label: '', done: 42_000_000, total: 84_270_744 })
    expect(tray()).toHaveTextContent('42 MB of 84.3 MB')
    await tell(app, { state: 'cancelled', done: 0, total: 99_881 })
    expect(tray()).toHaveTextContent(/feria\.csv.*cancelled$/)
  })

  it('forgets an import whose end was seen on its own screen', async () => {
    const { app } = await showApp(() => void (location.hash = '/import'))
    await screen.findByRole('heading', { level: 1, name: 'Import' })
    await tell(app, { state: 'cancelled' })
    await go('/leads')
    expect(tray()).toBeNull()
    await tell(app, { id: 'j2', state: 'cancelled' })
    expect(tray()).toBeInTheDocument()
    await go('/import')
    await go('/leads')
    expect(tray()).toBeNull()
  })
})

it('a copy that failed is said on any screen, with the way to the backups, and closes there', async () => {
  const { app, user } = await showApp(() => void (location.hash = '/leads'))
  await screen.findByRole('main')
  await tell(app, { id: 'b', kind: 'backup', label: '', state: 'failed' })
  const notice = await screen.findByRole('alert')
  expect(notice).toHaveTextContent(/^The copy of your data failed/)
  expect(tray()).toBeNull()
  await user.click(within(notice).getByRole('button', { name: 'To the backups' }))
  expect(location.hash).toBe('#/settings/backups')
  expect(screen.queryByText(/^The copy of your data failed/)).toBeNull()
})

it('what is said of a file that came in closes where it leads, however one goes there', async () => {
  const { app } = await showApp(async (app) => {
    await importFile(app, CSV, { name: 'feria.csv' })
    location.hash = '/leads'
  })
  const { importId = '' } = (await app.call('imports.list', {}))[0] ?? {}
  await tell(app, { id: importId, state: 'done' })
  expect(await screen.findByText(/^1 row of feria\.csv is in/)).toBeInTheDocument()
  await go('/import')
  expect(screen.queryByText(/^1 row of feria\.csv is in/)).toBeNull()
})

it('an import that is being taken back says how far it is, and that it stopped', async () => {
  const listeners = new Set<(event: AppEvent) => void>()
  const host = {
    onEvent: (listener: (event: AppEvent) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  const hear = (more: Partial<Job>) =>
    act(async () => listeners.forEach((listener) => listener({ kind: 'job', job: job(more) })))
  render(
    <I18nextProvider i18n={startWords('en', { en, es })}>
      <main>
        <h1>Import</h1>
        <Undoing host={host} importId="j1" />
        <p data-testid="log">
          <UndoneSoFar host={host} importId="j1" />
        </p>
      </main>
    </I18nextProvider>,
  )
  await hear({ id: 'another', done: 999, total: 1000 })
  expect(screen.getByTestId('log')).toBeEmptyDOMElement()
  await hear({ done: 459, total: 1000 })
  expect(screen.getByTestId('log')).toHaveTextContent('· 45%')
  expect(screen.getByRole('progressbar', { name: 'being undone' })).toHaveAttribute('aria-valuetext', '45%')
  expect(await violations()).toEqual([])
  await hear({ state: 'failed' })
  expect(screen.getByRole('alert')).toHaveTextContent(/^Undoing stopped half-way/)
  expect(screen.queryByRole('progressbar')).toBeNull()
})
