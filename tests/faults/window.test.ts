import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { watchWindows } from '#electron/http/window-watch'
import { startHeadless } from '../helpers/headless.ts'

let scratch = ''
beforeEach(() => void (scratch = mkdtempSync(join(tmpdir(), 'callwright-window-test-'))))
afterEach(() => {
  vi.useRealTimers()
  rmSync(scratch, { recursive: true, force: true })
})

const start = (env: NodeJS.ProcessEnv) =>
  startHeadless({ data: join(scratch, 'data'), flags: [], env: { TMPDIR: scratch, ...env } })
const profiles = () => readdirSync(scratch).filter((name) => name.startsWith('callwright-window-'))

it('ends with its window, and takes the throw-away profile along', async () => {
  const app = await start({ CALLWRIGHT_BROWSER: resolve('tests/fixtures/browser.mjs') })
  expect(await app.ended).toEqual({ code: 0, signal: null })
  expect(app.stderr()).toBe('')
  expect(profiles()).toEqual([])
})

it.each([
  [
    'a browser that opens no window',
    { CALLWRIGHT_BROWSER: resolve('tests/fixtures/browser.mjs'), FAKE_BROWSER: 'no-window' },
  ],
  ['no browser at all', { CALLWRIGHT_BROWSER: '/nowhere/chromium' }],
])('goes on with %s, and says which address to open', async (_name, env) => {
  const app = await start(env)
  await vi.waitFor(() => expect(app.stderr()).toContain(`${app.url}/#`), 30_000)
  expect(await app.call('app.state', {})).toMatchObject({ reps: [] })
  expect(profiles()).toEqual([])
  await app.stop()
})

it('takes a reload for a reload and a closed window for the end', () => {
  vi.useFakeTimers()
  const onClosed = vi.fn<() => void>()
  const windows = watchWindows({ onClosed, onNeverOpened: () => {} })
  windows.count(1)
  windows.count(0)
  vi.advanceTimersByTime(9000)
  windows.count(1)
  vi.advanceTimersByTime(60_000)
  expect(onClosed).not.toHaveBeenCalled()
  windows.count(0)
  vi.advanceTimersByTime(10_000)
  expect(onClosed).toHaveBeenCalledOnce()
})

it('stays while a page listens, although the browser it started is gone', () => {
  const onClosed = vi.fn<() => void>()
  const windows = watchWindows({ onClosed, onNeverOpened: () => {} })
  windows.count(1)
  windows.browserEnded()
  expect(onClosed).not.toHaveBeenCalled()
})
