import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { lists } from '#electron/db/schema/lead'
import { refresh } from '#electron/services/queue'
import type { Input } from '#shared/contract/api'
import { teamFrom, type PromisePolicy } from '#shared/domain/promise'
import { areHours, isAway, USUAL_HOURS } from '#shared/domain/rep-hours'
import { deskApp, MINUTE, type DeskApp } from '../helpers/desk.ts'
import { NOW, ZONE } from '../helpers/test-app.ts'

let app: DeskApp
let ana: string
beforeEach(() => {
  app = deskApp()
  ana = app.lead('Ana')
})
afterEach(() => app.close())

/** Óscar promised Ana a call now; Lucía sits at the desk. */
async function promisedByOscar(): Promise<void> {
  app.sit(app.oscar)
  await app.call('promises.give', { leadId: ana, repId: app.oscar })
  const personId = app.rows<{ person_id: string }>('leads')[0]?.person_id ?? ''
  app.given.promise({ leadId: ana, personId, repId: app.oscar, at: NOW, kind: 'call', dueAt: NOW })
  app.db.transaction((tx) => refresh(tx, app.deps, [ana]))
  app.sit(app.lucia)
}
const policy = (promisePolicy: PromisePolicy) =>
  app.db.update(lists).set({ promisePolicy }).where(eq(lists.id, app.list)).run()
const served = async () =>
  (await app.call('queue.view', { listId: app.list, limit: 9 })).items.map(({ name }) => name)
const held = async () => {
  const { mayCall } = await app.call('queue.why', { leadId: ana })
  const condition = mayCall.conditions.find(({ rule }) => rule === 'held')
  return condition ? condition.until : 'free'
}
const hours = (more: Partial<Input<'hours.save'>['hours']>, repId = app.oscar) =>
  app.call('hours.save', { repId, hours: { ...(USUAL_HOURS as Input<'hours.save'>['hours']), ...more } })

describe('who keeps a promise', () => {
  it.each([
    ['owner', 0, []],
    ['owner', 20, []],
    ['owner_first', 14, []],
    ['owner_first', 15, ['Ana']],
    ['anyone', -10, ['Ana']],
  ] as const)('%s: %i min past its time', async (which, minutes, names) => {
    await promisedByOscar()
    policy(which)
    app.clock.set(NOW + minutes * MINUTE)
    expect(await served()).toEqual(names)
    app.sit(app.oscar)
    expect(await served()).toEqual(['Ana'])
  })

  it('is said when somebody asks why not', async () => {
    await promisedByOscar()
    expect(await held()).toBe(NOW + 15 * MINUTE)
    policy('owner')
    expect(await held()).toBeNull()
    policy('anyone')
    expect(await held()).toBe('free')
  })

  it('is the team at once when its owner has a day off, or is done for the day', async () => {
    await promisedByOscar()
    app.sit(app.oscar)
    await hours({ off: [{ from: '2026-03-09', to: '2026-03-10' }] })
    app.sit(app.lucia)
    expect(await served()).toEqual(['Ana'])
    expect(await held()).toBe('free')
    policy('owner')
    expect(await served()).toEqual(['Ana'])
    app.sit(app.oscar)
    await hours({ from: 9 * 60, to: 14 * 60 })
    app.sit(app.lucia)
    expect(await served()).toEqual([])
    await expect(hours({ to: 9 * 60 + 30 })).rejects.toMatchObject({ reason: 'needs-team-lead' })
    app.sit(app.oscar)
    await hours({ to: 9 * 60 + 30 })
    app.sit(app.lucia)
    expect(await served()).toEqual(['Ana'])
  })

  it('a table: since when the team may', () => {
    expect([teamFrom('owner', 0), teamFrom('owner_first', 0), teamFrom('anyone', 0)]).toEqual([
      null,
      -15 * MINUTE,
      Number.MAX_SAFE_INTEGER,
    ])
  })
})

describe('working hours', () => {
  it('a rep sets their own, a team lead everybody’s; who gave none is there', async () => {
    expect(await app.call('hours.list', {})).toEqual([
      { repId: app.lucia, name: 'Lucía Marín', hours: USUAL_HOURS, usual: true },
    ])
    app.sit(app.oscar)
    await hours({ days: [1, 2] }, app.lucia)
    expect((await app.call('hours.list', {})).map(({ name, usual }) => [name, usual])).toEqual([
      ['Lucía Marín', false],
      ['Óscar Vega', true],
    ])
    await expect(hours({ from: 600, to: 600 })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it.each([
    ['inside', {}, false],
    ['another weekday', { days: [3] }, true],
    ['before', { from: 601 }, true],
    ['at its end', { to: 600 }, true],
    ['a day off', { off: [{ from: '2026-03-10', to: '2026-03-10' }] }, true],
    ['a day off before', { off: [{ from: '2026-03-01', to: '2026-03-09' }] }, false],
  ])('away or not: %s', (_, more, away) => {
    expect(isAway({ ...USUAL_HOURS, ...more }, ZONE, NOW)).toBe(away)
  })

  it('some day, an end after the start, no stretch that ends before it begins', () => {
    expect(areHours(USUAL_HOURS)).toBe(true)
    expect(areHours({ ...USUAL_HOURS, days: [] })).toBe(false)
    expect(areHours({ ...USUAL_HOURS, off: [{ from: '2026-03-10', to: '2026-03-09' }] })).toBe(false)
  })
})
