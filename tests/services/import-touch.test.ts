import { afterEach, beforeEach, expect, it } from 'vitest'

import { historyPlan } from '../helpers/call-history.ts'
import { importFile, inspect, handIn, NEW_LIST, planOf, undoImport } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana', role: 'team_lead' })
})
afterEach(() => app.close())

const FIRST = [
  'Código,Nombre y apellidos,Empresa,Teléfono,Cargo,Origen',
  '1,Sol Roa,Forjas SL,600 111 222,,Web',
  '2,Luis Gil,Norte SL,600 111 333,Gerente,Web',
].join('\n')
const SECOND = [
  'Código,Nombre y apellidos,Sector,Teléfono,Correo,Cargo,Solicita demo,Stand visitado',
  '1,Sol Roa,Metal,600 111 222 / 91 555 12 12,sol@forjas.example,Directora,Sí,Pabellón quince',
].join('\n')

const leadId = async (text: string) =>
  (await app.call('find.search', { text, limit: 1 })).leads[0]?.leadId ?? ''
const imports = async (name: string) =>
  (
    await app.call('lead.timeline', {
      leadId: await leadId(name),
      kinds: ['import'],
      repId: null,
      since: null,
      before: null,
    })
  ).items

async function bringBoth() {
  await importFile(app, FIRST, { name: 'one.csv', newList: { ...NEW_LIST } })
  const listId = (await app.call('app.state', {})).lists[0]?.id ?? ''
  app.clock.advance(60_000)
  return importFile(app, SECOND, { name: 'two.csv', newList: null, listId })
}

it('a lead tells every import that touched it, with what each changed', async () => {
  const { counts, importId } = await bringBoth()
  expect(counts).toMatchObject({ update: 1, create: 0 })
  const [second, first, ...more] = await imports('Sol')
  expect(more).toEqual([])
  expect(first).toMatchObject({ text: 'one.csv', by: 'Ana', changes: [] })
  expect(second).toMatchObject({ text: 'two.csv', by: 'Ana' })
  const changes = second?.changes.map(({ field, header, before, after }) => [field ?? header, before, after])
  expect(changes?.toSorted()).toEqual([
    ['Stand visitado', null, 'Pabellón quince'],
    ['demo', null, '✓'],
    ['email', null, 'sol@forjas.example'],
    ['industry', null, 'Metal'],
    ['phone', null, '+34915551212'],
    ['title', null, 'Directora'],
  ])
  expect(await imports('Luis')).toMatchObject([{ text: 'one.csv' }])

  await undoImport(app, importId)
  expect(await imports('Sol')).toMatchObject([{ text: 'one.csv' }])
})

it('a file that brought nothing but a wish, calls or a result is told too, as long as any of it stands', async () => {
  await bringBoth()
  const { id: listId = '' } = (await app.call('app.state', {})).lists[0] ?? {}
  app.clock.advance(60_000)
  const wish = await importFile(app, 'Código,No llamar\n1,sí\n2,no', {
    name: 'wish.csv',
    newList: null,
    listId,
  })
  app.clock.advance(60_000)
  const rows = [
    ['calls.csv', 'Código;Fecha;Fin\r\n2;02/03/2026 10:00;Ringing\r\n'],
    ['crm.csv', 'Código;Veredicto\r\n2;Rechazado\r\n'],
  ] as const
  const plans = [
    historyPlan(['externalId', 'calledAt', 'outcome']),
    historyPlan(['externalId', 'verdict'], { closes: false }),
  ]
  const brought: string[] = []
  for (const [at, [name, text]] of rows.entries()) {
    const plan = { ...(plans[at] ?? historyPlan([])), name }
    brought.push((await app.call('history.run', { fileId: handIn(app, text), plan })).importId)
    app.clock.advance(60_000)
  }
  expect(await imports('Sol')).toMatchObject([
    { text: 'wish.csv', by: 'Ana', reason: null, changes: [{ field: 'doNotCall' }] },
    { text: 'two.csv' },
    { text: 'one.csv' },
  ])
  expect(await imports('Luis')).toMatchObject([
    { text: 'crm.csv', reason: 'calls', by: 'Ana', changes: [] },
    { text: 'calls.csv', reason: 'calls' },
    { text: 'one.csv' },
  ])

  await undoImport(app, wish.importId)
  for (const importId of brought) await app.call('history.undo', { importId })
  expect((await imports('Sol')).map(({ text }) => text)).toEqual(['two.csv', 'one.csv'])
  expect((await imports('Luis')).map(({ text }) => text)).toEqual(['one.csv'])
})

it('what stands in a column that is kept beside the lead is found by it in the list of leads', async () => {
  await bringBoth()
  const named = async (contains: string) => {
    const filter = { extra: [{ header: 'Stand visitado', contains }] }
    const { rows } = await app.call('leads.page', {
      filter,
      sort: 'newest',
      descending: true,
      offset: 0,
      limit: 50,
    })
    return rows.map(({ name }) => name)
  }
  expect(await named('pabell')).toEqual(['Sol Roa'])
  expect(await named('dieciséis')).toEqual([])
})

it('an id of which one row of a short list has none is still the id', async () => {
  const fileId = handIn(app, `${FIRST}\n,Eva Sanz,,600 111 444,,`)
  const { columns } = planOf(await inspect(app, fileId))
  expect(columns[0]?.field).toBe('externalId')
})
