import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { refresh } from '#electron/services/queue'
import type { Output } from '#shared/contract/api'
import { skipRefusal } from '#shared/domain/skip'
import { DAY, HOUR } from '#shared/lib/time'
import { deskApp, TOMORROW, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
beforeEach(() => {
  app = deskApp()
})
afterEach(() => app.close())

const skip = (leadId: string, until = app.clock.now() + HOUR) =>
  app.call('queue.skip', { leadId, listId: app.list, reason: 'prepare', until })
const order = async () =>
  (await app.call('queue.view', { listId: app.list, limit: 9 })).items.map(({ name }) => name)
const skipped = (reply: Output<'queue.skip'>) => {
  if (reply.kind === 'refused') throw new Error(reply.reason)
  return reply
}

describe('a skip', () => {
  it('passes over until then, says so, and brings the next; it comes back by itself', async () => {
    const [ana] = [app.lead('Ana'), app.lead('Ben')]
    const until = app.clock.now() + HOUR
    const reply = skipped(await skip(ana, until))
    expect([reply.name, reply.next?.person.name]).toEqual(['Ana', 'Ben'])
    const view = await app.call('queue.view', { listId: app.list, limit: 9 })
    expect(view.waiting).toEqual([{ why: 'snoozed', count: 1, nextAt: until }])
    const { mayCall, nextAt } = await app.call('queue.why', { leadId: ana })
    expect(mayCall.conditions).toContainEqual(
      expect.objectContaining({ rule: 'snoozed', evidence: 'prepare', until }),
    )
    expect(nextAt).toBe(until)
    app.clock.set(until)
    expect(await order()).toEqual(['Ana', 'Ben'])
  })

  it('stands in what happened to the lead, on the desk until it is taken back', async () => {
    const ana = app.lead('Ana')
    const until = app.clock.now() + HOUR
    const { skipId } = skipped(await skip(ana, until))
    const told = async () => {
      const asked = { leadId: ana, kinds: ['skip' as const], repId: null, since: null, before: null }
      return (await app.call('lead.timeline', asked)).items
    }
    const onDesk = async () => {
      const { history } = await app.call('lead.card', { leadId: ana })
      return history.filter(({ kind }) => kind === 'skip')
    }
    const line = { kind: 'skip', reason: 'prepare', dueAt: until, by: 'Lucía Marín' }
    expect(await told()).toMatchObject([{ ...line, undone: false }])
    expect(await onDesk()).toMatchObject([line])
    await app.call('queue.unskip', { leadId: ana, skipId })
    expect((await told()).map(({ undone }) => undone)).toEqual([true, false])
    expect(await onDesk()).toEqual([])
  })

  it('is no dial: the place in the cycle, the attempts and the caps stay as they were', async () => {
    const ana = app.lead('Ana')
    await skip(ana)
    expect(app.rows('cycles')).toEqual([])
    expect(app.rows<{ dials: number; attempts: number }>('leads')[0]).toMatchObject({ dials: 0, attempts: 0 })
  })

  it('ends once they ask for a call themselves, and not for what they had asked for before', async () => {
    const [ana, ben] = [app.lead('Ana'), app.lead('Ben')]
    const asks = (id: string, at: number) =>
      app.db.run(`INSERT INTO signals (id, lead_id, kind, at) VALUES ('${id} ${at}', '${id}', 'demo', ${at})`)
    for (const id of [ana, ben]) asks(id, app.clock.now() - HOUR)
    for (const id of [ana, ben]) await skip(id, app.clock.now() + DAY)
    app.clock.advance(HOUR)
    asks(ben, app.clock.now())
    app.db.transaction((tx) => refresh(tx, app.deps, [ana, ben]))
    expect(await order()).toEqual(['Ben'])
    expect((await app.call('queue.why', { leadId: ana })).nextAt).not.toBeNull()
  })

  it('is taken back by whoever did it, and then the queue is as before', async () => {
    const ana = app.lead('Ana')
    app.lead('Ben')
    const before = app.rows('queue')
    const { skipId } = skipped(await skip(ana))
    expect(app.rows('queue')).not.toEqual(before)
    app.sit(app.oscar)
    expect(await app.call('queue.unskip', { leadId: ana, skipId })).toEqual({ kind: 'refused' })
    app.sit(app.lucia)
    expect(await app.call('queue.unskip', { leadId: ana, skipId })).toEqual({ kind: 'back', leadId: ana })
    expect(app.rows('queue')).toEqual(before)
    expect(await app.call('queue.unskip', { leadId: ana, skipId })).toEqual({ kind: 'refused' })
    expect(app.rows('skips')).toHaveLength(2)
  })

  it('ends with a call, and lives again when that call is taken back', async () => {
    const ana = app.lead('Ana')
    await skip(ana, app.clock.now() + 3 * DAY)
    app.clock.advance(1000)
    await app.log(ana, 'no_answer')
    const why = () => app.rows<{ why: string }>('queue')[0]?.why
    expect(why()).toBe('cool_down')
    await app.call('call.undo', {})
    expect(why()).toBe('snoozed')
  })

  it('stands when the queue is built anew from the facts', async () => {
    const ana = app.lead('Ana')
    await skip(ana)
    const live = app.rows('queue')
    app.db.run('DELETE FROM queue')
    app.db.transaction((tx) => refresh(tx, app.deps, [ana]))
    expect(app.rows('queue')).toEqual(live)
  })

  it('is refused for what was promised, for a call that was dialled, and for what is over or too far', async () => {
    const ana = app.lead('Ana')
    expect(await skip(ana, app.clock.now())).toEqual({ kind: 'refused', reason: 'past' })
    expect(await skip(ana, app.clock.now() + 31 * DAY)).toEqual({ kind: 'refused', reason: 'too-far' })
    const card = await app.open(ana)
    await app.call('call.dial', { leadId: ana, phoneId: card.person.phones[0]?.id ?? '', override: null })
    expect(await skip(ana)).toEqual({ kind: 'refused', reason: 'outcome-first' })
    await app.log(ana, 'callback', { spoke: 'person', step: TOMORROW })
    expect(await skip(ana)).toEqual({ kind: 'refused', reason: 'promised' })
    await app.log(app.lead('Ben'), 'disqualified')
    const ben = app.rows<{ id: string }>('leads', `stage = 'disqualified'`)[0]?.id ?? ''
    expect(await skip(ben)).toEqual({ kind: 'refused', reason: 'not-in-queue' })
  })

  it('the rule says the first that holds', () => {
    const free = { ground: { bucket: 'new' as const }, isDialled: false }
    expect(skipRefusal(free, 2, 1)).toBeNull()
    expect(skipRefusal(free, 1 + 30 * DAY, 1)).toBeNull()
    expect(skipRefusal({ ...free, ground: null }, 2, 1)).toBe('not-in-queue')
    expect(skipRefusal({ ground: { bucket: 'promise' }, isDialled: true }, 0, 1)).toBe('promised')
  })
})
