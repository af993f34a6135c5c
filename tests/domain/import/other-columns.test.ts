import { describe, expect, it } from 'vitest'

import { suggestColumns } from '#shared/domain/import/mapping'
import { kindColumnOf, wishColumnOf } from '#shared/domain/import/synonyms'

/** What columns are taken for: their headers, and rows of their cells. */
const mapped = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
  suggestColumns(
    header.map((name) => ({ name, nameless: false })),
    rows,
    'ES',
  ).map(({ suggestion }) => suggestion?.field ?? '')

describe('whose a column is', () => {
  it('the mailbox of whoever works the row is nobody’s to call', () => {
    const rows = [1, 2, 3].map((n) => [`p${n}@a.example`, 'rep@us.example', 'rep@us.example', 'Rep'])
    expect(mapped(['Email', 'Sales owner : Email', 'Created By', 'Sales owner : Name'], ...rows)).toEqual([
      'email',
      '',
      '',
      'owner',
    ])
    expect(mapped(['Email', 'Buzón'], ...rows)).toEqual(['email', ''])
  })
  it('nor is their name, whichever column comes first', () => {
    const header = ['User Name', 'User Email', 'Invitee Name', 'Invitee Email']
    const row = (name: string) => ['Rep One', 'rep@us.example', `${name} Lee`, `${name}@a.example`]
    expect(mapped(header, row('Ann'), row('Bob'))).toEqual(['', '', 'fullName', 'email'])
  })
  it('the page of a form is no company’s', () => {
    const rows = ['a', 'b'].map((n) => [`${n}@a.example`, 'https://us.example/form', `https://${n}.example`])
    expect(mapped(['Email', 'Desde', 'Su página'], ...rows)).toEqual(['email', '', 'website'])
  })
  it('a second contact reaches nobody else', () => {
    expect(
      mapped(
        ['Empresa', 'Contacto 1', 'Teléfono 1', 'Email 1', 'Contacto 2', 'Teléfono 2', 'Email 2'],
        ['Aceros SL', 'Ana Gil', '600111001', 'a@x.example', 'Luis Paz', '600111002', 'l@x.example'],
      ),
    ).toEqual(['company', 'fullName', 'phone', 'email', '', '', ''])
    // A second number of the same person, and a second family name.
    expect(
      mapped(
        ['Nombre', 'Apellido 1', 'Apellido 2', 'Teléfono 1', 'Teléfono 2'],
        ['Ana', 'Gil', 'Paz', '600111001', '600111002'],
      ),
    ).toEqual(['givenName', 'familyName', 'familyName', 'phone', 'phone'])
  })
  it('at a fair the exhibitor is the company of all, and a head line is no title where one stands beside it', () => {
    const header = ['Exhibitor', 'Name', 'Headline', 'Title', 'Company']
    const row = ['Us Inc', 'Ann Lee', 'I sell | MBA', 'Buyer', 'Roe Ltd']
    expect(mapped(header, row)).toEqual(['', 'fullName', '', 'title', 'company'])
    expect(mapped(['Exhibitor', 'Name'], ['Roe Ltd', 'Ann Lee'])).toEqual(['company', 'fullName'])
  })
  it('a department of a company is no part of a country', () => {
    const row = (part: string) => ['Ana Gil', part]
    expect(mapped(['Nombre', 'Departamento'], row('Ventas'), row('Compras'), row('IT'))).toEqual([
      'fullName',
      '',
    ])
    expect(mapped(['Nombre', 'Departamento'], row('Antioquia'), row('Cundinamarca'))).toEqual([
      'fullName',
      'province',
    ])
  })
  it('a row of a database has a number that is no name', () => {
    const ids = ['7f0c1d3a-1111-4222-8333-444455556666', '8f0c1d3a-1111-4222-8333-444455556666']
    expect(mapped(['(Do Not Modify) Lead', 'Name'], ...ids.map((id) => [id, 'Ann Lee']))).toEqual([
      'externalId',
      'fullName',
    ])
  })
})

describe('parts of a name', () => {
  it('a family name of several words is one', () => {
    expect(mapped(['Prénom', 'NOM'], ['Hélène', 'LE GOFF'], ['Jean-Pierre', 'DU PONT'])).toEqual([
      'givenName',
      'familyName',
    ])
    expect(mapped(['Name', 'Surname'], ['Juan Carlos', 'Gil'], ['María José', 'Paz'])).toEqual([
      'givenName',
      'familyName',
    ])
    expect(mapped(['Prénom', 'Nom'], ['Hélène', 'Hélène Le Goff'])).toEqual(['givenName', 'fullName'])
  })
  it('a second given name goes with the first', () => {
    const header = ['Primer nombre', 'Segundo nombre', 'Primer apellido', 'Segundo apellido']
    expect(mapped(header, ['Luz', 'Marina', 'Peña', 'Rey'])).toEqual([
      'givenName',
      'givenName',
      'familyName',
      'familyName',
    ])
  })
  it('a name that is shown is no company, and a company is one', () => {
    const header = ['First name', 'Last name', 'Display name']
    expect(mapped(header, ['Ann', 'Lee', 'Ann Lee'], ['Bob', 'Ray', 'Bob Ray'])[2]).toBe('')
    expect(mapped(['display_name', 'primary_contact_name'], ['Wayne Inc', 'Ann Lee'])).toEqual([
      'company',
      'fullName',
    ])
  })
  it('forms say the part in brackets', () => {
    const header = ['Name (First)', 'Name (Last)', 'Address (City)', 'Nombre (obligatorio)', 'Phone (work)']
    expect(mapped(header, ['Ann', 'Lee', 'Leeds', '', '+442079460958'])).toEqual([
      'givenName',
      'familyName',
      'city',
      '',
      'phone',
    ])
  })
})

describe('stages', () => {
  it.each([
    ['Stato', 'Nuovo', 'Contattato'],
    ['Statut', 'Gagné', 'Perdu'],
    ['Status', 'Neu', 'Kein Interesse'],
  ])('%s', (header, ...cells) => {
    expect(mapped([header], ...cells.map((cell) => [cell]))).toEqual(['stage'])
  })
})

it.each([
  ['N. dipendenti', '15', 'employees'],
  ['Nº de colaboradores', '12', 'employees'],
  ['Prov.', 'MI', 'province'],
  ['Data de registo', '31/01/2026', 'arrivedAt'],
  ['Submitted', '2026-02-20 12:00', 'arrivedAt'],
  ['Home #', '912345678', 'phone'],
  ['Designation', 'Director', 'title'],
  ['custom.Industry', 'Retail', 'industry'],
  ['platform', 'fb', 'source'],
  ['Land', 'Nederland', 'country'],
  ['Empresa - Nombre comercial', 'Gil SL', 'company'],
  ['Nº trab.', '8', 'employees'],
  ['¿Desea recibir publicidad?', 'No', 'basis'],
  ['Opt-out', 'Sim', 'doNotCall'],
  ['DES_PROVINCIA', 'MADRID', 'province'],
  ['Nom du contact', 'Anne Martin', 'fullName'],
  ['Estágio no funil', 'Cliente', 'stage'],
  ['Autoriza tratamiento de datos', 'SI', 'basis'],
  ['User Column Data: Full Name', 'Ann Lee', 'fullName'],
  ['Lead Submit Time', '2026-03-01 10:00:00', 'arrivedAt'],
  ['Direct Phone Number', '912345678', 'phone'],
  ['Nombre de Cuenta', 'Gil SL', 'company'],
])('%s', (header, cell, field) => {
  expect(mapped([header, 'Email'], [cell, 'a@x.example'])[0]).toBe(field)
})

it.each(['Fecha de nac.', 'F. de nac.', 'Data nasc.'])('%s is left out', (header) => {
  const [column] = suggestColumns([{ name: header, nameless: false }], [['01/01/1980']], 'ES')
  expect(column?.sensitive).toBe('birth_date')
})

it('CRMs in Spanish', () => {
  const header = [
    'Propietario del candidato',
    'Nombre',
    'Título',
    'Origen del candidato',
    'Estado del candidato',
  ]
  const row = (stage: string) => ['Ana Roa', 'Jon Lasa', 'Gerente', 'Web', stage]
  const stages = [row('Abierto - No contactado'), row('Cerrado - No convertido')]
  expect(mapped(header, ...stages)).toEqual(['owner', 'fullName', 'title', 'source', 'stage'])
  expect(mapped(['Título', 'Nombre'], ['Sra.', 'Ana Gil'], ['Sr.', 'Luis Paz'])[0]).toBe('')
  expect(mapped(['Título', 'Cargo'], ['Presupuesto', 'CEO'])).toEqual(['', 'title'])
  const others: [string, string, string][] = [
    ['Propietario de Posible cliente', 'Ana Roa', 'owner'],
    ['Estado de posible cliente', 'Intento de contacto', 'stage'],
    ['N.º de empleados', '25', 'employees'],
    ['Hora de modificación', '2026-02-02 10:00:00', 'updatedAt'],
    ['Creado en', '2026-02-01 10:00:00', 'arrivedAt'],
    ['Estado o región', 'Barcelona', 'province'],
    ['Cancelación de la suscripción de todos los correos electrónicos', 'true', 'doNotEmail'],
    ['No participar en correo electrónico', '1', 'doNotEmail'],
    ['Désabonné de tous les e-mails', 'true', 'doNotEmail'],
    ['Von allen E-Mails abgemeldet', 'true', 'doNotEmail'],
  ]
  for (const [name, cell, field] of others) expect([name, ...mapped([name], [cell])]).toEqual([name, field])
})

it('where somebody is goes before where their company is', () => {
  expect(mapped(['Company City', 'Person City', 'Email'], ['Leeds', 'York', 'a@x.example'])).toEqual([
    '',
    'city',
    'email',
  ])
})

it('which of several numbers must not be called stands in a column beside it', () => {
  const header = ['Phone 1', 'Phone 1 Type', 'Phone 1 DNC', 'Phone 2', 'Phone 2 - No llamar', 'Mobile']
  expect(header.map((name) => wishColumnOf(name, header) ?? -1)).toEqual([2, -1, -1, 4, -1, -1])
  expect(header.map((name) => kindColumnOf(name, header) ?? -1)).toEqual([1, -1, -1, -1, -1, -1])
})
