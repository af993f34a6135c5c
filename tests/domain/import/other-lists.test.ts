import { describe, expect, it } from 'vitest'

import { suggestColumns } from '#shared/domain/import/mapping'
import { outcomeOfWord } from '#shared/domain/import/outcome-words'
import { looksLikeCalls, suggestHistory } from '#shared/domain/import/history-mapping'
import { areaColumnOf, extensionColumnOf } from '#shared/domain/import/synonyms'

/** Lists as vendors, brokers and dialers hand them over. */
const columnsOf = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
  suggestColumns(
    header.map((name) => ({ name, nameless: false })),
    rows,
    'ES',
  )
const mapped = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
  columnsOf(header, ...rows).map(({ suggestion }) => suggestion?.field ?? '')

describe('somebody else in the row', () => {
  const others = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
    columnsOf(header, ...rows).flatMap(({ isOfAnother, header: name }) => (isOfAnother ? [name] : []))
  it('who is numbered is somebody else, in every part of the name', () => {
    const header = ['Company', 'Contact 1 First Name', 'Contact 1 Last Name', 'Contact 1 Email']
    const second = ['Contact 2 First Name', 'Contact 2 Last Name', 'Contact 2 Email']
    const row = ['Roe Inc', 'Ann', 'Lee', 'ann@roe.example', 'Bob', 'Ray', 'bob@roe.example']
    expect(mapped([...header, ...second], row)).toEqual([
      'company',
      'givenName',
      'familyName',
      'email',
      '',
      '',
      '',
    ])
    expect(others([...header, ...second], row)).toEqual(second)
  })
  it('whose role is named beside their name is somebody else', () => {
    const header = ['Empresa', 'Gerente', 'Tel. gerente', 'Resp. compras', 'Tel. compras', 'Email compras']
    const rows = [
      ['Roa SL', 'Ana Gil', '600111001', 'Luis Paz', '600111002', 'luis@roa.example'],
      ['Sol SA', 'Eva Sol', '600111003', 'Pol Rey', '600111004', 'pol@sol.example'],
    ]
    expect(mapped(header, ...rows)).toEqual(['company', 'fullName', 'phone', '', '', ''])
    expect(others(header, ...rows)).toEqual(['Resp. compras', 'Tel. compras', 'Email compras'])
  })
  it('numbers of one person are theirs, whatever they are called', () => {
    expect(
      others(
        ['Nombre', 'Alternativo contacto', 'Teléfono', 'Teléfono contacto'],
        ['Ana Gil', 'Luis Paz', '912345678', '600111001'],
        ['Eva Sol', 'Pol Rey', '912345679', '600111002'],
      ),
    ).toEqual([])
    const header = ['Nombre', 'Empresa', 'Etiqueta', 'Teléfono', 'Teléfono trabajo', 'Teléfono 2', 'Compras']
    const rows = [
      ['Ana Gil', 'Roa SL', 'Muy caliente', '600111001', '912345678', '600111002', 'Acero'],
      ['Eva Sol', 'Sol SA', 'Sin prisa', '600111003', '912345679', '', 'Cobre'],
    ]
    expect(others(header, ...rows)).toEqual([])
  })
})

describe('companies under names that say a person', () => {
  it('beside the names of their people', () => {
    const rows = [
      ['ACEROS ROA SL', 'ANA GIL PAZ'],
      ['SOL SA', 'LUIS PAZ RUIZ'],
    ]
    expect(mapped(['Nombre', 'Directores\nNombre completo'], ...rows)).toEqual(['company', 'fullName'])
    expect(
      mapped(
        ['Denominación', 'Forma jurídica', 'Nombre administrador', 'Cargo administrador'],
        ['ACEROS ROA SL', 'Sociedad limitada', 'GIL PAZ ANA', 'Administrador único'],
      ),
    ).toEqual(['company', '', 'fullName', 'title'])
  })
  it('a title of accounts is no job', () => {
    const rows = [
      ['430000001', 'ROA SL', 'info@roa.example'],
      ['430000002', 'SOL SA', 'sol@sol.example'],
    ]
    expect(mapped(['COD', 'TITULO', 'EMAIL'], ...rows)).toEqual(['externalId', 'company', 'email'])
  })
  it('what a map calls places is whom to call, and the job of somebody is not', () => {
    const places = [
      ['Taller Roa', '+34 912 34 56 78', 'Madrid'],
      ['Bar Sol', '+34 944 11 22 33', 'Bilbao'],
    ]
    expect(mapped(['title', 'phone', 'city'], ...places)).toEqual(['company', 'phone', 'city'])
    expect(
      mapped(
        ['title', 'phone', 'email'],
        ['Buyer', '+34 912 34 56 78', 'a@x.example'],
        ['CEO', '+34 944 11 22 33', 'b@x.example'],
      )[0],
    ).toBe('title')
  })
})

it('digits before a number and behind it stand in the columns that say so', () => {
  const header = ['DDD', 'Telefone', 'Ext', 'Mobile', 'Mobile area code', 'Fax']
  expect(['Telefone', 'Mobile'].map((name) => areaColumnOf(name, header))).toEqual([0, 4])
  expect(['Telefone', 'Mobile'].map((name) => extensionColumnOf(name, header))).toEqual([2, undefined])
})

describe('call logs', () => {
  const history = (header: readonly string[], ...rows: readonly (readonly string[])[]) => {
    const columns = columnsOf(header, ...rows)
    const found = suggestHistory(columns)
    return {
      calls: looksLikeCalls(columns),
      fields: header.map((_, at) => [...found].find(([, index]) => index === at)?.[0] ?? ''),
    }
  }
  it('whom a call went to, and how long they talked', () => {
    const { fields } = history(
      ['datetime (UTC)', 'from', 'to', 'duration (total)', 'duration (in call)', 'tags'],
      ['2026-03-01 10:05:00', '+34911111111', '+34600111001', '95', '80', 'Interesado'],
      ['2026-03-01 10:06:00', '+34911111111', '+34600111002', '20', '0', 'No contesta'],
    )
    expect(fields).toEqual(['calledAt', '', 'phone', '', 'talk', 'outcome'])
    expect(
      history(
        ['Fecha', 'Hora', 'De', 'A', 'Duración', 'Estado'],
        ['01/03/2026', '10:05', '34911111111', '34600111001', '00:01:35', 'Sin respuesta'],
        ['13/03/2026', '10:06', '34911111111', '34600111002', '00:00:20', 'Ocupado'],
      ).fields,
    ).toEqual(['calledAt', 'calledTime', '', 'phone', 'talk', 'outcome'])
  })
  it('the line of all calls is nobody’s, where no header says which it is', () => {
    const { fields } = history(
      ['Fecha', 'Teléfono empresa', 'Teléfono directo', 'Resultado'],
      ['01/03/2026 10:05', '911111111', '600111001', 'No contesta'],
      ['13/03/2026 10:06', '911111111', '600111002', 'Ocupado'],
    )
    expect(fields).toEqual(['calledAt', '', 'phone', 'outcome'])
  })
  it('the number of a call is nobody’s id', () => {
    const header = ['Call ID', 'Activity date', 'Call outcome', 'Email']
    const rows = [
      ['1', '2026-03-01 10:05', 'No answer', 'a@x.example'],
      ['2', '2026-03-01 10:06', 'Busy', 'b@x.example'],
    ]
    expect(history(header, ...rows).fields).toEqual(['', 'calledAt', 'outcome', 'email'])
    expect(mapped(header, ...rows)[0]).toBe('')
  })
  it('people who were called are no log: when they were made or born is no call, and a street no outcome', () => {
    expect(
      history(
        ['id', 'Name', 'phone', 'date_created', 'last_call_disposition'],
        ['a', 'Ann Lee', '+12125550143', '2026-01-03', 'no-answer'],
        ['b', 'Bob Ray', '+12125550146', '2026-01-04', 'busy'],
      ).calls,
    ).toBe(false)
    expect(
      history(
        ['Calle', 'Nombre', 'Teléfono', 'Cumpleaños'],
        ['C/ A', 'Ana Gil', '600111001', '01/02/1980'],
        ['C/ B', 'Luis Paz', '600111002', '13/02/1981'],
      ).calls,
    ).toBe(false)
    expect(outcomeOfWord('C/ A')).toBeNull()
    expect(outcomeOfWord('A')).toBe('voicemail')
  })
})

it.each([
  [
    ['Izena', 'Abizenak', 'Enpresa', 'Kargua', 'Telefonoa', 'Posta elektronikoa', 'Herria', 'Oharrak'],
    ['Jon', 'Lasa', 'Gurpil SL', 'Zuzendaria', '943123456', 'jon@gurpil.example', 'Tolosa', 'deitu'],
    ['givenName', 'familyName', 'company', 'title', 'phone', 'email', 'city', 'notes'],
  ],
  [
    ['Nome', 'Apelidos', 'Concello'],
    ['Xoán', 'Castro', 'Lugo'],
    ['givenName', 'familyName', 'city'],
  ],
  [
    ['Nom', 'Cognoms', 'Estat'],
    ['Núria', 'Vila', 'Contactat'],
    ['givenName', 'familyName', 'stage'],
  ],
  [
    ['¿Cómo te llamas?', '¿Y tu apellido?', '¿A qué teléfono te llamamos?', '¿Cuántas personas sois?'],
    ['Ana', 'Gil', "'+34600111001", '11-50'],
    ['givenName', 'familyName', 'phone', 'employees'],
  ],
  [
    ['Tel No', 'ST', 'EMP_SIZE', 'SIC_DESC'],
    ['020 7946 0958', 'NY', '10-19', 'Retail'],
    ['phone', 'province', 'employees', 'industry'],
  ],
  [
    ['EMAIL', 'BLOCKLISTED', 'ADDED_TIME'],
    ['a@x.example', '0', '10-01-2026 10:00:00'],
    ['email', 'doNotEmail', 'arrivedAt'],
  ],
  [
    ['Email', 'FAX01', 'CODPOSTAL', 'Persona asignada'],
    ['a@x.example', '912345699', '28001', 'Ana Roa'],
    ['email', '', 'postalCode', 'owner'],
  ],
])('%j', (header, row, fields) => expect(mapped(header, row)).toEqual(fields))

it('the form of a company is nobody, and digits kept from being counted are a number', () => {
  const rows = [
    ['912345678', 'Sociedad limitada', "'+34600111001"],
    ['912345679', 'Comunidad de bienes', "'+34600111002"],
  ]
  expect(mapped(['Teléfono', 'Tipo', 'Para ti'], ...rows)).toEqual(['phone', '', 'phone'])
})
