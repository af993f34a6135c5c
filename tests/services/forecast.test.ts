import { afterEach, beforeEach, expect, it } from 'vitest'

import { DAY, HOUR } from '#shared/lib/time'
import { REPORTS } from '#electron/engine/reports'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'

let app: DeskApp
beforeEach(() => {
  app = deskApp()
})
afterEach(() => app.close())

/** Nobody said when they work. */
const HOURS = { endsAt: null, isOff: false }
const today = () => app.call('queue.forecast', { listId: app.list })

it('tells what is due and what the rep’s own pace will not reach', async () => {
  const leads = ['Ana', 'Ben', 'Carla', 'Dora', 'Eva'].map((name) => app.lead(name))
  expect(await today()).toEqual({ due: 0, dueLeft: null, newLeft: null, pace: null, left: null, ...HOURS })
  app.clock.set(NOW - DAY)
  await app.log(leads[0] ?? '', 'no_answer')
  await app.log(leads[1] ?? '', 'no_answer')
  app.clock.set(NOW)
  expect(await today()).toEqual({ due: 2, dueLeft: 0, newLeft: 3, pace: 2, left: 2, ...HOURS })
  // One more is dialled today and comes back this afternoon.
  await app.log(leads[2] ?? '', 'no_answer')
  expect(await today()).toEqual({ due: 3, dueLeft: 2, newLeft: 2, pace: 2, left: 1, ...HOURS })
})

it('counts whose window opens later today, and not whose opens tomorrow', async () => {
  app.lead('Ana')
  app.clock.set(NOW - DAY)
  await app.log(app.lead('Ben'), 'no_answer')
  app.clock.set(NOW + 5 * HOUR)
  expect(await today()).toMatchObject({ due: 1, newLeft: 1 })
  app.clock.set(NOW + 10 * HOUR)
  // The retry of this afternoon was due today, and nobody made it.
  expect(await today()).toMatchObject({ due: 1, newLeft: 0 })
})

it('is the reader’s to answer, so that no call waits for it', () => {
  expect(REPORTS.has('queue.forecast')).toBe(true)
})
