import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { CYCLE, placeAfter, turnAt } from '#shared/domain/cycle'
import { AHEAD, type Priority } from '#shared/domain/list'
import { arrange, byHeat, byPromise, byRank, nextOf, type Ready } from '#shared/domain/order'
import { BUCKETS, rankOf } from '#shared/domain/queue'
import { DAY } from '#shared/lib/time'

const MONTH = 30 * DAY
const START = Date.UTC(2026, 2, 1)

const lead = fc
  .record({
    leadId: fc.uuid(),
    listId: fc.constantFrom('high', 'normal', 'low'),
    bucket: fc.constantFrom(...BUCKETS),
    readyAt: fc.integer({ min: START, max: START + 3 * MONTH }),
    points: fc.integer({ min: 0, max: 30_000 }),
    attempts: fc.integer({ min: 0, max: 6 }),
    dueAt: fc.integer({ min: START, max: START + MONTH }),
  })
  .map(({ points, ...lead }): Ready & { points: number } => ({
    ...lead,
    points,
    rank: rankOf(lead.readyAt, points),
  }))
const leads = fc.uniqueArray(lead, { selector: ({ leadId }) => leadId, maxLength: 40 })
const cutoff = START + MONTH / 2
const ahead = (listId: string) => AHEAD[listId as Priority]
const served = (ready: readonly Ready[], place = 0, limit = 100) =>
  arrange(ready, { cutoff, place, limit, ahead }).map(({ leadId }) => leadId)

describe('the order', () => {
  it('is total: of two leads exactly one goes first', () => {
    fc.assert(
      fc.property(lead, lead, (a, b) => {
        fc.pre(a.leadId !== b.leadId)
        for (const compare of [byRank, byPromise, byHeat(cutoff)])
          expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) || 1)
      }),
    )
  })

  it('is the same however the leads were put in', () => {
    fc.assert(
      fc.property(leads, fc.integer({ min: 0, max: 6 }), fc.infiniteStream(fc.nat()), (all, place, noise) => {
        const shuffled = all
          .map((lead) => ({ lead, key: noise.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ lead }) => lead)
        expect(served(shuffled, place)).toEqual(served(all, place))
      }),
    )
  })

  it('serves everybody once', () => {
    fc.assert(
      fc.property(leads, (all) => {
        expect(served(all).toSorted()).toEqual(all.map(({ leadId }) => leadId).toSorted())
      }),
    )
  })

  it('lets nobody be passed by one that became ready more than 30 days later', () => {
    fc.assert(
      fc.property(lead, lead, (early, late) => {
        fc.pre(late.readyAt > early.readyAt + MONTH)
        expect(byRank(early, late)).toBeLessThan(0)
      }),
    )
  })

  it('keeps two leads as they were when others come and go', () => {
    fc.assert(
      fc.property(leads, (all) => {
        const ranked = (some: typeof all) => some.toSorted(byRank).map(({ leadId }) => leadId)
        const half = all.filter((_, n) => n % 2 === 0)
        const kept = new Set(half.map(({ leadId }) => leadId))
        expect(ranked(all).filter((id) => kept.has(id))).toEqual(ranked(half))
      }),
    )
  })
})

describe('several lists as one queue', () => {
  const ready = (leadId: string, listId: Priority, days: number, points = 0): Ready => {
    const readyAt = START + days * DAY
    return { leadId, listId, bucket: 'new', readyAt, rank: rankOf(readyAt, points), attempts: 0, dueAt: null }
  }

  it('leave promises and hot ones first, whatever their list', () => {
    const first = { rank: 0, readyAt: START, attempts: 0, dueAt: START }
    const all: Ready[] = [
      ready('n', 'high', 0, 30_000),
      { leadId: 'h', listId: 'low', bucket: 'hot', ...first },
      { leadId: 'p', listId: 'low', bucket: 'promise', ...first },
    ]
    expect(served(all)).toEqual(['p', 'h', 'n'])
  })

  it('bring a list of high priority forward as ten days of waiting would', () => {
    expect(served([ready('a', 'normal', 0), ready('b', 'high', 9)])).toEqual(['b', 'a'])
    expect(served([ready('a', 'normal', 0), ready('b', 'high', 11)])).toEqual(['a', 'b'])
    expect(served([ready('a', 'low', 0), ready('b', 'normal', 9)])).toEqual(['b', 'a'])
  })

  it('let no priority bring somebody forward past one who was ready more than 30 days before', () => {
    expect(served([ready('a', 'low', 0), ready('b', 'high', 40, 30_000)])).toEqual(['a', 'b'])
    expect(served([ready('a', 'low', 0), ready('b', 'high', 29, 30_000)])).toEqual(['b', 'a'])
  })

  it('keep the order inside each list', () => {
    fc.assert(
      fc.property(leads, (all) => {
        const of =
          (listId: string) =>
          ({ listId: some }: Ready) =>
            some === listId
        const whole = arrange(all, { cutoff, place: 0, limit: 100, ahead })
        for (const listId of ['high', 'normal', 'low'])
          for (const bucket of ['retry', 'new', 'review'] as const)
            expect(whole.filter((each) => each.bucket === bucket).filter(of(listId))).toEqual(
              all.filter((each) => each.bucket === bucket && each.listId === listId).toSorted(byRank),
            )
      }),
    )
  })

  it('let nobody be passed by one that became ready more than 30 days later', () => {
    // Days and points at their ends, where a list's priority weighs most.
    const one = fc.record({
      leadId: fc.uuid(),
      list: fc.constantFrom<Priority>('high', 'normal', 'low'),
      days: fc.integer({ min: 0, max: 60 }),
      points: fc.constantFrom(0, 15_000, 30_000),
    })
    const many = fc.uniqueArray(one, { selector: ({ leadId }) => leadId, minLength: 8, maxLength: 20 })
    fc.assert(
      fc.property(many, (some) => {
        const all = some.map(({ leadId, list, days, points }) => ready(leadId, list, days, points))
        const order = arrange(all, { cutoff, place: 0, limit: 100, ahead })
        order.forEach((one, at) => {
          for (const passed of order.slice(at + 1))
            expect(one.readyAt).toBeLessThanOrEqual(passed.readyAt + MONTH)
        })
      }),
    )
  })

  it('always have a next one while somebody is ready', () => {
    expect(nextOf([], ahead)).toBeNull()
    fc.assert(fc.property(lead, lead, (a, b) => nextOf([[a], [b]], ahead) !== null))
  })
})

describe('what goes first', () => {
  const one = (leadId: string, bucket: Ready['bucket'], more: Partial<Ready> = {}): Ready => ({
    leadId,
    listId: 'normal',
    bucket,
    rank: START,
    readyAt: START,
    attempts: 0,
    dueAt: null,
    ...more,
  })

  it('are promises by time, then the hot ones still in time by least time left, then the newest', () => {
    const all = [
      one('late-old', 'hot', { dueAt: cutoff - 2 * DAY }),
      one('late-new', 'hot', { dueAt: cutoff - DAY }),
      one('in-time-1', 'hot', { dueAt: cutoff + 60_000 }),
      one('in-time-4', 'hot', { dueAt: cutoff + 240_000 }),
      one('due', 'promise', { dueAt: START + 2 }),
      one('overdue', 'promise', { dueAt: START + 1 }),
      one('new', 'new'),
    ]
    expect(served(all)).toEqual(['overdue', 'due', 'in-time-1', 'in-time-4', 'late-new', 'late-old', 'new'])
  })

  it('then the turns: retry, retry, new, retry, retry, new, review', () => {
    const some = (bucket: Ready['bucket']) =>
      Array.from({ length: 9 }, (_, n) => one(`${bucket}-${n}`, bucket, { rank: START + n }))
    const all = [...some('retry'), ...some('new'), ...some('review')]
    const buckets = served(all, 0, 9).map((id) => id.split('-')[0])
    expect(buckets).toEqual([...CYCLE, 'retry', 'retry'])
    expect(served(all, 2, 2)).toEqual(['new-0', 'retry-0'])
  })

  it('where an empty bucket passes its turn', () => {
    const has =
      (...buckets: string[]) =>
      (bucket: string) =>
        buckets.includes(bucket)
    expect(turnAt(0, has('new'))).toBe('new')
    expect(turnAt(6, has('retry', 'new'))).toBe('retry')
    expect(turnAt(3, has())).toBeNull()
  })

  it('and only a dial of retry, new or review moves the place', () => {
    expect(placeAfter(0, 'retry')).toBe(1)
    expect(placeAfter(0, 'new')).toBe(3)
    expect(placeAfter(6, 'review')).toBe(0)
    expect(placeAfter(4, 'promise')).toBe(4)
    expect(placeAfter(4, 'hot')).toBe(4)
  })
})
