import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { reps } from '#electron/db/schema/desk'
import { assignments, suppressions } from '#electron/db/schema/facts'
import { lists, signals } from '#electron/db/schema/lead'
import { phones } from '#electron/db/schema/person'
import { sitAtDesk } from '#electron/db/device'
import { gather } from '#electron/services/placing'
import { advanceCycle, refresh, refreshAround } from '#electron/services/queue'
import { nextLead } from '#electron/services/queue-next'
import type { Output } from '#shared/contract/api'
import type { OutcomeId } from '#shared/domain/outcome'
import type { SignalKind } from '#shared/domain/profile'
import { historyOf, type History } from '../helpers/history.ts'
import { NOW, testApp, type TestApp } from '../helpers/test-app.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

let app: TestApp
let given: History
let list: string
let ana: string
let personOf: Map<string, { personId: string; listId: string; companyId?: string }>
beforeEach(() => {
  app = testApp()
  given = historyOf(app.db, app.deps.newId)
  ana = given.rep('Ana')
  sitAtDesk(app.db, ana)
  list = given.list('Metal Q4')
  app.db.update(lists).set({ basis: 'legitimate interest' }).run()
  personOf = new Map()
})
afterEach(() => app.close())

type LeadGiven = {
  province?: string
  company?: string
  listId?: string
  personId?: string
  createdAt?: number
  number?: null
  did?: [SignalKind, number]
}
let made = 0
function lead(name: string, more: LeadGiven = {}): string {
  const e164 = `+34600${String(++made).padStart(6, '0')}`
  const phones = more.number === null ? [] : [e164]
  const personId =
    more.personId ?? given.person(name, { country: 'ES', province: more.province ?? 'Madrid', phones })
  const listId = more.listId ?? list
  const at = more.createdAt ?? NOW - DAY
  const company = more.company ? { companyId: more.company } : {}
  const id = given.lead(personId, listId, { createdAt: at, arrivedAt: at, ...company })
  personOf.set(id, { personId, listId, ...company })
  if (more.did) did(id, ...more.did)
  else place(id)
  return id
}
const place = (...ids: string[]) => app.db.transaction((tx) => refresh(tx, app.deps, ids))
const around = (id: string) =>
  app.db.transaction((tx) => refreshAround(tx, app.deps, gather(tx, app.deps, id).row))
const next = (after: string | null = null, listId = list) =>
  app.db.transaction((tx) => nextLead(tx, app.deps, listId, after))

/** A call now, with all that `call.log` does to the queue. */
function dial(id: string, outcome: OutcomeId = 'no_answer', more: { repId?: string } = {}): string {
  const who = personOf.get(id)
  if (!who) throw new Error(id)
  const repId = more.repId ?? ana
  return app.db.transaction((tx) => {
    const callId = given.call({ leadId: id, ...who, repId, at: app.clock.now(), outcome })
    advanceCycle(tx, repId, who.listId, '2026-03-10', id)
    refresh(tx, app.deps, [id])
    refreshAround(tx, app.deps, gather(tx, app.deps, id).row)
    return callId
  })
}
function did(id: string, kind: SignalKind, at: number): void {
  app.db.insert(signals).values({ id: app.deps.newId(), leadId: id, kind, at }).run()
  place(id)
}
function promise(id: string, dueAt: number, more: { agreed?: boolean } = {}): void {
  const { personId } = personOf.get(id) ?? { personId: '' }
  given.promise({ leadId: id, personId, repId: ana, at: app.clock.now(), kind: 'call', dueAt, ...more })
  place(id)
}
function assign(id: string, toRepId: string): void {
  const row = { repId: ana, device: 'd', seq: 0, at: NOW, offset: 60, clock: '0', ruleVersion: 0 }
  app.db
    .insert(assignments)
    .values({ ...row, id: app.deps.newId(), leadId: id, toRepId })
    .run()
  place(id)
}
const view = (limit = 50): Promise<Output<'queue.view'>> => app.call('queue.view', { listId: list, limit })
const order = async () => (await view()).items.map(({ name }) => name)
const whyNot = async (leadId: string) => {
  const { mayCall, nextAt } = await app.call('queue.why', { leadId })
  return { rules: mayCall.conditions.map(({ rule }) => rule), effect: mayCall.effect, nextAt }
}

describe('the order', () => {
  it('is overdue and due promises, hot, then retry, retry, new, ... as each is dialled', async () => {
    const retries = ['R1', 'R2', 'R3'].map((name, n) => lead(name, { createdAt: NOW - (20 - n) * DAY }))
    retries.forEach((id, n) => {
      app.clock.set(NOW - (10 - n) * DAY)
      dial(id)
    })
    app.clock.set(NOW)
    const [old, young] = [lead('N old', { createdAt: NOW - 9 * DAY }), lead('N young')]
    did(lead('Hot'), 'demo', NOW - 3 * MINUTE)
    promise(lead('Later'), NOW + 5 * MINUTE)
    promise(lead('Overdue'), NOW + MINUTE)
    expect(await order()).toEqual(['Overdue', 'Later', 'Hot', 'R1', 'R2', 'N old', 'R3', 'N young'])
    expect((await view()).counts).toEqual({ promise: 2, hot: 1, retry: 3, new: 2, review: 0 })
    expect([old, young]).toHaveLength(2)
  })

  it('keeps the place in the cycle by dials, not by looks', async () => {
    const leads = ['A', 'B', 'C'].map((name, n) => lead(name, { createdAt: NOW - (9 - n) * DAY }))
    const retry = lead('R', { createdAt: NOW - 20 * DAY })
    app.clock.set(NOW - 4 * DAY)
    dial(retry)
    app.clock.set(NOW)
    expect(await order()).toEqual(['R', 'A', 'B', 'C'])
    dial(leads[0] ?? '')
    // The turn after "new" is "retry" again, looked at as often as one likes.
    expect(await order()).toEqual(await order())
    expect(next()).toBe(retry)
  })

  it('goes on past the one that was just looked at, and round to the start', () => {
    const [a, b, c] = ['A', 'B', 'C'].map((name, n) => lead(name, { createdAt: NOW - (9 - n) * DAY }))
    expect(next()).toBe(a)
    expect([next(a), next(b ?? ''), next(c ?? '')]).toEqual([b, c, a])
    dial(a ?? '')
    expect(next(a)).toBe(b)
  })

  it('counts 10 points as a day of waiting, as they stood when a lead became ready', async () => {
    const plain = lead('Plain', { createdAt: NOW - 3 * DAY })
    lead('Eager', { createdAt: NOW - 2 * DAY, did: ['reply', NOW - 5 * DAY] })
    expect(await order()).toEqual(['Eager', 'Plain'])
    did(plain, 'reply', NOW - MINUTE)
    expect(await order()).toEqual(['Eager', 'Plain'])
  })
})

describe('a promise', () => {
  it('comes 10 minutes before its time, and lifts hours until 2 hours after it', async () => {
    const id = lead('Ana P.')
    promise(id, NOW + 4 * HOUR + 30 * MINUTE)
    expect(next()).toBeNull()
    app.clock.set(NOW + 4 * HOUR + 20 * MINUTE)
    expect(next()).toBe(id)
    const { items, counts } = await view()
    expect(counts.promise).toBe(1)
    expect(items[0]?.why).toMatchObject({ bucket: 'promise', at: NOW + 4 * HOUR + 30 * MINUTE, by: null })
    expect((await whyNot(id)).rules).not.toContain('window')
    app.clock.set(NOW + 16 * HOUR)
    expect(next()).toBeNull()
    expect((await view()).waiting).toMatchObject([{ why: 'window', count: 1 }])
    app.clock.set(NOW + DAY)
    expect(next()).toBe(id)
    expect((await view()).items[0]?.why.lateMinutes).toBeGreaterThan(15)
  })

  it("is its owner's for 15 minutes, then anyone's, and at once when the owner is gone", () => {
    const ben = given.rep('Ben')
    const id = lead('Theirs')
    assign(id, ben)
    promise(id, NOW)
    expect(next()).toBeNull()
    app.clock.set(NOW + 15 * MINUTE)
    expect(next()).toBe(id)
    app.clock.set(NOW)
    app.db.update(reps).set({ active: false }).where(eq(reps.id, ben)).run()
    expect(next()).toBe(id)
  })

  it('with nobody there comes once more after half an hour', () => {
    const id = lead('Out')
    promise(id, NOW)
    app.clock.advance(MINUTE)
    dial(id)
    expect(next()).toBeNull()
    app.clock.advance(30 * MINUTE)
    expect(next()).toBe(id)
  })

  it('that the person did not agree to is a follow-up', async () => {
    const id = lead('Maybe')
    promise(id, NOW + 2 * HOUR, { agreed: false })
    expect((await view()).waiting).toEqual([{ why: 'follow_up', count: 1, nextAt: NOW + 2 * HOUR }])
    app.clock.set(NOW + 2 * HOUR)
    expect((await view()).items[0]?.why).toMatchObject({ bucket: 'retry', at: NOW + 2 * HOUR })
    expect(next()).toBe(id)
  })
})

describe('hot', () => {
  it('ends with the first dial, or after two business days', async () => {
    const id = lead('Hot')
    did(id, 'price', NOW - MINUTE)
    expect((await view()).items[0]?.why).toMatchObject({
      bucket: 'hot',
      signal: 'price',
      lateMinutes: null,
      leftMinutes: 4,
    })
    app.clock.set(NOW + 20 * MINUTE)
    expect((await view()).items[0]?.why).toMatchObject({ bucket: 'hot', lateMinutes: 16, leftMinutes: null })
    app.clock.set(NOW + 2 * DAY)
    expect((await view()).counts).toMatchObject({ hot: 0, new: 1 })
    app.clock.set(NOW)
  })

  it('is not what was only read', async () => {
    did(lead('Reader'), 'pricing_page', NOW - MINUTE)
    expect((await view()).counts).toMatchObject({ hot: 0, new: 1 })
  })
})

describe('who waits', () => {
  it('says for how long, and what the queue is empty of', async () => {
    app.clock.set(NOW - 30 * MINUTE)
    dial(lead('Tried'))
    lead('Island', { province: 'Las Palmas' })
    lead('Nameless', { number: null })
    expect(await view()).toEqual({
      counts: { promise: 0, hot: 0, retry: 0, new: 0, review: 0 },
      items: [],
      waiting: [
        { why: 'cool_down', count: 1, nextAt: NOW + 2.5 * HOUR },
        { why: 'window', count: 1, nextAt: NOW },
      ],
      noNumber: 1,
      dialsToday: 1,
    })
  })

  it('for the person: no third dial a day', async () => {
    const id = lead('Twice')
    dial(id)
    app.clock.advance(3 * HOUR)
    dial(id, 'technical_failure')
    expect(next()).toBe(id)
    dial(id, 'busy')
    app.clock.advance(31 * MINUTE)
    expect(next()).toBeNull()
    expect(await whyNot(id)).toMatchObject({ effect: 'warn', rules: ['cap_person'] })
    app.clock.set(NOW + DAY)
    expect(next()).toBe(id)
  })

  it('for the company: no fourth dial a day, and an undo frees them again', async () => {
    const company = given.company('Aceros')
    const ids = ['A', 'B', 'C', 'D'].map((name) => lead(name, { company }))
    const calls = ids.slice(0, 3).map((id) => dial(id))
    expect(next()).toBeNull()
    expect((await view()).waiting).toContainEqual({
      why: 'cap_company',
      count: 4,
      nextAt: Date.UTC(2026, 2, 10, 23),
    })
    given.undo(calls[2] ?? '', ana, NOW)
    place(ids[2] ?? '')
    around(ids[2] ?? '')
    expect(next()).toBe(ids[2])
    expect(next(ids[2])).toBe(ids[3])
  })

  it('in another list, while one was dialled or is promised today', async () => {
    const other = given.list('Plastics')
    app.db.update(lists).set({ basis: 'legitimate interest' }).run()
    const here = lead('Both')
    const there = lead('Both', { listId: other, personId: personOf.get(here)?.personId ?? '' })
    dial(there)
    expect(next()).toBeNull()
    const { mayCall } = await app.call('queue.why', { leadId: here })
    expect(mayCall.conditions).toMatchObject([{ rule: 'other_list', evidence: 'Plastics' }])
    app.clock.set(NOW + DAY)
    expect(next()).toBe(here)
    // Ana's word in the other list holds for the whole of its day.
    promise(there, NOW + DAY + 3 * HOUR)
    place(here)
    expect(next()).toBeNull()
    app.clock.set(NOW + 2 * DAY)
    expect(next()).toBe(here)
  })

  it('for good: the suppressed are in no queue, and "why" says so', async () => {
    const id = lead('Never')
    const row = { repId: ana, device: 'd', seq: 0, at: NOW, offset: 60, clock: '0', ruleVersion: 0 }
    const about = { scope: 'person', channel: 'call', source: 'call', lifted: false } as const
    const personId = personOf.get(id)?.personId ?? null
    const fact = { ...row, ...about, id: app.deps.newId(), personId }
    app.db.insert(suppressions).values(fact).run()
    place(id)
    expect(next()).toBeNull()
    expect(await whyNot(id)).toEqual({ effect: 'block', rules: ['suppressed_person'], nextAt: null })
    app.db
      .insert(suppressions)
      .values({ ...fact, id: app.deps.newId(), lifted: true, refersTo: fact.id })
      .run()
    place(id)
    expect(next()).toBe(id)
  })

  it('without a number, until somebody finds one', async () => {
    const id = lead('Numberless', { number: null })
    expect(next()).toBeNull()
    expect((await view()).noNumber).toBe(1)
    const { personId } = personOf.get(id) ?? { personId: '' }
    const phone = {
      id: app.deps.newId(),
      personId,
      e164: '+34915551212',
      type: 'fixed',
      status: 'ok',
      place: 0,
    } as const
    app.db.insert(phones).values(phone).run()
    place(id)
    expect(next()).toBe(id)
  })
})

describe('nurture', () => {
  it('comes back to review when it wakes', async () => {
    const id = lead('Sleeper')
    const wakesAt = NOW + 3 * DAY
    given.stage({ leadId: id, repId: ana, at: NOW, to: 'nurture', reason: 'timing', wakesAt })
    place(id)
    expect((await view()).waiting).toEqual([{ why: 'nurture', count: 1, nextAt: wakesAt }])
    app.clock.set(wakesAt)
    expect((await view()).items[0]?.why).toMatchObject({ bucket: 'review', at: wakesAt })
  })
})
