import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { refresh } from '#electron/services/queue'
import type { Input } from '#shared/contract/api'
import { DAY, HOUR } from '#shared/lib/time'
import { importFile } from '../helpers/import-file.ts'
import { deskApp, type DeskApp } from '../helpers/desk.ts'
import { scored } from '../helpers/scored.ts'
import { NOW } from '../helpers/test-app.ts'

type Areas = Input<'territories.save'>['areas']

let app: DeskApp
beforeEach(() => {
  app = deskApp()
})
afterEach(() => app.close())

function lead(name: string, province: string, more: { listId?: string; industry?: string } = {}): string {
  const { listId = app.list, industry } = more
  const person = app.given.person(name, { country: 'ES', province, phones: [phone()] })
  const company = industry === undefined ? {} : { companyId: app.given.company(name, { industry }) }
  const at = NOW - DAY
  const id = app.given.lead(person, listId, { createdAt: at, arrivedAt: at, ...company })
  app.db.transaction((tx) => refresh(tx, app.deps, [id]))
  return id
}
let made = 0
const phone = () => `+34600${String(++made + 500).padStart(6, '0')}`

/** As a team lead; resolves once every lead was told apart. */
async function give(repId: string, areas: Areas): Promise<void> {
  app.sit(app.oscar)
  await app.call('territories.save', { repId, areas })
  app.sit(app.lucia)
  await scored(app)
}
const names = async (listId: string = app.list) =>
  (await app.call('queue.view', { listId, limit: 50 })).items.map(({ name }) => name)

describe('a territory', () => {
  it('is whom its rep is served; who has none is served everybody', async () => {
    lead('Mar', 'Madrid')
    lead('Bea', 'Barcelona')
    await give(app.lucia, [{ provinces: ['madrid'] }])
    expect(await names()).toEqual(['Mar'])
    expect((await app.call('desk.open', { listId: app.list, leadId: null, after: null }))?.person.name).toBe(
      'Mar',
    )
    app.sit(app.oscar)
    expect((await names()).toSorted()).toEqual(['Bea', 'Mar'])
  })

  it('tells those who come later apart at once', async () => {
    await give(app.lucia, [{ provinces: ['Madrid'] }, { industries: ['Textil'] }])
    lead('Mar', 'Madrid')
    lead('Bea', 'Barcelona')
    lead('Tea', 'Barcelona', { industry: 'textil' })
    expect((await names()).toSorted()).toEqual(['Mar', 'Tea'])
  })

  it('holds those of a file that comes in', async () => {
    await give(app.lucia, [{ regions: ['ES-MD'] }])
    const rows = ['Nombre;Teléfono;Provincia', 'Mar;600111222;Madrid', 'Bea;600111223;Barcelona']
    await importFile(app, `${rows.join('\n')}\n`, { listId: app.list, newList: null })
    await scored(app)
    expect(await names()).toEqual(['Mar'])
  })

  it('counts whom it leaves out, so that the reasons add up', async () => {
    for (const name of ['Bea', 'Cruz']) lead(name, 'Barcelona')
    lead('Mar', 'Madrid')
    await give(app.lucia, [{ regions: ['ES-MD'] }])
    const { counts, waiting } = await app.call('queue.view', { listId: app.list, limit: 50 })
    expect(counts.new).toBe(1)
    expect(waiting).toEqual([{ why: 'territory', count: 2, nextAt: null }])
    expect((await app.call('queue.forecast', { listId: app.list })).newLeft).toBeNull()
  })

  it('says why not, and by what', async () => {
    const bea = lead('Bea', 'Barcelona')
    await give(app.lucia, [{ countries: ['ES'], regions: ['ES-MD'] }])
    const { mayCall } = await app.call('queue.why', { leadId: bea })
    expect(mayCall.conditions).toContainEqual({
      rule: 'territory',
      effect: 'allow',
      until: null,
      evidence: 'regions',
      source: null,
    })
  })

  it('does not break a word that was given: own promises are served wherever they are', async () => {
    const bea = lead('Bea', 'Barcelona')
    await give(app.lucia, [{ regions: ['ES-MD'] }])
    await app.log(bea, 'callback', {
      step: { kind: 'call', at: NOW + HOUR, agreed: true, withWhom: 'Bea' },
    })
    app.clock.set(NOW + HOUR)
    expect(await names()).toEqual(['Bea'])
    const { counts, waiting } = await app.call('queue.view', { listId: app.list, limit: 50 })
    expect(counts.promise).toBe(1)
    expect(waiting).toEqual([])
    const { mayCall } = await app.call('queue.why', { leadId: bea })
    expect(mayCall.conditions.map(({ rule }) => rule)).not.toContain('territory')
  })

  it('is taken back by saving it without areas', async () => {
    lead('Bea', 'Barcelona')
    await give(app.lucia, [{ provinces: ['Madrid'] }])
    expect(await names()).toEqual([])
    await give(app.lucia, [])
    expect(await names()).toEqual(['Bea'])
  })

  it('is set by team leads only; a rep reads their own', async () => {
    await expect(
      app.call('territories.save', { repId: app.lucia, areas: [{ countries: ['ES'] }] }),
    ).rejects.toMatchObject({ reason: 'needs-team-lead' })
    await give(app.oscar, [{ countries: ['PT'] }])
    expect(await app.call('territories.get', {})).toEqual([
      { repId: app.lucia, name: 'Lucía Marín', areas: [] },
    ])
  })

  it('is tried before it is saved: whom it holds, whom others have too, whom nobody has', async () => {
    lead('Mar', 'Madrid')
    lead('Mon', 'Madrid', { industry: 'Textil' })
    lead('Bea', 'Barcelona')
    await give(app.oscar, [{ industries: ['Textil'] }])
    const tried = await app.call('territories.preview', {
      repId: app.lucia,
      areas: [{ provinces: ['Madrid'] }],
      after: 0,
    })
    expect(tried).toEqual({
      seen: 3,
      inside: 2,
      shared: [{ repId: app.oscar, n: 1 }],
      nobody: 1,
      after: null,
      total: 3,
    })
    // Nothing of it was kept.
    expect((await app.call('territories.get', {})).flatMap(({ areas }) => areas)).toEqual([])
  })
})

describe('all lists as one queue', () => {
  const priority = async (name: string, to: 'high' | 'low') => {
    const { lists } = await app.call('app.state', {})
    const list = lists.find((each) => each.name === name)
    if (!list) throw new Error(name)
    app.sit(app.oscar)
    await app.call('lists.save', { ...list, priority: to })
    app.sit(app.lucia)
  }

  it('merges them in the order of one, the more urgent list first, and names each one', async () => {
    const fair = app.given.list('Fair')
    lead('Metal', 'Madrid')
    lead('Stand', 'Madrid', { listId: fair })
    await priority('Fair', 'high')
    const { items, counts } = await app.call('queue.view', { listId: 'all', limit: 10 })
    expect(items.map(({ name, list }) => [name, list])).toEqual([
      ['Stand', 'Fair'],
      ['Metal', 'Metal Q4'],
    ])
    expect(counts.new).toBe(2)
    await priority('Fair', 'low')
    expect(await names('all')).toEqual(['Metal', 'Stand'])
  })

  it('brings the next one of any list after a call, and has a place of its own in the cycle', async () => {
    const fair = app.given.list('Fair')
    lead('Stand', 'Madrid', { listId: fair })
    const metal = lead('Metal', 'Madrid')
    const reply = await app.log(metal, 'no_answer', { listId: 'all' })
    expect(reply.kind === 'logged' && reply.next?.person.name).toBe('Stand')
    expect(app.rows<{ list_id: string }>('cycles').map(({ list_id }) => list_id)).toEqual(['all'])
  })

  it('is what a rep may keep on the desk', async () => {
    expect((await app.call('settings.save', { listId: 'all' })).listId).toBe('all')
    expect((await app.call('queue.forecast', { listId: 'all' })).due).toBe(0)
  })

  it('a priority is set by team leads only', async () => {
    const [list] = (await app.call('app.state', {})).lists
    if (!list) throw new Error('no list')
    await expect(app.call('lists.save', { ...list, priority: 'high' })).rejects.toMatchObject({
      reason: 'needs-team-lead',
    })
    expect((await app.call('lists.save', { ...list, name: 'Metal Q1' })).priority).toBe('normal')
  })
})
