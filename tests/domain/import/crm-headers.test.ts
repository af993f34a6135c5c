import { describe, expect, it } from 'vitest'

import { suggestColumns } from '#shared/domain/import/mapping'

/** Header, a cell, what it becomes; '' = kept beside the lead. */
type Crm = readonly (readonly [string, string, string])[]

const HUBSPOT: Crm = [
  ['Record ID', '101', 'externalId'],
  ['First Name', 'Ana', 'givenName'],
  ['Last Name', 'Roa Gil', 'familyName'],
  ['Email', 'ana@roa.example', 'email'],
  ['Phone Number', '+34 915 551 212', 'phone'],
  ['Mobile Phone Number', '600 111 222', 'mobile'],
  ['Contact owner', 'Luis Peña', 'owner'],
  ['Lifecycle Stage', 'Marketing Qualified Lead', 'stage'],
  ['Job Title', 'Gerente', 'title'],
  ['Company Name', 'Roa S.A.', 'company'],
  ['Website URL', 'www.roa.example', 'website'],
  ['City', 'Bilbao', 'city'],
  ['State/Region', 'Bizkaia', 'province'],
  ['Country/Region', 'Spain', 'country'],
  ['Postal Code', '48001', 'postalCode'],
  ['Original Source', 'Organic Search', 'source'],
  ['Create Date', '2025-01-03 10:00', 'arrivedAt'],
  ['Last Modified Date', '2025-02-03 10:00', 'updatedAt'],
  ['Unsubscribed from all email', 'false', 'doNotEmail'],
]
const SALESFORCE: Crm = [
  ['Id', '00Q5g00000AbCdE', 'externalId'],
  ['FirstName', 'Ana', 'givenName'],
  ['LastName', 'Roa', 'familyName'],
  ['Title', 'CFO', 'title'],
  ['Company', 'Roa', 'company'],
  ['Email', 'a@b.example', 'email'],
  ['Phone', '915551212', 'phone'],
  ['MobilePhone', '600111222', 'mobile'],
  ['Website', 'roa.example', 'website'],
  ['LeadSource', 'Web', 'source'],
  ['Status', 'Working - Contacted', 'stage'],
  ['Rating', 'Hot', ''],
  ['Industry', 'Metal', 'industry'],
  ['NumberOfEmployees', '120', 'employees'],
  ['DoNotCall', 'false', 'doNotCall'],
  ['HasOptedOutOfEmail', 'false', 'doNotEmail'],
  ['OwnerId', '0055g00000XyZ', ''],
  ['Street', 'Calle Mayor 1', ''],
  ['PostalCode', '28001', 'postalCode'],
  ['CreatedDate', '2025-01-03T10:00:00.000Z', 'arrivedAt'],
  ['LastModifiedDate', '2025-01-04T10:00:00.000Z', 'updatedAt'],
  ['Description', 'Vino a la feria', 'notes'],
]
const DYNAMICS: Crm = [
  ['Topic', 'Interesados en cizallas', ''],
  ['First Name', 'Ana', 'givenName'],
  ['Last Name', 'Roa', 'familyName'],
  ['Company Name', 'Roa', 'company'],
  ['Business Phone', '915551212', 'phone'],
  ['Email', 'a@b.example', 'email'],
  ['Status Reason', 'Contacted', 'stage'],
  ['Created On', '3/1/2025 10:00', 'arrivedAt'],
]
const DYNAMICS_API: Crm = [
  ['subject', 'Interesados', ''],
  ['firstname', 'Ana', 'givenName'],
  ['lastname', 'Roa', 'familyName'],
  ['companyname', 'Roa', 'company'],
  ['jobtitle', 'Gerente', 'title'],
  ['telephone1', '915551212', 'phone'],
  ['mobilephone', '600111222', 'mobile'],
  ['emailaddress1', 'a@b.example', 'email'],
  ['websiteurl', 'roa.example', 'website'],
  ['leadsourcecode', 'Trade Show', 'source'],
  ['donotphone', 'No', 'doNotCall'],
  ['qualificationcomments', 'Llamar en junio', 'notes'],
]
const PIPEDRIVE: Crm = [
  ['Lead - ID', '7', 'externalId'],
  ['Lead - Title', 'Cizalla para Roa', ''],
  ['Person - Name', 'Ana Roa', 'fullName'],
  ['Person - Email - Work', 'a@b.example', 'email'],
  ['Person - Phone - Mobile', '600111222', 'phone'],
  ['Organization - Name', 'Roa', 'company'],
  ['Lead - Owner', 'Luis Peña', 'owner'],
  ['Note', 'Vino a la feria', 'notes'],
]
const ODOO: Crm = [
  ['id', 'crm_lead_7', 'externalId'],
  ['name', 'Cizalla para Roa', ''],
  ['contact_name', 'Ana Roa', 'fullName'],
  ['partner_name', 'Roa', 'company'],
  ['email_from', 'a@b.example', 'email'],
  ['phone', '915551212', 'phone'],
  ['function', 'Gerente', 'title'],
  ['expected_revenue', '12000', ''],
  ['country_id', 'España', 'country'],
  ['stage_id', 'Qualified', 'stage'],
  ['user_id', 'Luis Peña', 'owner'],
]
const HUBSPOT_ES: Crm = [
  ['ID de registro', '101', 'externalId'],
  ['Nombre', 'Ana', 'givenName'],
  ['Apellidos', 'Roa', 'familyName'],
  ['Correo', 'a@b.example', 'email'],
  ['Número de teléfono', '915551212', 'phone'],
  ['Nombre de la empresa', 'Roa', 'company'],
  ['Etapa del ciclo de vida', 'Lead', 'stage'],
  ['Propietario del contacto', 'Luis Peña', 'owner'],
  ['Fecha de creación', '03/01/2025', 'arrivedAt'],
]
const PORTUGUESE: Crm = [
  ['Nome', 'Ana', 'givenName'],
  ['Sobrenome', 'Roa', 'familyName'],
  ['E-mail', 'a@b.example', 'email'],
  ['Telefone comercial', '915551212', 'phone'],
  ['Celular', '600111222', 'mobile'],
  ['Razão social', 'Roa', 'company'],
  ['Estado', 'São Paulo', 'province'],
  ['CEP', '01310-100', 'postalCode'],
  ['Não ligar', 'Não', 'doNotCall'],
  ['Origem do lead', 'Site', 'source'],
]
const GOOGLE: Crm = [
  ['First Name', 'Ana', 'givenName'],
  ['Last Name', 'Roa', 'familyName'],
  ['Organization Name', 'Roa', 'company'],
  ['Organization Title', 'Gerente', 'title'],
  ['E-mail 1 - Value', 'a@b.example', 'email'],
  ['Phone 1 - Value', '915551212', 'phone'],
  ['Birthday', '1980-03-02', ''],
]

const CRMS = { HUBSPOT, SALESFORCE, DYNAMICS, DYNAMICS_API, PIPEDRIVE, ODOO, HUBSPOT_ES, PORTUGUESE, GOOGLE }

describe('the export of', () => {
  it.each(Object.entries(CRMS))('%s is mapped by its headers', (_, crm) => {
    const columns = suggestColumns(
      crm.map(([name]) => ({ name, nameless: false })),
      [crm.map(([, cell]) => cell)],
      'ES',
    )
    expect(columns.map(({ header, suggestion }) => [header, suggestion?.field ?? ''])).toEqual(
      crm.map(([name, , field]) => [name, field]),
    )
  })
})

const fieldsOf = (names: readonly string[], rows: readonly (readonly string[])[]) =>
  suggestColumns(
    names.map((name) => ({ name, nameless: name === '' })),
    rows,
    'ES',
  ).map(({ suggestion }) => suggestion && `${suggestion.field} ${suggestion.share ?? suggestion.reason}`)

describe('what is in the cells', () => {
  it('maps a file without a header', () => {
    const rows = [
      [
        'Ana Roa Gil',
        'Roa S.L.',
        'ana@roa.example',
        '600 111 222',
        '48001',
        'España',
        '31/12/2025',
        'Bilbao',
      ],
      [
        'Luis Peña',
        'Peña e Hijos SA',
        'luis@pena.example',
        '915551212',
        '28001',
        'Francia',
        '01/02/2026',
        'Madrid',
      ],
      ['Eva Gil Mora', 'Talleres Gil SL', '', '+34 600 111 333', '08001', 'España', '03/02/2026', 'Bilbao'],
    ]
    expect(fieldsOf(['', '', '', '', '', '', '', ''], rows)).toEqual([
      'fullName 100',
      'company 100',
      'email 100',
      'phone 100',
      'postalCode 100',
      'country 100',
      'arrivedAt 100',
      null,
    ])
  })
  it('decides between two meanings of one name', () => {
    expect(fieldsOf(['Nombre', 'Estado'], [['Ana', 'Jalisco']])).toEqual([
      'givenName header',
      'province header',
    ])
    expect(fieldsOf(['Nombre', 'Estado'], [['Ana Roa', 'Contactado']])).toEqual([
      'fullName header',
      'stage header',
    ])
    expect(fieldsOf(['Name', 'Surname'], [['Ana', 'Roa']])).toEqual(['givenName header', 'familyName header'])
  })
  it('speaks against a header that lies', () => {
    expect(fieldsOf(['Contacto', 'Website'], [['ana@roa.example', 'linkedin.com/in/ana']])).toEqual([
      'email 100',
      null,
    ])
    expect(fieldsOf(['Pide', 'Aviso'], [['No', 'Sí']])).toEqual([null, null])
  })
  it('says how many of the cells look so', () => {
    const cells = [...Array.from({ length: 29 }, (_, n) => [`60011122${n % 10}`]), ['llamar por la tarde']]
    expect(fieldsOf(['Dato'], cells)).toEqual(['phone 97'])
  })
  it('gives the options of a column that has few', () => {
    const [column] = suggestColumns(
      [{ name: 'Estado', nameless: false }],
      [['Nuevo'], ['Ganado'], ['Nuevo']],
      'ES',
    )
    expect(column?.values).toEqual([
      { cell: 'Nuevo', times: 2 },
      { cell: 'Ganado', times: 1 },
    ])
  })
})
