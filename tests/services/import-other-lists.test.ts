import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { broughtIn, leadsIn, lines } from '../helpers/brought-in.ts'
import { importFile, NEW_LIST, planOf, type Inspected } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

/** Lists as vendors and reps have them. */
let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana Roa', role: 'team_lead' })
})
afterEach(() => app.close())

const of = (country: string) => (inspected: Inspected) => planOf(inspected, { country })
const phones = () => leadsIn(app).map((lead) => lead.phones)

it('who is on a register, or said so among other words, is not called', async () => {
  const { counts } = await broughtIn(
    app,
    lines(
      'Company,Name,Tel No,TPS Registered,Comments',
      'Gil Ltd,Bob Ray,0113 496 0000,Y,',
      'Roe Ltd,Ann Lee,020 7946 0958,N,',
      'Day Ltd,Sue Day,020 7946 0959,N,"Do not call, very angry"',
    ),
    of('GB'),
  )
  expect(counts).toMatchObject({ suppressed: 2, create: 1 })
})

it('a day on which they opted out is a wish', async () => {
  const { marked } = await broughtIn(
    app,
    lines('Email,Name,UNSUB_TIME', 'a@x.example,Ana Gil,2026-02-01 10:00:00'),
  )
  expect(marked).toEqual([])
  expect(app.db.all(sql`SELECT channel FROM suppressions`)).toEqual([{ channel: 'mail' }])
})

it('a number whose own column says so is not called, however the two are called', async () => {
  await broughtIn(
    app,
    lines(
      'First Name,Last Name,Direct Phone Number,Direct Phone DNC,Mobile phone,Mobile Phone DNC',
      'Ann,Lee,(212) 555-0143,No,(917) 555-0145,Yes',
      'Bob,Ray,(212) 555-0146,Yes,,',
    ),
    of('US'),
  )
  expect(phones()).toEqual(['+12125550143', null])
})

it.each([
  ['AR', 'Cód. área;Teléfono', '011;4321-5678', '+541143215678'],
  ['BR', 'DDD;Telefone', '11;3456-7890', '+551134567890'],
  ['DE', 'Vorwahl;Telefon', '030;901820', '+4930901820'],
  ['US', 'Area Code;Phone', '212;555-0143', '+12125550143'],
  // What has its own, or is none with it, stays as it is.
  ['AR', 'Cód. área;Teléfono', '011;0351 421-5678', '+543514215678'],
  ['BR', 'DDD;Telefone', '11;21 98765-4322', '+5521987654322'],
  ['ES', 'Área;Teléfono', 'Ventas;912345678', '+34912345678'],
  ['DE', 'Vorwahl;Telefon', '030;089 123456', '+4989123456'],
])('the place of a number in a column of its own: %s %s %s', async (country, header, cells, phone) => {
  await broughtIn(app, lines(`Nombre;Email;${header}`, `Eva Gil;eva@gil.example;${cells}`), of(country))
  expect(phones()).toEqual([phone])
})

it('an extension in a column of its own is dialled behind its number, and behind no other', async () => {
  await broughtIn(
    app,
    lines('Name,Phone,Ext,Mobile', 'Ann Lee,212-555-0143,12,917-555-0144', 'Bob Ray,212-555-0145,,'),
    of('US'),
  )
  expect(app.db.all(sql`SELECT e164, extension FROM phones ORDER BY e164`)).toEqual([
    { e164: '+12125550143', extension: '12' },
    { e164: '+12125550145', extension: null },
    { e164: '+19175550144', extension: null },
  ])
})

it('whoever has a line of their own is called there, and not at the house', async () => {
  await broughtIn(
    app,
    lines('Empresa;Centralita;Contacto;Tel. directo', 'Roa SL;912345600;Eva Gil;912345601'),
  )
  expect(phones()).toEqual(['+34912345601 +34912345600'])
})

const TWO_CONTACTS = lines(
  'Company,Contact 1 First Name,Contact 1 Last Name,Contact 1 Email,Contact 2 First Name,Contact 2 Last Name,Contact 2 Email',
  'Roe Inc,Ann,Lee,ann@roe.example,Bob,Ray,bob@roe.example',
)
it('more people than one in a row: the first comes in, and the columns of the others are told and kept', async () => {
  const { inspected, counts, importId } = await broughtIn(app, TWO_CONTACTS)
  const told = {
    kind: 'several_people',
    count: 3,
    places: [],
    columns: ['Contact 2 First Name', 'Contact 2 Last Name', 'Contact 2 Email'],
  }
  expect(inspected.notices).toEqual([told])
  // Of the whole file too, and only of what is kept.
  expect((await app.call('import.status', { importId })).notices).toEqual([told])
  const { notices } = await importFile(app, TWO_CONTACTS, {
    newList: { ...NEW_LIST, name: 'Two' },
    columns: planOf(inspected).columns.map((each) => (each.index < 5 ? each : { ...each, field: 'skip' })),
  })
  expect(notices?.flatMap(({ columns }) => columns)).toEqual(['Contact 2 First Name'])
  expect(counts).toMatchObject({ create: 1 })
  expect(app.db.all(sql`SELECT email FROM emails`)).toEqual([{ email: 'ann@roe.example' }])
  expect(leadsIn(app)[0]?.extra).toContain('bob@roe.example')
})

it('a line of a report that has a comma in it makes nobody', async () => {
  const { counts } = await broughtIn(
    app,
    lines(
      'Lead ID,First Name,Last Name,Phone',
      '00Q1,Ann,Lee,600111001',
      'Copyright (c) 2000-2026 crm.example, inc. All rights reserved.',
    ),
  )
  expect(counts).toMatchObject({ create: 1, error: 1 })
})

it('companies under "Nombre" beside the names of those who run them', async () => {
  await broughtIn(
    app,
    lines(
      'Nombre;Directores;Teléfono',
      'ACEROS ROA SL;EVA GIL PAZ;912345678',
      'SOL SA;LUIS PAZ RUIZ;944112233',
    ),
  )
  expect(leadsIn(app).map(({ name, company }) => [name, company])).toEqual([
    ['EVA GIL PAZ', 'ACEROS ROA SL'],
    ['LUIS PAZ RUIZ', 'SOL SA'],
  ])
})

it('signs of pages in a file parted by semicolons move no cell, and are mended for whoever says so', async () => {
  const text = lines('Nombre;Empresa;Tel&eacute;fono', 'Eva Mu&ntilde;oz;Roa &amp; Hijos SL;600111001')
  const { inspected } = await broughtIn(app, text, (found) => ({ ...planOf(found), mendLetters: true }))
  expect(inspected.columns.map(({ suggestion }) => suggestion?.field)).toEqual([
    'fullName',
    'company',
    'phone',
  ])
  expect(inspected.notices.map(({ kind }) => kind)).toEqual(['misread_letters'])
  expect(leadsIn(app)[0]).toMatchObject({
    name: 'Eva Muñoz',
    company: 'Roa & Hijos SL',
    phones: '+34600111001',
  })
})

it('a wish beside a number or a name is told', async () => {
  const { marked } = await broughtIn(
    app,
    lines(
      'Nombre;Teléfono',
      'Eva Gil;600111001 (no llamar)',
      'Luis Paz (NO LLAMAR);600111002',
      'Pol Rey;NO LLAMAR',
    ),
  )
  expect(marked).toEqual([
    [2, 'wish_unheeded'],
    [3, 'wish_unheeded'],
    [4, 'wish_unheeded', 'phone_letters'],
  ])
})

it('a comma between quotes parts no cells, though as many as the semicolon', async () => {
  const { inspected } = await broughtIn(
    app,
    lines('"Apellidos, nombre";Móvil', '"Gil Paz, Eva";600111001', '"Rey Sol, Pol";600111002'),
  )
  expect(inspected.delimiter).toBe(';')
  expect(leadsIn(app).map(({ given }) => given)).toEqual(['Eva', 'Pol'])
})

it('a name with an address behind it is one', async () => {
  await broughtIn(
    app,
    lines(
      'Empresa;Contacto;Teléfono',
      'Roa SL;Eva Gil eva@roa.example;600111001',
      'Sol SA;Luis Paz <luis@sol.example>;600111002',
    ),
  )
  expect(leadsIn(app).map(({ name }) => name)).toEqual(['Eva Gil', 'Luis Paz'])
})
