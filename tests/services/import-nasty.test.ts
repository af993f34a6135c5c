import { writeXlsx } from 'hucre'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { NASTY } from '../fixtures/nasty-files.ts'
import { ended, handIn, inspect, planOf, type Imported, type Inspected } from '../helpers/import-file.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = testApp()
  await app.call('people.add', { name: 'Ana Roa', role: 'team_lead' })
})
afterEach(() => app.close())

type Lead = Partial<
  Record<'name' | 'company' | 'domain' | 'country' | 'city' | 'phones' | 'id', string | null>
>
const leads = () =>
  app.db.all<Lead>(sql`SELECT persons.name, companies.name AS company, domain, persons.country, persons.city,
    external_id AS id, (SELECT group_concat(e164, ' ') FROM phones WHERE person_id = persons.id) AS phones FROM leads
    JOIN persons ON persons.id = person_id LEFT JOIN companies ON companies.id = leads.company_id ORDER BY leads.rowid`)

/** By the name of the column, what it was suggested to be. */
const mapped = ({ columns }: Inspected) =>
  Object.fromEntries(
    columns.map(({ header, suggestion, sensitive }) => [header, sensitive ?? suggestion?.field]),
  )

async function broughtIn(name: string, bytes?: Buffer): Promise<{ inspected: Inspected; done: Imported }> {
  const given = bytes ?? NASTY.find((each) => each.name === name)?.bytes
  if (!given) throw new Error(`There is no ${name}.`)
  const fileId = handIn(app, given)
  const inspected = await inspect(app, fileId, name)
  const plan = planOf(inspected)
  const check = await app.call('import.check', { fileId, plan })
  const dry = await ended(app, check.importId)
  const { importId } = await app.call('import.run', { fileId, plan })
  const done = await ended(app, importId)
  expect([done.state, done.counts, done.marked]).toEqual(['done', dry.counts, dry.marked])
  expect(Object.values(done.counts).reduce((sum, n) => sum + n, 0)).toBe(done.rows)
  return { inspected, done }
}
const problems = async ({ importId }: Imported, filter: 'error' | 'marked') => {
  const { rows } = await app.call('import.rows', { importId, filter, offset: 0, limit: 50 })
  return rows.map((row) => [row.line, ...row.problems.map(({ problem }) => problem)])
}

describe('the export of another program comes in as it was meant', () => {
  it('HubSpot: an owner by mail is asked for, and who has no name goes by their mail', async () => {
    const { inspected, done } = await broughtIn('hubspot-crm-exports-all-contacts.csv')
    expect(mapped(inspected)).toMatchObject({ 'Record ID': 'externalId', 'Create Date': 'arrivedAt' })
    expect(done.counts).toMatchObject({ create: 4, error: 0 })
    expect(await problems(done, 'marked')).toEqual([[4, 'owner_unknown']])
    expect(leads()[2]).toMatchObject({ name: 'info@tallereslopez.example', id: '153' })
    expect(leads()[1]).toMatchObject({ country: 'US', phones: '+14155550132' })
  })

  it('Salesforce: the lines under a report are nobody', async () => {
    const { inspected, done } = await broughtIn('report1764839.csv')
    expect(mapped(inspected)).toMatchObject({
      'Company / Account': 'company',
      'No. of Employees': 'employees',
    })
    expect(done.counts).toMatchObject({ create: 2, suppressed: 1, error: 6 })
    expect((await problems(done, 'error')).map(([line, ...all]) => [line, all.includes('footer')])).toEqual(
      [6, 8, 9, 10, 11, 12].map((line) => [line, true]),
    )
    expect(leads().map(({ name }) => name)).toEqual(['Rosa Vidal', 'Pere Font', 'Jordi Mas'])
  })

  it('LinkedIn: a page of a network is no company, a company’s id is nobody’s, and a place has its country', async () => {
    const { inspected, done } = await broughtIn('sales-navigator-scrape.csv')
    const found = mapped(inspected)
    for (const header of ['companyId', 'profileUrl', 'companyUrl', 'profileImageUrl'])
      expect([header, found[header]]).toEqual([header, undefined])
    expect(done.counts.create).toBe(3)
    expect(leads().map(({ domain, company, country, city }) => [domain, company, country, city])).toEqual([
      [null, 'Grupo Aceitunero', 'ES', 'Seville'],
      [null, null, null, 'Greater Madrid Metropolitan Area'],
      [null, 'Stealth Startup', null, null],
    ])
  })

  it('badges: a time of day is no Armenia, and the second scan is the same person', async () => {
    const { inspected, done } = await broughtIn('badge-scans.csv')
    expect(mapped(inspected)).toMatchObject({
      'Scan Time': 'arrivedAt',
      First: 'givenName',
      Org: 'company',
      Ctry: 'country',
    })
    expect(done.counts).toMatchObject({ create: 2, duplicate: 1, error: 1 })
    expect(leads().map(({ name, country }) => [name, country])).toEqual([
      ['Maria Silva', 'PT'],
      ['ANDRÉ COSTA', 'PT'],
    ])
  })

  it('Google: numbers apart by colons, an address by its parts, a birthday left out', async () => {
    const { inspected } = await broughtIn('contacts.csv')
    expect(mapped(inspected)).toMatchObject({
      Birthday: 'birth_date',
      'Address 1 - City': 'city',
      'Address 1 - Region': 'province',
      'Address 1 - Postal Code': 'postalCode',
      'Address 1 - Country': 'country',
    })
    expect(leads()[0]).toMatchObject({ phones: '+34611223344 +34611223355 +34937112233', country: 'ES' })
  })

  it('Outlook: how somebody is addressed is no country', async () => {
    const { inspected, done } = await broughtIn('outlook-contactos.csv')
    expect(mapped(inspected)).toMatchObject({
      Tratamiento: undefined,
      'País o región del trabajo': 'country',
      'Provincia o estado de trabajo': 'province',
      'Ciudad de trabajo': 'city',
      Cumpleaños: 'birth_date',
    })
    expect(done.marked).toBe(0)
    expect(leads().map(({ country, phones }) => [country, phones])).toEqual([
      ['ES', '+34976112233'],
      [null, '+46701234567'],
    ])
  })

  it('Pipedrive: several addresses and numbers of one person', async () => {
    await broughtIn('people-12345.csv')
    expect(leads()[0]).toMatchObject({ id: '4411', phones: '+34633445566 +34972203040 +34972203041' })
  })
})

describe('the answers to a form', () => {
  it('Typeform: questions are headers, also beside a sharp', async () => {
    const text = [
      '#,¿Cómo te llamas?,¿Cuál es tu correo?,Déjanos tu teléfono,¿En qué empresa trabajas?,Submit Date (UTC)',
      'abc1,Rosa Vidal,rosa@vidal.example,+34611223344,Vidal Foods,2026-02-01 10:01:00',
      'abc2,Pere Font,pere@font.example,611223345,,2026-02-01 11:01:00',
    ]
    const { inspected, done } = await broughtIn('form.csv', Buffer.from(text.join('\n')))
    expect(inspected.headerLine).toBe(1)
    expect(done).toMatchObject({ marked: 0, counts: { create: 2 } })
    expect(leads()[0]).toMatchObject({ name: 'Rosa Vidal', company: 'Vidal Foods', phones: '+34611223344' })
  })

  it('Facebook: ids and numbers with what they are before them, the campaign by its name', async () => {
    const text = [
      'id\tcreated_time\tcampaign_id\tcampaign_name\tnombre_completo\tcorreo_electrónico\tnúmero_de_teléfono',
      'l:11\t2026-02-01T10:11:12+01:00\tc:55\tMetal Q1\tMarta Gómez\tmarta@gomez.example\tp:+34612345678',
    ]
    const { inspected } = await broughtIn('leads.csv', Buffer.from('\ufeff' + text.join('\n'), 'utf16le'))
    expect(mapped(inspected)).toMatchObject({ campaign_id: undefined, campaign_name: 'campaign' })
    expect(leads()).toMatchObject([{ name: 'Marta Gómez', id: 'l:11', phones: '+34612345678' }])
  })
})

describe('a list that somebody keeps', () => {
  it('in Spanish: title above, sum below, a code with its zeros', async () => {
    const { inspected, done } = await broughtIn('Listado clientes potenciales.csv')
    expect([inspected.headerLine, inspected.delimiter]).toEqual([3, ';'])
    // "¿Llamar? NO" is a wish: who has it is kept and never called.
    expect(done.counts).toMatchObject({ create: 4, suppressed: 1, error: 1 })
    expect(leads().map(({ id }) => id)).toEqual(['0001', '0002', '0003', '0004', '0005'])
    expect(leads()[3]).toMatchObject({ phones: '+34688776655 +34699887766 +34943556677' })
  })

  it('in French: 0033 and 06 are numbers of France, Nom is the family name', async () => {
    const { done } = await broughtIn('fichier clients.csv')
    expect(done).toMatchObject({ marked: 0, noNumber: 0, counts: { create: 3 } })
    expect(leads().map(({ name, phones }) => [name, phones])).toEqual([
      ['Hervé LEFÈVRE', '+33612345678 +33478123456'],
      ['Zoé MÜLLER', '+33388112233'],
      ['DUPONT', '+33612345679 +33491001122'],
    ])
  })

  it('whose numbers a spreadsheet cut says so, and dials none of them', async () => {
    const { inspected, done } = await broughtIn('telefonos-excel.csv')
    expect(mapped(inspected)).toMatchObject({ DNI: 'national_id', 'Fecha nac.': 'birth_date' })
    expect(await problems(done, 'marked')).toEqual([
      [2, 'phone_rounded', 'postcode_short'],
      [3, 'phone_rounded'],
      [4, 'postcode_short'],
    ])
    expect(leads().map(({ phones }) => phones)).toEqual([null, null, '+34611223344'])
  })

  it('as a workbook: a merged title, a group merged over its rows, a total at the end', async () => {
    const rows = [
      ['INFORME COMERCIAL 2025', '', '', ''],
      ['', '', '', ''],
      ['Delegación', 'Contacto', 'Teléfono', 'E-mail'],
      ['Norte', 'Eva Gil', 944123456, 'eva@gil.example'],
      ['', 'Luis Mora', '944 12 34 57', ''],
      ['Sur', 'Sol Peña', '', 'sol@pena.example'],
      ['', 'TOTAL', '3', ''],
    ]
    const merges = [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 3 },
      { startRow: 3, startCol: 0, endRow: 4, endCol: 0 },
    ]
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'Hoja1', rows, merges }] }))
    const { inspected, done } = await broughtIn('informe.xlsx', bytes)
    expect(inspected.headerLine).toBe(3)
    expect(done.counts).toMatchObject({ create: 3, error: 1 })
    expect(await problems(done, 'error')).toMatchObject([[7, 'footer', 'nobody']])
    const extras = app.db.all<{ extra: string | null }>(sql`SELECT extra FROM leads ORDER BY rowid`)
    expect(
      extras.map(({ extra }) => extra && (JSON.parse(extra) as Record<string, string>)['Delegación']),
    ).toEqual(['Norte', 'Norte', 'Sur'])
  })
})

it('a company or a person called like a sum is none', async () => {
  const rows = [
    'Ana Total;600111221;',
    'Total;600111222;t@t.example',
    'Total Energies;;',
    'Suma;;',
    'Totales (12);;',
    'Copyright Sánchez;600111223;',
  ]
  const { done } = await broughtIn('sums.csv', Buffer.from(['Nombre;Teléfono;E-mail', ...rows].join('\n')))
  expect(await problems(done, 'error')).toEqual([
    [5, 'footer', 'nobody'],
    [6, 'footer', 'nobody'],
  ])
  expect(done.counts.create).toBe(4)
})
