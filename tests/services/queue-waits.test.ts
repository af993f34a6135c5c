import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { DAY, HOUR, MINUTE } from '#shared/lib/time'
import { suppressions } from '#electron/db/schema/facts'
import { lists } from '#electron/db/schema/lead'
import { phones } from '#electron/db/schema/person'
import { queueDesk, type QueueDesk } from '../helpers/queue-desk.ts'
import { NOW } from '../helpers/test-app.ts'

let desk: QueueDesk
beforeEach(() => {
  desk = queueDesk()
})
afterEach(() => desk.close())

describe('who waits', () => {
  it('says for how long, and what the queue is empty of', async () => {
    desk.clock.set(NOW - 30 * MINUTE)
    desk.dial(desk.lead('Tried'))
    desk.lead('Island', { province: 'Las Palmas' })
    desk.lead('Nameless', { number: null })
    expect(await desk.view()).toEqual({
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
    const id = desk.lead('Twice')
    desk.dial(id)
    desk.clock.advance(3 * HOUR)
    desk.dial(id, 'technical_failure')
    expect(desk.next()).toBe(id)
    desk.dial(id, 'busy')
    desk.clock.advance(31 * MINUTE)
    expect(desk.next()).toBeNull()
    expect(await desk.whyNot(id)).toMatchObject({ effect: 'warn', rules: ['cap_person'] })
    desk.clock.set(NOW + DAY)
    expect(desk.next()).toBe(id)
  })

  it('for the company: no fourth dial a day, and an undo frees them again', async () => {
    const company = desk.given.company('Aceros')
    const ids = ['A', 'B', 'C', 'D'].map((name) => desk.lead(name, { company }))
    const calls = ids.slice(0, 3).map((id) => desk.dial(id))
    expect(desk.next()).toBeNull()
    expect((await desk.view()).waiting).toContainEqual({
      why: 'cap_company',
      count: 4,
      nextAt: Date.UTC(2026, 2, 10, 23),
    })
    desk.given.undo(calls[2] ?? '', desk.ana, NOW)
    desk.place(ids[2] ?? '')
    desk.around(ids[2] ?? '')
    expect(desk.next()).toBe(ids[2])
    expect(desk.next(ids[2])).toBe(ids[3])
  })

  it('for the company, also of a promise that is hours late', async () => {
    const company = desk.given.company('Aceros')
    const ids = ['A', 'B', 'C', 'D'].map((name) => desk.lead(name, { company }))
    desk.promise(ids[0] ?? '', NOW + HOUR / 2)
    desk.clock.set(NOW + 3 * HOUR)
    expect(desk.next()).toBe(ids[0])
    ids.slice(1).forEach((id) => desk.dial(id))
    expect(desk.next()).toBeNull()
    expect((await desk.view()).waiting).toMatchObject([{ why: 'cap_company', count: 4 }])
  })

  it('in another list, while one was dialled or is promised today', async () => {
    const other = desk.given.list('Plastics')
    desk.db.update(lists).set({ basis: 'legitimate interest' }).run()
    const here = desk.lead('Both')
    const there = desk.lead('Both', { listId: other, personId: desk.personOf.get(here)?.personId ?? '' })
    desk.dial(there)
    expect(desk.next()).toBeNull()
    const { mayCall } = await desk.call('queue.why', { leadId: here })
    expect(mayCall.conditions).toMatchObject([{ rule: 'other_list', evidence: 'Plastics' }])
    desk.clock.set(NOW + DAY)
    expect(desk.next()).toBe(here)
    // Ana's word in the other list holds until it is kept, however late that is.
    const dueAt = NOW + DAY + 3 * HOUR
    desk.promise(there, dueAt)
    expect(desk.next()).toBeNull()
    expect((await desk.view()).waiting).toContainEqual({ why: 'other_list', count: 1, nextAt: null })
    desk.clock.set(NOW + 2 * DAY)
    expect(desk.next()).toBeNull()
    const why = (await desk.call('queue.why', { leadId: here })).mayCall.conditions
    const evidence = `${new Date(dueAt).toISOString()} Plastics`
    expect(why).toMatchObject([{ rule: 'other_promise', effect: 'warn', until: null, evidence }])
    expect(desk.next(null, other)).toBe(there)
    desk.dial(there)
    expect((await desk.whyNot(here)).rules).toEqual(['other_list'])
    desk.clock.set(NOW + 3 * DAY)
    expect(desk.next()).toBe(here)
  })

  it('in none, while both lists have a promise: each is called at its time', async () => {
    const other = desk.given.list('Plastics')
    desk.db.update(lists).set({ basis: 'legitimate interest' }).run()
    const here = desk.lead('Both')
    const there = desk.lead('Both', { listId: other, personId: desk.personOf.get(here)?.personId ?? '' })
    desk.promise(here, NOW + HOUR)
    desk.promise(there, NOW + 2 * HOUR)
    // Long overdue, so that nothing is lifted any more.
    desk.clock.set(NOW + DAY)
    expect([desk.next(), desk.next(null, other)]).toEqual([here, there])
    desk.dial(here)
    // Dialled today: the other waits for tomorrow.
    expect(desk.next(null, other)).toBeNull()
    desk.clock.set(NOW + 2 * DAY)
    expect(desk.next(null, other)).toBe(there)
  })

  it('for good: the suppressed are in no queue, and "why" says so', async () => {
    const id = desk.lead('Never')
    const row = { repId: desk.ana, device: 'd', seq: 0, at: NOW, offset: 60, clock: '0', ruleVersion: 0 }
    const about = { scope: 'person', channel: 'call', source: 'call', lifted: false } as const
    const personId = desk.personOf.get(id)?.personId ?? null
    const fact = { ...row, ...about, id: desk.deps.newId(), personId }
    desk.db.insert(suppressions).values(fact).run()
    desk.place(id)
    expect(desk.next()).toBeNull()
    expect(await desk.whyNot(id)).toEqual({ effect: 'block', rules: ['suppressed_person'], nextAt: null })
    desk.db
      .insert(suppressions)
      .values({ ...fact, id: desk.deps.newId(), lifted: true, refersTo: fact.id })
      .run()
    desk.place(id)
    expect(desk.next()).toBe(id)
  })

  it('without a number, until somebody finds one', async () => {
    const id = desk.lead('Numberless', { number: null })
    expect(desk.next()).toBeNull()
    expect((await desk.view()).noNumber).toBe(1)
    const { personId } = desk.personOf.get(id) ?? { personId: '' }
    const phone = {
      id: desk.deps.newId(),
      personId,
      e164: '+34915551212',
      type: 'fixed',
      status: 'ok',
      place: 0,
    } as const
    desk.db.insert(phones).values(phone).run()
    desk.place(id)
    expect(desk.next()).toBe(id)
  })
})

describe('nurture', () => {
  it('comes back to review when it wakes', async () => {
    const id = desk.lead('Sleeper')
    const wakesAt = NOW + 3 * DAY
    desk.given.stage({ leadId: id, repId: desk.ana, at: NOW, to: 'nurture', reason: 'timing', wakesAt })
    desk.place(id)
    expect((await desk.view()).waiting).toEqual([{ why: 'nurture', count: 1, nextAt: wakesAt }])
    desk.clock.set(wakesAt)
    expect((await desk.view()).items[0]?.why).toMatchObject({ bucket: 'review', at: wakesAt })
  })
})
