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
