import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, vi, type MockInstance } from 'vitest'

import { untilQuiet } from '#electron/services/quiet'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
let clock: MockInstance<() => number>
beforeEach(() => {
  app = testApp()
  clock = vi.spyOn(performance, 'now').mockReturnValue(1000)
})
afterEach(() => {
  vi.restoreAllMocks()
  app.close()
})

const now = () =>
  Promise.race([untilQuiet(app.deps.db).then(() => 'goes on'), nextTurn().then(() => 'waits')])

it('lets work in the background wait while somebody asks for something, and no longer', async () => {
  expect(await now()).toBe('goes on')
  await app.call('app.state', {})
  expect(await now()).toBe('waits')
  clock.mockReturnValue(1300)
  expect(await now()).toBe('goes on')
})
