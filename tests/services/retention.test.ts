import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { raw } from '#electron/db/raw'
import { erasedKeys } from '#electron/db/erasures'
import { lastEnd } from '#shared/domain/import/returning'
import { DAY } from '#shared/lib/time'
import { traces } from '../helpers/erased.ts'
import { deskApp, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
let admin: string
let fair: string
beforeEach(() => {
  app = deskApp()
  admin = app.given.rep('Irene', 'admin')
  fair = app.given.list('Feria')
})
afterEach(() => app.close())

const MONTH = 31 * DAY
const CLOSED = { stage: 'disqualified', reason: 'too_old', since: 1 }
async function keep(erase: number | null, close: number | null = null, listId: string | null = app.list) {
  app.sit(admin)
  await app.call('retention.save', { listId, keeping: { close, erase } })
}
const look = () => app.call('retention.look', {})
const ended = async () => {
  const isOver = () =>
    app.events.some(
      (event) => event.kind === 'job' && event.job.kind === 'retention' && event.job.state !== 'running',
    )
  while (!isOver()) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('how long people are kept', () => {
  it('is for ever until an admin says so for a list; a dry run names whom it would erase', async () => {
    const ana = app.lead('Ana Ruiz')
    app.clock.advance(30 * MONTH)
    app.lead('Eva Sanz')
    app.sit(admin)
    expect(await look()).toEqual({ people: 0, leads: 0, lists: [] })
    await keep(24)
    expect(await look()).toMatchObject({
      people: 1,
      lists: [{ listId: app.list, due: 1, held: [], sample: [{ leadId: ana, name: 'Ana Ruiz' }] }],
    })
    expect(app.rows('erasures')).toEqual([])
    await keep(null)
    expect((await look()).people).toBe(0)
    app.sit(app.oscar)
    await expect(look()).rejects.toMatchObject({ reason: 'needs-admin' })
  })

  it('counts from the last that happened, and never takes a customer, work in hand, a promise or another list', async () => {
    const called = app.lead('Called Lately')
    app.lead('Cust Omer', { stage: 'customer', bornAs: 'customer' })
    app.lead('Opp Ortunity', { stage: 'opportunity', bornAs: 'opportunity' })
    const elsewhere = app.lead('Else Where')
    const [person] = app.rows<{ person_id: string }>('leads', `id = '${elsewhere}'`)
    app.given.lead(person?.person_id ?? '', fair)
    const promised = app.lead('Pro Mised')
    app.lead('Old One')
    app.clock.advance(30 * MONTH)
    await app.log(called, 'no_answer')
    await app.log(promised, 'callback', {
      step: { kind: 'call', at: app.clock.now() + 300 * MONTH, agreed: true, withWhom: 'P' },
    })
    app.clock.advance(20 * MONTH)
    await keep(24)
    const { lists, people } = await look()
    expect(people).toBe(1)
    expect(lists[0]?.sample).toMatchObject([{ name: 'Old One' }])
    expect(Object.fromEntries(lists[0]?.held.map(({ why, count }) => [why, count]) ?? [])).toEqual({
      customer: 1,
      opportunity: 1,
      other_list: 1,
    })
    app.clock.advance(20 * MONTH)
    const later = (await look()).lists[0]
    expect(Object.fromEntries(later?.held.map(({ why, count }) => [why, count]) ?? [])).toMatchObject({
      promise: 1,
    })
  })

  it('ends as a job: they are erased, sealed, counted as before, and a wish stays as a hash', async () => {
    const ana = app.lead('Zenobia Quirós')
    app.lead('Herminia Zubeldía')
    await app.log(ana, 'do_not_call')
    app.clock.advance(30 * MONTH)
    await keep(24)
    const calls = app.rows('calls')
    expect(await app.call('retention.run', {})).toMatchObject({ people: 2 })
    await expect(app.call('retention.run', {})).rejects.toMatchObject({ reason: 'retention-runs' })
    await ended()
    expect(traces(app, ':memory:', ['Zenobia Quirós', 'Herminia Zubeldía'])).toEqual([])
    expect(app.rows('calls')).toEqual(calls)
    const facts = app.rows<{ cause: string; until: number }>('erasures')
    expect(facts.map(({ cause }) => cause)).toEqual(['retention', 'retention'])
    expect(erasedKeys(app.db).filter(({ wish }) => wish)).toHaveLength(1)
    expect((await look()).people).toBe(0)
  })

  it('stops where it is when somebody says so', async () => {
    for (let n = 0; n < 3; n++) app.lead(`Persona ${n} Apellido`)
    app.clock.advance(30 * MONTH)
    await keep(24)
    const { people } = await app.call('retention.run', {})
    await app.call('retention.cancel', {})
    await ended()
    const erased = raw(app.db, 'SELECT id FROM persons WHERE erased_at IS NOT NULL').all().length
    const last = app.events.findLast((event) => event.kind === 'job' && event.job.kind === 'retention')
    expect(last).toMatchObject({ job: { done: erased, total: people } })
  })
})

describe('leads that nothing happened with', () => {
  const stageOf = (id: string) =>
    app.rows<{ stage: string; reason: string | null }>('leads', `id = '${id}'`)[0]
  const run = async () => {
    const { batchId } = await app.call('retention.close', {})
    const isOver = async () => (await app.call('batch.get', { batchId })).state !== 'running'
    while (!(await isOver())) await new Promise((resolve) => setTimeout(resolve, 5))
    return batchId
  }

  it('are closed once an admin says so, and a press takes all of it back; neither restarts the time of the person', async () => {
    const [old, promised, handed] = [
      app.lead('Old One'),
      app.lead('Pro Mised'),
      app.lead('Han Ded', { stage: 'sql', bornAs: 'sql' }),
    ]
    await app.log(promised, 'callback', {
      step: { kind: 'call', at: app.clock.now() + 300 * MONTH, agreed: true, withWhom: 'P' },
    })
    app.clock.advance(13 * MONTH)
    const fresh = app.lead('New One')
    await keep(null, 12, null)
    const found = await look()
    expect(found).toMatchObject({ people: 0, leads: 1 })
    expect(found.lists[0]).toMatchObject({
      listId: app.list,
      close: { due: 1, promised: 1, sample: [{ leadId: old, name: 'Old One' }] },
    })
    expect(stageOf(old)).toMatchObject({ stage: 'lead' })
    const before = app.rows('leads')
    const batchId = await run()
    expect(stageOf(old)).toMatchObject({ stage: 'disqualified', reason: 'too_old' })
    expect([promised, handed, fresh].map((id) => stageOf(id)?.stage)).toEqual(['lead', 'sql', 'lead'])
    expect(app.rows('queue').map((row) => row['lead_id'])).not.toContain(old)
    expect((await look()).leads).toBe(0)
    expect(await app.call('batch.undo', { batchId })).toEqual({ kind: 'undone', leads: 1 })
    expect(app.rows('leads')).toEqual(before)
    expect((await look()).leads).toBe(1)

    await run()
    app.clock.advance(12 * MONTH)
    await keep(24, 12, null)
    const later = await look()
    expect([later.people, later.lists[0]?.sample[0]?.name]).toEqual([1, 'Old One'])
  })

  it('a list’s own word stands before the standard, which holds for lists to come; closing comes before erasing', async () => {
    await keep(24, 12, null)
    await keep(null, null, fair)
    const later = app.given.list('Más tarde')
    const { standard, lists } = await app.call('retention.get', {})
    expect(standard).toEqual({ close: 12, erase: 24 })
    expect(lists.map(({ listId, own }) => [listId, own])).toEqual([
      [app.list, null],
      [fair, { close: null, erase: null }],
      [later, null],
    ])
    const save = (keeping: { close: number; erase: number }) =>
      app.call('retention.save', { listId: null, keeping })
    await expect(save({ close: 24, erase: 12 })).rejects.toMatchObject({ reason: 'close-after-erase' })
    app.sit(app.oscar)
    await expect(app.call('retention.close', {})).rejects.toMatchObject({ reason: 'needs-admin' })
  })

  it('closed for its age holds against nobody: they come in again as somebody new would', async () => {
    const old = app.lead('Old One')
    app.clock.advance(13 * MONTH)
    await keep(null, 12)
    await run()
    expect((await app.call('exits.view', {})).rows).toEqual([])
    expect(lastEnd({ leads: [{ ...CLOSED, id: old }] } as never)).toBeNull()
  })
})
