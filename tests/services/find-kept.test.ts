import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { importFile, undoImport } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'admin' })
})
afterEach(() => app.close())

const FILE = [
  'ID;Nombre;Teléfono;Máquina;Observaciones',
  '1;Eva Gil;600111221;Prensa Müller X-200;Le interesa el láser',
  '2;Luis Laser Peña;600111222;Torno;',
  '3;Sol Mora;600111223;;Tiene dos tornos y una fresadora, la más vieja de toda la nave industrial según dice',
].join('\r\n')

const kept = async (text: string) =>
  (await app.call('find.search', { text, limit: 9 })).leads.map(({ name, kept: at }) => [
    name,
    at?.header ?? null,
  ])

it('finds people by what a file said of them in columns that no field took, after those who are called so', async () => {
  await importFile(app, FILE)
  expect(await kept('laser')).toEqual([
    ['Luis Laser Peña', null],
    ['Eva Gil', 'Observaciones'],
  ])
  expect(await kept('muller x-200')).toEqual([['Eva Gil', 'Máquina']])
  expect(await kept('torno')).toEqual([
    ['Sol Mora', 'Observaciones'],
    ['Luis Laser Peña', 'Máquina'],
  ])
  expect(await kept('to')).toEqual([])
  expect((await app.call('find.search', { text: 'fresadora', limit: 9 })).leads[0]?.kept?.value).toBe(
    '…dos tornos y una fresadora, la más vieja de toda la nave…',
  )
})

it('finds who has some words by what they are called or reached by and the others by what a file said', async () => {
  await importFile(
    app,
    [
      'ID;Nombre;Teléfono;Empresa;Plaza;Observaciones',
      '1;Eva García;600111221;Aceros Sol;Sevilla;quiere un torno',
      '2;Luis García;600111222;Forjas Norte;Cádiz;quiere un torno',
      '3;Sol Mora;600111223;Sevilla Motor;Sevilla;',
      '4;Ana García Sevilla;600111224;;Jaén;',
    ].join('\r\n'),
  )
  expect(await kept('garcía sevilla')).toEqual([
    ['Ana García Sevilla', null],
    ['Eva García', 'Plaza'],
  ])
  expect(await kept('TORNO garcia cad')).toEqual([['Luis García', 'Plaza']])
  expect(await kept('forjas cadiz')).toEqual([['Luis García', 'Plaza']])
  expect(await kept('600111221 torno')).toEqual([['Eva García', 'Observaciones']])
  expect(await kept('eva cadiz')).toEqual([])
  expect(await kept('garcia bilbao')).toEqual([])
})

it('finds who is called so and is there', async () => {
  await importFile(
    app,
    [
      'ID;Nombre;Teléfono;Ciudad;Provincia;Obs. de máquinas',
      '1;Eva García;600111221;Sevilla;Sevilla;torno',
      '2;Luis García;600111222;San Sebastián;Gipuzkoa;torno',
      '3;Sol Mora;600111223;Écija;Sevilla;',
    ].join('\r\n'),
  )
  expect(await kept('garcía sevi')).toEqual([['Eva García', '']])
  expect(await kept('Sevilla garcía')).toEqual([['Eva García', '']])
  expect(await kept('garcia san seb')).toEqual([['Luis García', '']])
  expect(await kept('garcia torno sevilla')).toEqual([['Eva García', '']])
  expect(await kept('sol ecija')).toEqual([['Sol Mora', '']])
  expect(await kept('garcia jaen')).toEqual([])
})

it('of a word that thousands have and one that few have nobody is missed', async () => {
  const rows = Array.from({ length: 6000 }, (_, n) => `${n};${n === 7 ? 'Zoe' : 'Ana'} Ruiz${n};Madrid`)
  await importFile(app, `ID;Nombre;Plaza\r\n${rows.join('\r\n')}\r\n`)
  expect(await kept('zoe madrid')).toEqual([['Zoe Ruiz7', 'Plaza']])
  expect(await kept('madrid ana')).toHaveLength(9)
})

it('follows what is edited, merged, brought in again, taken back and erased', async () => {
  const first = await importFile(app, FILE)
  const [eva = ''] = app.db
    .all<{ id: string }>(
      sql`SELECT leads.id FROM leads JOIN persons ON persons.id = person_id WHERE name = 'Eva Gil'`,
    )
    .map(({ id }) => id)
  await app.call('lead.edit', { leadId: eva, field: 'extra', of: 'Máquina', value: 'Plegadora' })
  expect(await kept('prensa')).toEqual([])
  expect(await kept('plegadora')).toEqual([['Eva Gil', 'Máquina']])

  const again = await importFile(
    app,
    'ID;Nombre;Teléfono;Color\r\n1;Eva Gil;600111221;granate\r\n4;Noa Rey;600111229;granate\r\n',
    {
      newList: null,
      listId: (await app.call('app.state', {})).lists[0]?.id ?? null,
    },
  )
  expect((await kept('granate')).length).toBe(2)
  await undoImport(app, again.importId)
  expect(await kept('granate')).toEqual([])
  expect(await kept('plegadora')).toEqual([['Eva Gil', 'Máquina']])
  await undoImport(app, first.importId)
  expect(await kept('fresadora')).toEqual([])
  expect(app.db.all(sql`SELECT rowid FROM search_kept WHERE search_kept MATCH 'torno*'`)).toEqual([])
})
