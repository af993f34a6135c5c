import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { writeSetting } from '#electron/db/people'
import { lists } from '#electron/db/schema/lead'
import { refresh } from '#electron/services/queue'
import type { Input } from '#shared/contract/api'
import { teamFrom, type PromisePolicy } from '#shared/domain/promise'
import { areHours, isAway, restOf, USUAL_HOURS } from '#shared/domain/rep-hours'
import { DAY, HOUR, MINUTE } from '#shared/lib/time'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
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

type Spans = Input<'hours.save'>['hours']['week'][number]
/** Those hours on these days, 1 = Monday; nothing on the others. */
const week = (spans: Spans, days: readonly number[] = [1, 2, 3, 4, 5]) =>
  Array.from({ length: 7 }, (_, at) => (days.includes(at + 1) ? spans : []))

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
    await hours({ week: week([[540, 840]]) })
    app.sit(app.lucia)
    expect(await served()).toEqual([])
    await expect(hours({ week: week([[540, 570]]) })).rejects.toMatchObject({ reason: 'needs-team-lead' })
    app.sit(app.oscar)
    await hours({ week: week([[540, 570]]) })
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
  it('as an older version kept them are read as each day’s', async () => {
    const older = { days: [2, 4], from: 600, to: 900, off: [] }
    writeSetting(app.db, `hours@${app.lucia}`, older)
    const [row] = await app.call('hours.list', {})
    expect(row).toMatchObject({ usual: false, hours: { week: week([[600, 900]], [2, 4]), off: [] } })
  })

  it('say what is left of a day', () => {
    const hours = {
      week: week([
        [540, 840],
        [900, 1080],
      ]),
      off: [{ from: '2026-03-11', to: '2026-03-11' }],
    }
    const at = (minutes: number) => restOf(hours, ZONE, NOW - 10 * HOUR + minutes * MINUTE)
    const endsAt = NOW + 8 * HOUR
    expect(at(0)).toEqual({ share: 1, endsAt })
    expect(at(870)).toEqual({ share: 180 / 480, endsAt })
    expect(at(1200)).toEqual({ share: 0, endsAt })
    expect(at(36 * 60)).toEqual({ share: 0, endsAt: null })
  })

  it('bound what today still reaches, and the card of a rep knows theirs', async () => {
    const lead = app.lead('Ana Ruiz')
    app.clock.set(NOW - DAY)
    for (const name of ['B', 'C', 'D', 'E']) await app.log(app.lead(name), 'no_answer')
    app.clock.set(NOW)
    const forecast = () => app.call('queue.forecast', { listId: app.list })
    expect(await forecast()).toMatchObject({ pace: 4, left: 4, endsAt: null, isOff: false })
    expect((await app.open(lead)).hours).toBeNull()
    await hours({ week: week([[540, 660]]) }, app.lucia)
    expect(await forecast()).toMatchObject({ left: 2, endsAt: NOW + HOUR, isOff: false })
    expect((await app.open(lead)).hours?.week[1]).toEqual([[540, 660]])
    await hours({ week: week([[540, 660]], [1]) }, app.lucia)
    expect(await forecast()).toMatchObject({ left: 0, endsAt: null, isOff: true })
  })

  it('a rep sets their own, a team lead everybody’s; who gave none is there', async () => {
    expect(await app.call('hours.list', {})).toEqual([
      { repId: app.lucia, name: 'Lucía Marín', hours: USUAL_HOURS, usual: true },
    ])
    app.sit(app.oscar)
    await hours({ week: week([[540, 1080]], [1, 2]) }, app.lucia)
    expect((await app.call('hours.list', {})).map(({ name, usual }) => [name, usual])).toEqual([
      ['Lucía Marín', false],
      ['Óscar Vega', true],
    ])
    await expect(hours({ week: week([[600, 600]]) })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it.each([
    ['inside', {}, false],
    ['another weekday', { week: week([[540, 1080]], [3]) }, true],
    ['before', { week: week([[601, 1080]]) }, true],
    ['at its end', { week: week([[540, 600]]) }, true],
    [
      'in a break',
      {
        week: week([
          [540, 590],
          [610, 1080],
        ]),
      },
      true,
    ],
    [
      'at the end of a break',
      {
        week: week([
          [540, 590],
          [600, 1080],
        ]),
      },
      false,
    ],
    ['a day off', { off: [{ from: '2026-03-10', to: '2026-03-10' }] }, true],
    ['a day off before', { off: [{ from: '2026-03-01', to: '2026-03-09' }] }, false],
  ])('away or not: %s', (_, more, away) => {
    expect(isAway({ ...USUAL_HOURS, ...more }, ZONE, NOW)).toBe(away)
  })

  it('some day, an end after the start, no stretch that ends before it begins', () => {
    expect(areHours(USUAL_HOURS)).toBe(true)
    expect(areHours({ ...USUAL_HOURS, week: week([]) })).toBe(false)
    expect(
      areHours({
        ...USUAL_HOURS,
        week: week([
          [600, 700],
          [700, 800],
        ]),
      }),
    ).toBe(false)
    expect(areHours({ ...USUAL_HOURS, week: [] })).toBe(false)
    expect(areHours({ ...USUAL_HOURS, off: [{ from: '2026-03-10', to: '2026-03-09' }] })).toBe(false)
  })
})
