import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { raw } from '#electron/db/raw'
import { erasedKeys } from '#electron/db/erasures'
import { traces } from '../helpers/erased.ts'
import { DAY, deskApp, type DeskApp } from '../helpers/desk.ts'

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
async function keep(months: number | null, listId = app.list) {
  app.sit(admin)
  await app.call('retention.save', { listId, months })
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
    expect(await look()).toEqual({ people: 0, lists: [] })
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
