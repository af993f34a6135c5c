import { afterEach, beforeEach, expect, it } from 'vitest'

import { broughtIn, leadsIn, lines } from '../helpers/brought-in.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana Roa', role: 'team_lead' })
})
afterEach(() => app.close())

const HEADER = 'Name,Person,Status,Phone,Email'

it('a board whose groups have a title and their own header: nobody is made of either', async () => {
  const { counts, marked } = await broughtIn(
    app,
    lines(
      'Leads 2026,,,,',
      'Nuevos,,,,',
      HEADER,
      'Ana Gil,Rep One,New,600111001,a@roa.example',
      'Luis Paz,Rep One,New,600111002,',
      ',,,,',
      'En seguimiento,,,,',
      HEADER,
      'Eva Sol,Rep One,Contacted,600111003,',
      '',
      'Cerrados,,,,',
      HEADER,
      'Pol Rey,Rep One,Contacted,600111004,',
      'Mar Roa,,,,',
    ),
  )
  expect(marked.map(([line, problem]) => [line, problem])).toEqual([
    [7, 'footer'],
    [8, 'header_again'],
    [11, 'footer'],
    [12, 'header_again'],
  ])
  expect(counts).toMatchObject({ create: 5, error: 4 })
  expect(leadsIn(app).map(({ name }) => name)).toEqual([
    'Ana Gil',
    'Luis Paz',
    'Eva Sol',
    'Pol Rey',
    'Mar Roa',
  ])
})

it('sums between the rows are nobody’s', async () => {
  const { counts } = await broughtIn(
    app,
    lines(
      'Empresa;Contacto;Teléfono;Ciudad',
      'Roa SL;Ana Gil;600111001;Vigo',
      'Sol SA;Luis Paz;600111002;Vigo',
      'Subtotal Vigo;2;;',
      'Gil SL;Eva Sol;600111003;Lugo',
      'Subtotal Lugo: 1;;;',
      'Total general;3;;',
    ),
  )
  expect(counts).toMatchObject({ create: 3, error: 3 })
  expect(leadsIn(app).map(({ name }) => name)).toEqual(['Ana Gil', 'Luis Paz', 'Eva Sol'])
})
