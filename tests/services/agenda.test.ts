import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { DAY, HOUR, MINUTE } from '#shared/lib/time'
import { promisedCalls } from '#electron/db/agenda'
import { createApp } from '#electron/services/app'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { NOW } from '../helpers/test-app.ts'

let app: DeskApp
let ana: string
const AT = NOW + 3 * HOUR
beforeEach(async () => {
  app = deskApp()
  ana = app.lead('Ana Ruiz')
  await app.log(ana, 'callback', { step: { kind: 'call', at: AT, agreed: true, withWhom: 'Ana Ruiz' } })
})
afterEach(() => app.close())

const list = (scope: 'mine' | 'team' = 'mine') => app.call('promises.list', { scope })
const check = () => app.call('promises.check', {})
const names = async (scope?: 'mine' | 'team') => (await list(scope)).map(({ name }) => name)
const move = (promiseId: string, at: number, agreed = true) =>
  app.call('promises.move', { promiseId, leadId: ana, at, agreed })

describe('the agenda', () => {
  it('has what was promised, where the person is, who gave it and whose it is', async () => {
    expect(await list()).toMatchObject([
      {
        name: 'Ana Ruiz',
        kind: 'call',
        dueAt: AT,
        zone: 'Europe/Madrid',
        by: 'Lucía Marín',
        company: 'Talleres Norte',
      },
    ])
  })

  it('has the same for months, asked of what is open, as for each day, asked of what was promised', async () => {
    const step = (at: number) => ({ step: { kind: 'call' as const, at, agreed: true, withWhom: 'x' } })
    for (const [nth, name] of ['Bea', 'Carl', 'Dora', 'Eva'].entries())
      await app.log(app.lead(name), 'callback', step(NOW + (nth * 5 + 1) * DAY))
    const bea = (await list()).find(({ name }) => name === 'Bea')
    await app.call('promises.move', {
      promiseId: bea?.promiseId ?? '',
      leadId: bea?.leadId ?? '',
      at: NOW + 9 * DAY,
      agreed: true,
    })
    const carl = (await list()).find(({ name }) => name === 'Carl')
    await app.log(carl?.leadId ?? '', 'not_interested')
    const asked = (from: number, days: number) =>
      promisedCalls(app.db, { from, to: from + days * DAY - 1, ownerId: null, most: 99 }).map(
        ({ name }) => name,
      )
    const days = Array.from({ length: 30 }, (_, nth) => asked(NOW + nth * DAY, 1)).flat()
    expect(days).toEqual(['Ana Ruiz', 'Bea', 'Dora', 'Eva'])
    expect(asked(NOW, 30)).toEqual(days)
  })

  it('has each rep’s own; the team’s has all', async () => {
    app.sit(app.oscar)
    expect(await names()).toEqual([])
    expect(await names('team')).toEqual(['Ana Ruiz'])
  })

  it('keeps what nobody kept, and nothing once it was called', async () => {
    app.clock.advance(2 * DAY)
    expect(await names()).toEqual(['Ana Ruiz'])
    await app.log(ana, 'no_answer')
    expect(await names()).toEqual([])
    await app.call('call.undo', {})
    expect(await names()).toEqual(['Ana Ruiz'])
  })

  it('has meetings that were agreed, until their time', async () => {
    const luis = app.lead('Luis Peña')
    await app.open(luis)
    await app.answerAll(luis)
    await app.log(luis, 'qualified', {
      step: { kind: 'demo', at: NOW + DAY, agreed: true, withWhom: 'Luis' },
    })
    expect(await list()).toMatchObject([{ name: 'Ana Ruiz' }, { name: 'Luis Peña', kind: 'demo' }])
    app.clock.advance(2 * DAY)
    expect(await names()).toEqual(['Ana Ruiz'])
  })

  it('has no follow-up that nobody agreed to, and nobody who asked for silence', async () => {
    const luis = app.lead('Luis Peña')
    await app.log(luis, 'callback', {
      spoke: 'other',
      step: { kind: 'call', at: AT, agreed: true, withWhom: '' },
    })
    await app.log(ana, 'do_not_call')
    expect(await names()).toEqual([])
  })
})

describe('moving a promise', () => {
  it('is a new fact in its place, and the queue follows', async () => {
    const [before] = await list()
    const reply = await move(before?.promiseId ?? '', AT + DAY)
    expect(reply).toMatchObject({ kind: 'moved', dueAt: AT + DAY })
    expect(await list()).toMatchObject([{ dueAt: AT + DAY }])
    expect(app.rows('promises')).toHaveLength(2)
    expect(app.rows('queue', `lead_id = '${ana}'`)).toMatchObject([{ due_at: AT + DAY }])
    // From a screen that has not heard of it.
    expect(await move(before?.promiseId ?? '', AT)).toEqual({ kind: 'refused', reason: 'gone' })
    expect(await move(before?.promiseId ?? '', NOW - MINUTE)).toEqual({ kind: 'refused', reason: 'past' })
  })

  it('without their word makes it a follow-up', async () => {
    const [before] = await list()
    await move(before?.promiseId ?? '', AT + DAY, false)
    expect(await names()).toEqual([])
  })

  it('goes with the call that brought it when that is taken back', async () => {
    const [before] = await list()
    await move(before?.promiseId ?? '', AT + DAY)
    await app.call('call.undo', {})
    expect(await names('team')).toEqual([])
  })

  it('is its owner’s, or a team lead’s', async () => {
    const [before] = await list()
    const eva = app.given.rep('Eva Sanz')
    app.sit(eva)
    await expect(move(before?.promiseId ?? '', AT + DAY)).rejects.toMatchObject({ code: 'not-allowed' })
    app.sit(app.oscar)
    expect(await move(before?.promiseId ?? '', AT + DAY)).toMatchObject({ kind: 'moved' })
  })
})

describe('giving a promise to somebody', () => {
  it('is a team lead’s deed, and makes it theirs', async () => {
    const give = () => app.call('promises.give', { leadId: ana, repId: app.oscar })
    await expect(give()).rejects.toMatchObject({ code: 'not-allowed' })
    app.sit(app.oscar)
    expect(await give()).toMatchObject({ owner: { name: 'Óscar Vega' } })
    expect(await names()).toEqual(['Ana Ruiz'])
    app.sit(app.lucia)
    expect(await names()).toEqual([])
  })
})

describe('what is to be told', () => {
  it('is what is near, of the rep at the desk', async () => {
    expect(await check()).toEqual([])
    app.clock.set(AT - 20 * MINUTE)
    expect(await check()).toMatchObject([{ name: 'Ana Ruiz' }])
    app.sit(app.oscar)
    expect(await check()).toEqual([])
    app.sit(app.lucia)
    app.clock.set(AT + 3 * HOUR)
    expect(await check()).toEqual([])
  })

  it('is never a call that is being made, or was held', async () => {
    app.clock.set(AT - MINUTE)
    const { person } = await app.open(ana)
    await app.call('call.dial', { leadId: ana, phoneId: person.phones[0]?.id ?? '', override: null })
    expect(await check()).toEqual([])
    await app.call('call.hungUp', { leadId: ana })
    await app.log(ana, 'gatekeeper')
    app.clock.set(AT + MINUTE)
    expect(await check()).toEqual([])
  })

  it('put off stays so for that rep at a restart, until then; what is long past is forgotten', async () => {
    app.clock.set(AT)
    const promiseId = (await check())[0]?.promiseId ?? ''
    expect(await app.call('promises.snooze', { promiseId, minutes: 15 })).toEqual({
      promiseId,
      until: AT + 15 * MINUTE,
    })
    const again = createApp(app.deps)
    expect(await again('promises.check', {})).toMatchObject({
      value: [{ promiseId, snoozedUntil: AT + 15 * MINUTE }],
    })
    // Put off again and again it is told until two hours after.
    app.clock.set(AT + 100 * MINUTE)
    expect(await check()).toMatchObject([{ promiseId }])

    app.sit(app.oscar)
    app.clock.set(AT + 3 * HOUR)
    await app.call('promises.snooze', { promiseId: app.list, minutes: 5 })
    app.sit(app.lucia)
    await app.call('promises.snooze', { promiseId: app.norte, minutes: 5 })
    expect(app.rows('settings', "key LIKE 'snoozes@%'").map(({ value }) => value)).toEqual([
      JSON.stringify({ [app.norte]: AT + 3 * HOUR + 5 * MINUTE }),
      JSON.stringify({ [app.list]: AT + 3 * HOUR + 5 * MINUTE }),
    ])
  })

  it('comes back as it was put off when the call that settled it is taken back', async () => {
    app.clock.set(AT)
    const promiseId = (await check())[0]?.promiseId ?? ''
    await app.call('promises.snooze', { promiseId, minutes: 5 })
    await app.log(ana, 'gatekeeper')
    expect(await check()).toEqual([])
    await app.call('call.undo', {})
    expect(await check()).toMatchObject([{ promiseId, snoozedUntil: AT + 5 * MINUTE }])
  })
})
