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

const found = async (text: string) =>
  (await app.call('leads.search', { text, limit: 20 })).rows.map((row) => row.name)

const page = { filter: {}, sort: 'newest', descending: true, offset: 0, limit: 50 } as const

describe('search over leads', () => {
  beforeEach(() => {
    const forjas = { id: add.company('Forjas Núñez, S.L.'), name: 'Forjas Núñez, S.L.' }
    const iker = add.person('Iker Zubía', {
      company: forjas,
      phones: ['+34915551212'],
      emails: ['i.zubia@forjas.example'],
    })
    add.lead(iker, metal, { companyId: forjas.id })
    add.lead(add.person('Ann O’Neill', { phones: ['+442079460123'], emails: ['ann@field.example'] }), field)
  })

  it.each([
    ['the beginning of a name', 'zub'],
    ['another case and no accents', 'ZUBIA iker'],
    ['the company', 'nunez forj'],
    ['an e-mail as far as it is typed', 'i.zubia@for'],
    ['a number as dialled at home', '91 555 12'],
    ['a number from abroad', '+34 915-55'],
    ['a number with the prefix for calls abroad', '0034915551212'],
    ['a name and a number', 'iker 915'],
  ])('finds by %s', async (_, text) => expect(await found(text)).toEqual(['Iker Zubía']))

  it('finds a British number with the zero of calls at home', async () => {
    expect(await found('020 7946 01')).toEqual(['Ann O’Neill'])
  })

  it.each(['xyz', 'iker ann', '', '  ', '"', 'name:', 'AND', '*', '(', '\0', '--'])(
    'answers %j with nobody and without a complaint',
    async (text) => expect(await found(text)).toEqual([]),
  )

  it('shows each lead of a person, and a number as people read it', async () => {
    const twice = add.person('Twice Listed', { phones: ['+34600111222'] })
    add.lead(twice, metal)
    add.lead(twice, field)
    const { rows, more } = await app.call('leads.search', { text: 'twice', limit: 20 })
    expect(rows.map((row) => row.listName).toSorted()).toEqual(['Field', 'Metal'])
    expect(rows[0]?.phone).toBe('+34 600 11 12 22')
    expect(more).toBe(false)
  })

  it('says when there are more', async () => {
    for (const name of ['Eva Uno', 'Eva Dos', 'Eva Tres']) add.lead(add.person(name), metal)
    const { rows, more } = await app.call('leads.search', { text: 'eva', limit: 2 })
    expect([rows.length, more]).toEqual([2, true])
  })

  it('puts a name before a company', async () => {
    const acme = { id: add.company('Romero y Cía'), name: 'Romero y Cía' }
    add.lead(add.person('Luis Gil', { company: acme }), metal, { companyId: acme.id })
    add.lead(add.person('Romero Paz'), metal)
    add.lead(add.person('Ana Vega', { company: acme }), metal, { companyId: acme.id })
    expect((await found('romero'))[0]).toBe('Romero Paz')
  })
})

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
