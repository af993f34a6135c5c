import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { importFile } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'rep' })
})
afterEach(() => app.close())

const count = (table: string) => app.db.get<{ n: number }>(sql.raw(`SELECT count(*) AS n FROM ${table}`)).n
const HEADER = 'ID;Nombre;Empresa;Email;Teléfono'
const bring = async (...rows: string[]) => {
  await importFile(app, [HEADER, ...rows].join('\r\n'))
  return { persons: count('persons'), leads: count('leads') }
}

describe('a whole name at a company', () => {
  it('is the same person in one file, with no other key in common', async () => {
    const rows = [';Ana García López;Forjas SL;;600111222', ';GARCÍA LÓPEZ, ANA;Forjas;ana@gmail.com;']
    expect(await bring(...rows)).toEqual({ persons: 1, leads: 1 })
    expect(count('phones')).toBe(1)
    expect(count('emails')).toBe(1)
  })

  it('is found again by a later file', async () => {
    await bring(';Ana García López;Forjas SL;;600111222')
    const { id } = (await app.call('app.state', {})).lists[0] ?? { id: '' }
    const later = await importFile(app, `${HEADER}\r\n;Ana García López;FORJAS S.L.;;600333444`, {
      listId: id,
      newList: null,
    })
    expect(later.counts).toMatchObject({ update: 1, create: 0 })
    expect(count('persons')).toBe(1)
    expect(count('phones')).toBe(2)
  })

  it.each([
    ['another legal form', ';Ana García;Forjas SL;;600111222', ';Ana García;Forjas SA;;600333444'],
    ['two ids', '1;Ana García;Forjas;;', '2;Ana García;Forjas;;'],
    ['two mailboxes at one host', ';Ana García;Forjas;a1@forjas.es;', ';Ana García;Forjas;a2@forjas.es;'],
    ['an initial', ';A. García;Forjas;;600111222', ';A. García;Forjas;;600333444'],
    ['no employer', ';Ana García;Autónomo;;600111222', ';Ana García;autonomo;;600333444'],
    ['no company at all', ';Ana García;;;600111222', ';Ana García;;;600333444'],
  ])('with %s is two people', async (_, first, second) => {
    expect((await bring(first, second)).persons).toBe(2)
  })

  it('of which there are two is nobody of them, but somebody new', async () => {
    const two = [';Ana García;Forjas SL;;600111222', ';Ana García;Forjas SA;;600333444']
    expect((await bring(...two, ';Ana García;Forjas;;600555666')).persons).toBe(3)
  })

  it('of which an earlier file brought two is nobody of them either', async () => {
    await bring('1;Ana García;Forjas SL;;600111222', '2;Ana García;Forjas SL;;600333444')
    const { id } = (await app.call('app.state', {})).lists[0] ?? { id: '' }
    const third = `${HEADER}\r\n;Ana García;Forjas SL;;600555666`
    const { counts } = await importFile(app, third, { listId: id, newList: null })
    expect(counts).toMatchObject({ create: 1, update: 0 })
    expect(count('persons')).toBe(3)
  })

  it('who got an id by a later file is not whoever comes with another', async () => {
    await bring(';Ana García;Forjas SL;;600111222')
    const { id } = (await app.call('app.state', {})).lists[0] ?? { id: '' }
    const later = (row: string) => importFile(app, `${HEADER}\r\n${row}`, { listId: id, newList: null })
    expect((await later('1;Ana García;Forjas SL;;600111222')).counts).toMatchObject({ update: 1 })
    expect((await later('2;Ana García;Forjas SL;;')).counts).toMatchObject({ create: 1 })
    expect((await later('1;Ana García;Forjas SL;;')).counts).toMatchObject({ duplicate: 1 })
    expect(count('persons')).toBe(2)
  })
})

describe('a switchboard', () => {
  const SWITCHBOARD = '915551212'
  it('makes no two colleagues one, nor a row without a name one of them, however often it comes', async () => {
    const rows = [`;Ana García;Forjas;;${SWITCHBOARD}`, `;Luis Gil;Forjas;;${SWITCHBOARD}`]
    const nameless = `;;Forjas;;${SWITCHBOARD}`
    expect(await bring(...rows, nameless, nameless)).toEqual({ persons: 3, leads: 3 })
  })

  it('that was marked as one is nobody’s, though one person alone has it', async () => {
    await bring(`;Ana García;Forjas;;${SWITCHBOARD}`)
    app.db.run(sql`UPDATE phones SET status = 'switchboard'`)
    const { id } = (await app.call('app.state', {})).lists[0] ?? { id: '' }
    await importFile(app, `${HEADER}\r\n;;Forjas;;${SWITCHBOARD}`, { listId: id, newList: null })
    expect(count('persons')).toBe(2)
  })
})
