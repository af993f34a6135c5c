import { afterEach, beforeEach, expect, it } from 'vitest'

import { DAY, HOUR } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
let ana: string
beforeEach(async () => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
  await app.open(ana)
  await app.answerAll(ana)
})
afterEach(() => app.close())

const steps = async () => {
  const { headers, rows } = await app.call('export.ready', { profile: 'generic' })
  return rows.map(({ cells }) => cells[headers.indexOf('_next_step_at')])
}

it('the next step that goes out is the one they agreed to, whatever day was noted after it', async () => {
  await app.log(ana, 'qualified')
  expect(await steps()).toEqual(['2026-03-11 10:00'])
  app.clock.advance(HOUR)
  const step = { kind: 'call', at: app.clock.now() + 3 * DAY, agreed: false, withWhom: 'Reception' } as const
  await app.log(ana, 'callback', { spoke: 'other', step })
  expect(await steps()).toEqual(['2026-03-11 10:00'])
})

it('and none once it was moved without them', async () => {
  await app.log(ana, 'qualified', {
    step: { kind: 'call', at: app.clock.now() + DAY, agreed: true, withWhom: 'Ana' },
  })
  const [row] = app.rows<{ id: string }>('promises')
  const at = app.clock.now() + 2 * DAY
  await app.call('promises.move', { promiseId: row?.id ?? '', leadId: ana, at, agreed: false })
  expect(await steps()).toEqual([''])
})
