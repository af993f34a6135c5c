import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type { LeadsOrder } from '#shared/contract/leads-filter'
import { FIRST_VIEWS, firstView } from '#shared/contract/views'
import { DAY, HOUR } from '#shared/lib/time'
import { deskApp, TOMORROW, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
beforeEach(() => void (app = deskApp()))
afterEach(() => app.close())

const order: LeadsOrder = { filter: { stages: ['mql'] }, sort: 'fit', descending: true }
const blank = { id: null, name: 'My MQLs', shared: false, order, columns: null }
const names = async () => (await app.call('views.list', {})).views.map(({ name }) => name)

describe('named views', () => {
  it('are a rep’s own, changed and taken away', async () => {
    const saved = await app.call('views.save', blank)
    expect(await app.call('views.list', {})).toEqual({ views: [{ ...saved, by: null }], columns: null })
    await app.call('views.save', { ...blank, id: saved.id, name: 'MQL' })
    expect(await names()).toEqual(['MQL'])
    app.sit(app.oscar)
    expect(await names()).toEqual([])
    await expect(app.call('views.remove', { id: saved.id })).rejects.toMatchObject({ reason: 'view-unknown' })
    app.sit(app.lucia)
    await app.call('views.remove', { id: saved.id })
    expect(await names()).toEqual([])
  })

  it('are shared by a team lead and by nobody else', async () => {
    await expect(app.call('views.save', { ...blank, shared: true })).rejects.toMatchObject({
      reason: 'needs-team-lead',
    })
    app.sit(app.oscar)
    const shared = await app.call('views.save', { ...blank, shared: true })
    app.sit(app.lucia)
    expect((await app.call('views.list', {})).views).toEqual([{ ...shared, by: 'Óscar Vega' }])
    const change = app.call('views.save', { ...blank, id: shared.id })
    await expect(change).rejects.toMatchObject({ reason: 'needs-team-lead' })
    await expect(app.call('views.remove', { id: shared.id })).rejects.toMatchObject({
      reason: 'needs-team-lead',
    })
  })

  it('do not go by the same name twice', async () => {
    await app.call('views.save', blank)
    await expect(app.call('views.save', { ...blank, name: 'my mqls' })).rejects.toMatchObject({
      reason: 'name-taken',
    })
  })

  it('columns are each rep’s', async () => {
    await app.call('views.columns', { columns: ['name', 'extra:Feria', 'fit'] })
    expect((await app.call('views.list', {})).columns).toEqual(['name', 'extra:Feria', 'fit'])
    app.sit(app.oscar)
    expect((await app.call('views.list', {})).columns).toBeNull()
  })
})

describe('the views that are there from the start', () => {
  const found = async (id: keyof typeof FIRST_VIEWS) =>
    (await app.call('leads.page', { ...firstView(id), offset: 0, limit: 50 })).rows.map(({ name }) => name)

  it('mine: whom the one at the desk owns', async () => {
    const ana = app.lead('Ana')
    app.lead('Bea')
    await app.call('batch.run', { which: { ids: [ana] }, deed: { kind: 'assign', repId: app.lucia } })
    expect(await found('mine')).toEqual(['Ana'])
    app.sit(app.oscar)
    expect(await found('mine')).toEqual([])
  })

  it('promises due: by the end of today, kept or not yet', async () => {
    await app.log(app.lead('Ana'), 'callback', { step: { ...TOMORROW, at: app.clock.now() + HOUR } })
    await app.log(app.lead('Bea'), 'callback', { step: TOMORROW })
    expect(await found('promises')).toEqual(['Ana'])
    app.clock.advance(DAY)
    expect(await found('promises')).toEqual(['Bea', 'Ana'])
  })

  it('untouched: there for a week, and not dialled in it', async () => {
    const old = app.lead('Ana', { arrivedAt: app.clock.now() - 8 * DAY })
    app.lead('Bea', { arrivedAt: app.clock.now() - 6 * DAY })
    app.lead('Carl', { arrivedAt: 0, bornAs: 'nurture', stage: 'nurture' })
    expect(await found('untouched')).toEqual(['Ana'])
    await app.log(old, 'no_answer')
    expect(await found('untouched')).toEqual([])
  })

  it('nurture due: those who wake by the end of today', async () => {
    const sleeping = (wakesAt: number) => ({ bornAs: 'nurture', stage: 'nurture', wakesAt }) as const
    app.given.lead(app.given.person('Ana'), app.list, sleeping(app.clock.now() + HOUR))
    app.given.lead(app.given.person('Bea'), app.list, sleeping(app.clock.now() + 2 * DAY))
    expect(await found('waking')).toEqual(['Ana'])
  })

  it('missing number: nobody can be called', async () => {
    app.lead('Ana')
    app.lead('Bea', { phones: 0 })
    expect(await found('noNumber')).toEqual(['Bea'])
  })
})
