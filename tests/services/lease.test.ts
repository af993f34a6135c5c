import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { HOUR, MINUTE } from '#shared/lib/time'
import { createApp } from '#electron/services/app'

import { COMPLETE, deskApp, type DeskApp } from '../helpers/desk.ts'

const [LEFT, RIGHT] = ['10000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000002']

let app: DeskApp
beforeEach(() => {
  app = deskApp()
})
afterEach(() => app.close())

const next = async (seat?: string) =>
  (await app.call('desk.open', { listId: app.list, leadId: null, after: null, seat }))?.person.name ?? null
const show = (seat: string, leadId: string) =>
  app.call('desk.open', { listId: app.list, leadId, after: null, seat })

describe('what is before one window', () => {
  it('is not served to another, however often either asks', async () => {
    for (const name of ['Ana', 'Ben', 'Carla']) app.lead(name)
    expect([await next(LEFT), await next(RIGHT), await next(LEFT), await next(RIGHT)]).toEqual([
      'Ana',
      'Ben',
      'Ana',
      'Ben',
    ])
    expect(await next('10000000-0000-4000-8000-000000000003')).toBe('Carla')
  })

  it('is free once that window goes on, logs, or ten minutes pass without a hand on it', async () => {
    const [ana, ben] = [app.lead('Ana'), app.lead('Ben')]
    await next(LEFT)
    await show(LEFT, ben)
    expect(await next(RIGHT)).toBe('Ana')
    await show(LEFT, ana)
    expect(await next(RIGHT)).toBe('Ben')
    app.clock.advance(9 * MINUTE)
    await app.call('desk.note', { leadId: ana, note: 'Asks for Thursday' })
    app.clock.advance(9 * MINUTE)
    expect(await next(RIGHT)).toBe('Ben')
    app.clock.advance(2 * MINUTE)
    expect(await next(RIGHT)).toBe('Ana')
  })

  it('is free when the window is gone, unless a call is on', async () => {
    const [ana] = [app.lead('Ana'), app.lead('Ben')]
    await next(LEFT)
    expect(await next(RIGHT)).toBe('Ben')
    await app.call('desk.leave', { seat: LEFT })
    expect(app.events).toContainEqual({ kind: 'changed', topics: ['queue'] })
    expect(await next(RIGHT)).toBe('Ana')
    const card = await show(LEFT, ana)
    const phoneId = card?.person.phones[0]?.id ?? ''
    await app.call('call.dial', { leadId: ana, phoneId, override: null })
    await app.call('desk.leave', { seat: LEFT })
    expect(await next(RIGHT)).toBe('Ben')
    await app.call('desk.leave', { seat: null })
    expect(await next(RIGHT)).toBe('Ben')
  })

  it('is asked for again by a window that slept: kept, or said to be somebody else’s, never had by two', async () => {
    const [ana] = [app.lead('Ana'), app.lead('Ben')]
    const keep = (seat: string) => app.call('desk.keep', { leadId: ana, seat })
    await next(LEFT)
    await app.call('desk.leave', { seat: LEFT })
    expect(await keep(LEFT)).toEqual({ kind: 'kept' })
    expect(await next(RIGHT)).toBe('Ben')
    await app.call('desk.leave', { seat: LEFT })
    expect(await next(RIGHT)).toBe('Ana')
    expect(await keep(LEFT)).toEqual({ kind: 'taken', name: 'Ana', by: null })
    expect(await next(LEFT)).toBe('Ben')
    app.sit(app.oscar)
    expect(await keep(LEFT)).toEqual({ kind: 'taken', name: 'Ana', by: 'Lucía Marín' })
    expect(app.rows('leases', `lead_id = '${ana}'`)).toHaveLength(1)
  })

  it('stays there while it rings and they talk', async () => {
    const id = app.lead('Ana')
    const card = await show(LEFT, id)
    const phoneId = card?.person.phones[0]?.id ?? ''
    await app.call('call.dial', { leadId: id, phoneId, override: null })
    app.clock.advance(40 * MINUTE)
    expect(await next(RIGHT)).toBeNull()
    app.clock.advance(HOUR)
    expect(await next(RIGHT)).toBe('Ana')
  })

  it('holds the person in every list, and the next lead after an outcome too', async () => {
    const other = app.given.list('Plastics')
    app.lead('Ana')
    app.lead('Ben')
    const personId = app.rows<{ person_id: string }>('leads')[0]?.person_id ?? ''
    const there = app.given.lead(personId, other, { createdAt: 0, arrivedAt: 0 })
    const card = await app.call('desk.open', { listId: app.list, leadId: null, after: null, seat: LEFT })
    const held = await app.call('queue.why', { leadId: there, seat: RIGHT })
    expect(held.mayCall.conditions).toContainEqual(
      expect.objectContaining({
        rule: 'leased',
        evidence: 'Lucía Marín',
        until: app.clock.now() + 10 * MINUTE,
      }),
    )
    const reply = await app.log(card?.leadId ?? '', 'no_answer', { ...COMPLETE.no_answer, seat: LEFT })
    expect(reply.kind === 'logged' && reply.next?.person.name).toBe('Ben')
    expect(await next(RIGHT)).toBeNull()
  })

  it('is free when its rep leaves the desk, but not in the middle of a call', async () => {
    const [ana, ben] = [app.lead('Ana'), app.lead('Ben')]
    await show(LEFT, ben)
    await app.call('people.sit', { repId: app.oscar })
    expect([await next(RIGHT), await next(LEFT)]).toEqual(['Ana', 'Ben'])
    await app.call('people.sit', { repId: app.lucia })
    const card = await show(LEFT, ana)
    await app.call('call.dial', { leadId: ana, phoneId: card?.person.phones[0]?.id ?? '', override: null })
    await app.call('people.sit', { repId: app.oscar })
    expect(await next(RIGHT)).toBe('Ben')
  })

  it('keeps its draft, though another window of the same rep goes on', async () => {
    app.lead('Ana')
    app.lead('Ben')
    const card = await app.call('desk.open', { listId: app.list, leadId: null, after: null, seat: LEFT })
    await next(RIGHT)
    const reply = await app.call('call.answered', { leadId: card?.leadId ?? '' })
    expect(reply.callId).toBe(card?.draft?.callId)
    expect(app.rows('drafts')).toHaveLength(2)
  })

  it('is free after the engine was started anew: no window outlives it', async () => {
    app.lead('Ana')
    await next(LEFT)
    expect(await next(RIGHT)).toBeNull()
    createApp(app.deps)
    expect(await next(RIGHT)).toBe('Ana')
  })

  it('is counted for the others as such, and the sum stays whole', async () => {
    for (const name of ['Ana', 'Ben', 'Carla']) app.lead(name)
    await next(LEFT)
    const { counts, waiting, items } = await app.call('queue.view', {
      listId: app.list,
      limit: 9,
      seat: RIGHT,
    })
    expect(counts.new).toBe(2)
    expect(waiting).toEqual([{ why: 'leased', count: 1, nextAt: null }])
    expect(items.map(({ name }) => name)).toEqual(['Ben', 'Carla'])
    const own = await app.call('queue.view', { listId: app.list, limit: 9, seat: LEFT })
    expect(own.counts.new).toBe(3)
  })
})
