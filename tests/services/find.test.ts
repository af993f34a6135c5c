import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { deskApp, type DeskApp } from '../helpers/desk.ts'

let app: DeskApp
beforeEach(() => void (app = deskApp()))
afterEach(() => app.close())

const names = async (text: string) =>
  (await app.call('find.search', { text, limit: 10 })).leads.map(({ name }) => name)
const companies = async (text: string) =>
  (await app.call('find.search', { text, limit: 10 })).companies.map(
    ({ name, people }) => `${name} ${people}`,
  )

describe('finding as one types', () => {
  it('finds people by the beginnings of words, numbers and e-mails, with or without accents', async () => {
    app.lead('José Peña', { phones: 2 })
    app.lead('Josefa Ruiz')
    expect(await names('jos')).toHaveLength(2)
    expect(await names('pena jose')).toEqual(['José Peña'])
    expect(await names('+34 600 000 002')).toEqual(['José Peña'])
    expect(await names('')).toEqual([])
    expect(await names('"*( OR')).toEqual([])
  })

  it('finds companies where somebody works: those that begin so first, however they are written', async () => {
    const person = (name: string, company: string) => {
      const id = app.given.company(company)
      app.given.person(name, { company: { id, name: company } })
    }
    person('Ana', 'Aceros del Norte, S.L.')
    person('Bea', 'Norte Frío SA')
    app.given.person('Carl', { company: { id: app.norte, name: 'Talleres Norte' } })
    app.given.company('Norte Sin Nadie')
    expect(await companies('norte')).toEqual([
      'Norte Frío SA 1',
      'Aceros del Norte, S.L. 1',
      'Talleres Norte 1',
    ])
    expect(await companies('NORTE FRIO')).toEqual(['Norte Frío SA 1'])
    expect(await companies('600')).toEqual([])
  })
})

describe('words that find somebody', () => {
  beforeEach(() => {
    const forjas = { id: app.given.company('Forjas Núñez, S.L.'), name: 'Forjas Núñez, S.L.' }
    const iker = app.given.person('Iker Zubía', {
      company: forjas,
      phones: ['+34915551212'],
      emails: ['i.zubia@forjas.example'],
    })
    app.given.lead(iker, app.list, { companyId: forjas.id })
    const ann = app.given.person('Ann O’Neill', { phones: ['+442079460123'], emails: ['ann@field.example'] })
    app.given.lead(ann, app.given.list('Field', 'GB'))
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
  ])('are %s', async (_, text) => expect(await names(text)).toEqual(['Iker Zubía']))

  it('are a British number with the zero of calls at home', async () => {
    expect(await names('020 7946 01')).toEqual(['Ann O’Neill'])
  })

  it.each(['xyz', 'iker ann', '', '  ', '"', 'name:', 'AND', '*', '(', '\0', '--'])(
    'are not %j, and nobody complains',
    async (text) => expect(await names(text)).toEqual([]),
  )

  it('find each lead of a person, with a number as people read it', async () => {
    const twice = app.given.person('Twice Listed', { phones: ['+34600111222'] })
    for (const list of [app.list, app.given.list('Fair')]) app.given.lead(twice, list)
    const { leads } = await app.call('find.search', { text: 'twice', limit: 20 })
    expect(leads.map(({ listName }) => listName).toSorted()).toEqual(['Fair', 'Metal Q4'])
    expect(leads[0]?.phone).toBe('+34 600 11 12 22')
  })

  it('find by a name before they find by a company', async () => {
    const acme = { id: app.given.company('Romero y Cía'), name: 'Romero y Cía' }
    app.given.lead(app.given.person('Luis Gil', { company: acme }), app.list, { companyId: acme.id })
    app.given.lead(app.given.person('Romero Paz'), app.list)
    app.given.lead(app.given.person('Ana Vega', { company: acme }), app.list, { companyId: acme.id })
    expect((await names('romero'))[0]).toBe('Romero Paz')
  })
})

describe('what a rep went to last', () => {
  const list = async () => (await app.call('find.list', {})).entries.map(({ id }) => id)

  it('is kept for each rep, the newest first, each once', async () => {
    const ana = app.lead('Ana Ruiz')
    await app.call('find.open', { kind: 'lead', id: ana })
    await app.call('find.open', { kind: 'command', id: 'go.numbers' })
    await app.call('find.open', { kind: 'lead', id: ana })
    expect(await list()).toEqual([ana, 'go.numbers'])
    app.sit(app.oscar)
    expect(await list()).toEqual([])
  })

  it('is at most twelve, and leaves out who is not here any more', async () => {
    await app.call('find.open', { kind: 'lead', id: '00000000-0000-7000-8000-00000000dead' })
    for (let n = 0; n < 20; n++) await app.call('find.open', { kind: 'command', id: `c${n}` })
    expect(await list()).toHaveLength(12)
    await app.call('find.open', { kind: 'lead', id: '00000000-0000-7000-8000-00000000dead' })
    expect(await list()).toHaveLength(11)
  })

  it('says who somebody is in the words of now, and keeps no name', async () => {
    const ana = app.lead('Ana Ruiz')
    await app.call('find.open', { kind: 'lead', id: ana })
    app.db.run(sql`UPDATE persons SET name = 'Ana Ruiz Gil'`)
    expect((await app.call('find.list', {})).leads).toMatchObject([{ name: 'Ana Ruiz Gil' }])
    expect(JSON.stringify(app.rows('settings'))).not.toContain('Ruiz')
  })
})
