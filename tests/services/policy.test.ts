import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { sitAtDesk } from '#electron/db/device'
import { lists } from '#electron/db/schema/lead'
import { persons } from '#electron/db/schema/person'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
let ana: string
let closing: AbortController
beforeEach(() => {
  closing = new AbortController()
  app = deskApp({ deps: { closing: closing.signal } })
  ana = app.lead('Ana Ruiz')
})
afterEach(() => {
  closing.abort()
  app.close()
})

const asAdmin = () => sitAtDesk(app.db, app.given.rep('Eva Sanz', 'admin'))
const NOTHING = { earliest: null, latest: null, weekdays: [], days: [] }
const why = async () => app.call('queue.why', { leadId: ana })
const conditions = async () => (await why()).mayCall.conditions.map(({ rule, effect }) => `${effect}:${rule}`)
const basis = (more: object) =>
  app.call('basis.save', {
    leadId: ana,
    channel: 'call',
    kind: 'consent',
    given: true,
    on: '2026-03-10',
    source: null,
    proof: null,
    ...more,
  })

describe('a pack', () => {
  it('shows its rules with their sources and dates, and years of holidays that are lacking', async () => {
    app.clock.set(Date.UTC(2027, 1, 10, 9))
    const { packs, holidays } = await app.call('policy.get', {})
    const rules = packs.find(({ id }) => id === 'ES')?.rules ?? []
    expect(rules.find(({ kind }) => kind === 'line')).toMatchObject({
      inForce: true,
      overdue: true,
      since: '2025-06-07',
      source: 'Orden TDF/149/2025, artículo 9',
    })
    expect(holidays.find(({ country }) => country === 'ES')?.lacking).toEqual([
      { year: 2027, known: 'provisional' },
      { year: 2028, known: 'missing' },
    ])
  })

  it('is narrowed by an admin, at once for the dial and then for the queue', async () => {
    const narrowing = { ...NOTHING, latest: 570 }
    await expect(app.call('policy.narrow', { subject: 'ES', narrowing })).rejects.toMatchObject({
      reason: 'needs-admin',
    })
    asAdmin()
    expect(await conditions()).toEqual([])
    await app.call('policy.narrow', { subject: 'ES', narrowing })
    expect(await conditions()).toEqual(['warn:window'])
    expect((await app.call('policy.get', {})).narrowings).toEqual({ ES: narrowing })
    await app.call('policy.narrow', { subject: 'ES', narrowing: NOTHING })
    expect(await conditions()).toEqual([])
    expect((await app.call('policy.get', {})).narrowings).toEqual({})
  })

  it('refuses what is no pack and what ends before it begins', async () => {
    asAdmin()
    await expect(app.call('policy.narrow', { subject: 'US-XX', narrowing: NOTHING })).rejects.toMatchObject({
      reason: 'pack-unknown',
    })
    const narrowing = { ...NOTHING, earliest: 600, latest: 540 }
    await expect(app.call('policy.narrow', { subject: 'US-NY', narrowing })).rejects.toMatchObject({
      reason: 'hours-reversed',
    })
  })

  it('past its review is a word on the card and no obstacle', async () => {
    app.clock.set(Date.UTC(2027, 1, 10, 9))
    expect(await conditions()).toEqual(['warn:review_overdue', 'warn:holidays_provisional'])
    expect((await why()).mayCall.effect).toBe('allow')
  })
})

describe('a lawful basis', () => {
  it('of the person stands where the list has none, with who, when and its proof', async () => {
    app.db.update(lists).set({ basis: null }).run()
    expect(await conditions()).toEqual(['warn:no_basis'])
    const [kept] = await basis({ source: 'Web form', proof: 'Ticked on 10 March' })
    expect(kept).toMatchObject({
      kind: 'consent',
      by: 'Lucía Marín',
      source: 'Web form',
      proof: 'Ticked on 10 March',
      at: app.clock.now(),
    })
    expect(await conditions()).toEqual([])
  })

  it('that was withdrawn is not the list’s to give back', async () => {
    await basis({ given: false })
    expect(await conditions()).toEqual(['warn:basis_withdrawn'])
    expect((await app.call('basis.list', { leadId: ana })).length).toBe(1)
  })

  it('of a customer ends in Spain a year after the last dealing, on the day', async () => {
    app.db.update(lists).set({ basis: null }).run()
    await basis({ kind: 'existing_customer', on: '2025-03-10' })
    expect(await conditions()).toEqual([])
    app.clock.advance(86_400_000)
    expect(await conditions()).toEqual(['warn:basis_ended'])
  })

  it('for mail says nothing of calls; one of a day to come is refused', async () => {
    app.db.update(lists).set({ basis: null }).run()
    await basis({ channel: 'mail' })
    expect(await conditions()).toEqual(['warn:no_basis'])
    await expect(basis({ on: '2026-03-11' })).rejects.toMatchObject({ reason: 'day-ahead' })
  })

  it('is their own yes for consumers in France since August 2026', async () => {
    app.clock.set(Date.UTC(2026, 8, 15, 9))
    app.db.update(lists).set({ business: false }).run()
    app.db
      .update(persons)
      .set({ country: 'FR', province: null, zone: 'Europe/Paris' })
      .where(eq(persons.name, 'Ana Ruiz'))
      .run()
    app.db.run(`UPDATE phones SET e164 = '+33612345678'`)
    expect(await conditions()).toEqual(['block:no_consent'])
    await basis({ on: '2026-09-15' })
    expect(await conditions()).toEqual([])
  })
})
