import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { historyOf, type History } from '../helpers/history.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
let add: History
let metal: string
let field: string
beforeEach(() => {
  app = testApp()
  add = historyOf(app.db, app.deps.newId)
  metal = add.list('Metal')
  field = add.list('Field', 'GB')
})
afterEach(() => app.close())

const page = { filter: {}, sort: 'newest', descending: true, offset: 0, limit: 50 } as const

describe('a page of leads', () => {
  const names = async (change: object) =>
    (await app.call('leads.page', { ...page, ...change })).rows.map((row) => row.name)

  beforeEach(() => {
    add.lead(add.person('Bea'), metal, { fit: 10, lastDialAt: 5 })
    add.lead(add.person('ana'), metal, { fit: 30, stage: 'sql' })
    add.lead(add.person('Carl'), field, { fit: 20, lastDialAt: 9 })
  })

  it('comes in the order asked for', async () => {
    expect(await names({})).toEqual(['Carl', 'ana', 'Bea'])
    expect(await names({ sort: 'name', descending: false })).toEqual(['ana', 'Bea', 'Carl'])
    expect(await names({ sort: 'fit' })).toEqual(['ana', 'Carl', 'Bea'])
    expect(await names({ sort: 'lastDial' })).toEqual(['Carl', 'Bea', 'ana'])
  })

  it('finds words in a column of the file without case and accents', async () => {
    add.lead(add.person('Dora'), metal, { extra: { Contacto: 'José GARCÍA' } })
    const contains = (text: string) => ({ filter: { extra: [{ header: 'Contacto', contains: text }] } })
    for (const text of ['garcia', 'GARCÍA', 'jose g']) expect(await names(contains(text))).toEqual(['Dora'])
    expect(await names(contains('garcio'))).toEqual([])
  })

  it('is narrowed by list, stage and text', async () => {
    expect(await names({ filter: { lists: [metal] } })).toEqual(['ana', 'Bea'])
    expect(await names({ filter: { stages: ['sql'] } })).toEqual(['ana'])
    expect(await names({ filter: { text: 'be', lists: [metal] } })).toEqual(['Bea'])
    expect(await names({ filter: { text: '??' } })).toEqual([])
  })

  it('counts all and shows its part', async () => {
    const part = await app.call('leads.page', { ...page, offset: 1, limit: 1 })
    expect(part.total).toBe(3)
    expect(part.rows.map((row) => row.name)).toEqual(['ana'])
  })

  it('knows what came in since the last page', async () => {
    expect(await names({ limit: 1 })).toEqual(['Carl'])
    add.lead(add.person('Dora'), metal)
    expect(await names({ limit: 1 })).toEqual(['Dora'])
  })
})
