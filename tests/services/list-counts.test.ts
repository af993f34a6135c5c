import { afterEach, beforeEach, expect, it } from 'vitest'

import { REPORTS } from '#electron/engine/reports'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
beforeEach(() => {
  app = deskApp()
})
afterEach(() => app.close())

it('the leads of each list are counted, where nobody who calls has to wait for it', async () => {
  expect(await app.call('lists.counts', {})).toEqual({})
  app.lead('Ana Ruiz')
  app.lead('Luis Peña')
  expect(await app.call('lists.counts', {})).toEqual({ [app.list]: 2 })
  expect(REPORTS.has('lists.counts')).toBe(true)
})
