import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { DAY, HOUR, MINUTE } from '#shared/lib/time'
import { reps } from '#electron/db/schema/desk'
import { queueDesk, type QueueDesk } from '../helpers/queue-desk.ts'
import { NOW } from '../helpers/test-app.ts'

let desk: QueueDesk
beforeEach(() => {
  desk = queueDesk()
})
afterEach(() => desk.close())

describe('the order', () => {
  it('is overdue and due promises, hot, then retry, retry, new, ... as each is dialled', async () => {
    const retries = ['R1', 'R2', 'R3'].map((name, n) => desk.lead(name, { createdAt: NOW - (20 - n) * DAY }))
    retries.forEach((id, n) => {
      desk.clock.set(NOW - (10 - n) * DAY)
      desk.dial(id)
    })
    desk.clock.set(NOW)
    const [old, young] = [desk.lead('N old', { createdAt: NOW - 9 * DAY }), desk.lead('N young')]
    desk.did(desk.lead('Hot'), 'demo', NOW - 3 * MINUTE)
    desk.promise(desk.lead('Later'), NOW + 5 * MINUTE)
    desk.promise(desk.lead('Overdue'), NOW + MINUTE)
    expect(await desk.order()).toEqual(['Overdue', 'Later', 'Hot', 'R1', 'R2', 'N old', 'R3', 'N young'])
    expect((await desk.view()).counts).toEqual({ promise: 2, hot: 1, retry: 3, new: 2, review: 0 })
    expect([old, young]).toHaveLength(2)
  })

  it('keeps the place in the cycle by dials, not by looks', async () => {
    const leads = ['A', 'B', 'C'].map((name, n) => desk.lead(name, { createdAt: NOW - (9 - n) * DAY }))
    const retry = desk.lead('R', { createdAt: NOW - 20 * DAY })
    desk.clock.set(NOW - 4 * DAY)
    desk.dial(retry)
    desk.clock.set(NOW)
    expect(await desk.order()).toEqual(['R', 'A', 'B', 'C'])
    desk.dial(leads[0] ?? '')
    // The turn after "new" is "retry" again, looked at as often as one likes.
    expect(await desk.order()).toEqual(await desk.order())
    expect(desk.next()).toBe(retry)
  })

  it('goes on past the one that was just looked at, and round to the start', () => {
    const [a, b, c] = ['A', 'B', 'C'].map((name, n) => desk.lead(name, { createdAt: NOW - (9 - n) * DAY }))
    expect(desk.next()).toBe(a)
    expect([desk.next(a), desk.next(b ?? ''), desk.next(c ?? '')]).toEqual([b, c, a])
    desk.dial(a ?? '')
    expect(desk.next(a)).toBe(b)
  })

  it('counts 10 points as a day of waiting, as they stood when a lead became ready', async () => {
    const plain = desk.lead('Plain', { createdAt: NOW - 3 * DAY })
    desk.lead('Eager', { createdAt: NOW - 2 * DAY, did: ['reply', NOW - 5 * DAY] })
    expect(await desk.order()).toEqual(['Eager', 'Plain'])
    desk.did(plain, 'reply', NOW - MINUTE)
    expect(await desk.order()).toEqual(['Eager', 'Plain'])
  })
})

describe('a promise', () => {
  it('comes 10 minutes before its time, and lifts hours until 2 hours after it', async () => {
    const id = desk.lead('Ana P.')
    desk.promise(id, NOW + 4 * HOUR + 30 * MINUTE)
    expect(desk.next()).toBeNull()
    desk.clock.set(NOW + 4 * HOUR + 20 * MINUTE)
    expect(desk.next()).toBe(id)
    const { items, counts } = await desk.view()
    expect(counts.promise).toBe(1)
    expect(items[0]?.why).toMatchObject({ bucket: 'promise', at: NOW + 4 * HOUR + 30 * MINUTE, by: null })
    expect((await desk.whyNot(id)).rules).not.toContain('window')
    desk.clock.set(NOW + 16 * HOUR)
    expect(desk.next()).toBeNull()
    expect((await desk.view()).waiting).toMatchObject([{ why: 'window', count: 1 }])
    desk.clock.set(NOW + DAY)
    expect(desk.next()).toBe(id)
    expect((await desk.view()).items[0]?.why.lateMinutes).toBeGreaterThan(15)
  })

  it('is lifted until its second hour is over, for the queue as for the dial', async () => {
    const id = desk.lead('Ana P.')
    desk.promise(id, NOW + 8 * HOUR)
    desk.clock.set(NOW + 10 * HOUR - 1)
    expect(desk.next()).toBe(id)
    expect((await desk.view()).counts.promise).toBe(1)
    expect((await desk.whyNot(id)).rules).not.toContain('window')
    desk.clock.advance(1)
    expect(desk.next()).toBeNull()
    expect(await desk.view()).toMatchObject({
      counts: { promise: 0 },
      waiting: [{ why: 'window', count: 1 }],
    })
    expect((await desk.whyNot(id)).rules).toContain('window')
  })

  it("is its owner's for 15 minutes, then anyone's, and at once when the owner is gone", () => {
    const ben = desk.given.rep('Ben')
    const id = desk.lead('Theirs')
    desk.assign(id, ben)
    desk.promise(id, NOW)
    expect(desk.next()).toBeNull()
    desk.clock.set(NOW + 15 * MINUTE)
    expect(desk.next()).toBe(id)
    desk.clock.set(NOW)
    desk.db.update(reps).set({ active: false }).where(eq(reps.id, ben)).run()
    expect(desk.next()).toBe(id)
  })

  it('with nobody there comes once more after half an hour', () => {
    const id = desk.lead('Out')
    desk.promise(id, NOW)
    desk.clock.advance(MINUTE)
    desk.dial(id)
    expect(desk.next()).toBeNull()
    desk.clock.advance(30 * MINUTE)
    expect(desk.next()).toBe(id)
  })

  it('that the person did not agree to is a follow-up', async () => {
    const id = desk.lead('Maybe')
    desk.promise(id, NOW + 2 * HOUR, { agreed: false })
    expect((await desk.view()).waiting).toEqual([{ why: 'follow_up', count: 1, nextAt: NOW + 2 * HOUR }])
    desk.clock.set(NOW + 2 * HOUR)
    expect((await desk.view()).items[0]?.why).toMatchObject({ bucket: 'retry', at: NOW + 2 * HOUR })
    expect(desk.next()).toBe(id)
  })
})

describe('hot', () => {
  it('ends with the first dial, or after two business days', async () => {
    const id = desk.lead('Hot')
    desk.did(id, 'price', NOW - MINUTE)
    expect((await desk.view()).items[0]?.why).toMatchObject({
      bucket: 'hot',
      signal: 'price',
      lateMinutes: null,
      leftMinutes: 4,
    })
    desk.clock.set(NOW + 20 * MINUTE)
    expect((await desk.view()).items[0]?.why).toMatchObject({
      bucket: 'hot',
      lateMinutes: 16,
      leftMinutes: null,
    })
    desk.clock.set(NOW + 2 * DAY)
    expect((await desk.view()).counts).toMatchObject({ hot: 0, new: 1 })
    desk.clock.set(NOW)
  })

  it('is not what was only read', async () => {
    desk.did(desk.lead('Reader'), 'pricing_page', NOW - MINUTE)
    expect((await desk.view()).counts).toMatchObject({ hot: 0, new: 1 })
  })
})
