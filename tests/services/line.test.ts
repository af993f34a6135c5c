import { afterEach, beforeEach, expect, it } from 'vitest'

import { HOUR, MINUTE } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

let up = 0
let app: DeskApp
let ana: string
beforeEach(async () => {
  up = 1_000_000
  app = deskApp({ deps: { uptime: () => up } })
  ana = app.lead('Ana Ruiz')
  await app.open(ana)
})
afterEach(() => app.close())

const pass = (wall: number, machine = wall) => {
  app.clock.advance(wall)
  up += machine
}
const draft = () => app.call('desk.check', { leadId: ana })
const call = () => app.rows<{ talk: number; wrap: number; opening_said: number | null }>('calls')[0]

it('a clock that is put forward an hour in a call adds nothing to it, and the desk says so', async () => {
  await app.call('call.answered', { leadId: ana })
  pass(2 * MINUTE + HOUR, 2 * MINUTE)
  expect(await draft()).toMatchObject({ elapsed: 2 * MINUTE, clock: 'set' })
  await app.call('call.hungUp', { leadId: ana })
  pass(30_000)
  expect(await draft()).toMatchObject({ elapsed: 30_000, clock: 'set' })
  await app.log(ana, 'gatekeeper')
  expect(call()).toMatchObject({ talk: 120, wrap: 30 })
})

it('put back an hour it takes nothing away', async () => {
  await app.call('call.answered', { leadId: ana })
  pass(2 * MINUTE - HOUR, 2 * MINUTE)
  await app.log(ana, 'gatekeeper')
  expect(call()).toMatchObject({ talk: 120, wrap: 0 })
})

it('a machine that slept in a call goes on with it', async () => {
  await app.call('call.answered', { leadId: ana })
  pass(20 * MINUTE)
  expect(await draft()).toMatchObject({ elapsed: 20 * MINUTE, clock: 'steady' })
})

it('a machine that started anew in a call has the wall clock, and says so', async () => {
  await app.call('call.answered', { leadId: ana })
  app.clock.advance(3 * MINUTE)
  up = 40_000
  expect(await draft()).toMatchObject({ elapsed: 3 * MINUTE, clock: 'restarted' })
  await app.log(ana, 'gatekeeper')
  expect(call()).toMatchObject({ talk: 180 })
})

it('the opening line counts as said once somebody answered, unless the rep unticks it', async () => {
  await app.log(ana, 'gatekeeper')
  expect(call()?.opening_said).toBeNull()
  const luis = app.lead('Luis Peña')
  await app.open(luis)
  expect(await app.call('call.answered', { leadId: luis })).toMatchObject({ openingSaid: true })
  await app.log(luis, 'gatekeeper')
  const eva = app.lead('Eva Sanz')
  await app.open(eva)
  await app.call('desk.opening', { leadId: eva, said: false })
  await app.call('call.answered', { leadId: eva })
  await app.log(eva, 'gatekeeper')
  expect(app.rows<{ opening_said: number | null }>('calls').map((row) => row.opening_said)).toEqual([
    null,
    1,
    0,
  ])
})
