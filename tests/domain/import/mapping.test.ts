import { describe, expect, it } from 'vitest'

import { dateOrderOf } from '#shared/domain/import/date-order'
import { suggestColumns } from '#shared/domain/import/mapping'
import { isIban, isSpanishId, sensitiveOf } from '#shared/domain/import/sensitive'
import { fieldOfHeader } from '#shared/domain/import/synonyms'

describe('a header says what its column is about', () => {
  it.each([
    ['Nombre y apellidos', 'fullName'],
    ['NOMBRE', 'givenName'],
    ['Apellidos', 'familyName'],
    ['First name', 'givenName'],
    ['Email address', 'email'],
    ['Correo electrónico', 'email'],
    ['E-mail trabajo', 'email'],
    ['Teléfono 2', 'phone'],
    ['Telefono_movil', 'mobile'],
    ['Mobile phone number', 'mobile'],
    ['workEmail', 'email'],
    ['Razón social', 'company'],
    ['Nº empleados', 'employees'],
    ['C.P.', 'postalCode'],
    ['Código postal', 'postalCode'],
    ['State/Region', 'province'],
    ['Lead Source', 'source'],
    ['Fecha de alta', 'arrivedAt'],
    ['first_contact_date', 'arrivedAt'],
    ['No llamar', 'doNotCall'],
    ['Lista Robinson', 'doNotCall'],
    ['Has Opted Out Of Email', 'doNotEmail'],
    ['Puesto de trabajo', 'title'],
    ['Observaciones', 'notes'],
    ['Solicita demo', 'demo'],
    ['TotalVisits', 'visit'],
    ['Telefone', 'phone'],
    ['Sobrenome', 'familyName'],
  ])('%s', (header, field) => expect(fieldOfHeader(header)).toBe(field))
  it.each([
    'How did you hear about X Education',
    'Tags',
    'Last Notable Activity',
    'Lead Number',
    'Facturación',
  ])('%s says nothing', (header) => expect(fieldOfHeader(header)).toBeNull())
})

const suggest = (names: string[], rows: string[][]) =>
  suggestColumns(
    names.map((name) => ({ name, nameless: name.startsWith('column_') })),
    rows,
    'ES',
  ).map(({ suggestion }) => (suggestion ? `${suggestion.field} ${suggestion.reason}` : null))

describe('suggestions', () => {
  it('each field once, to the column that says it best; numbers and addresses as often as they come', () => {
    const names = ['Lead Origin', 'Lead Source', 'Phone 1', 'Phone 2', 'Email', 'Email 2']
    const row = ['API', 'Google', '600111222', '915551212', 'a@b.example', 'c@b.example']
    expect(suggest(names, [row])).toEqual([
      null,
      'source header',
      'phone header',
      'phone header',
      'email header',
      'email header',
    ])
  })
  it('what stands in the cells decides where no header does', () => {
    expect(
      suggest(['column_1', 'x', 'column_3'], [['a@b.example', '+34 600 111 222', 'www.roa.example']]),
    ).toEqual(['email content', 'phone content', 'website content'])
  })
  it('a header whose cells say otherwise is not believed', () => {
    expect(suggest(['Phone'], [['a@b.example'], ['c@d.example']])).toEqual(['email content'])
    expect(suggest(['ID'], [['1'], ['1'], ['1']])).toEqual([null])
  })
  it('what a great part of the rows share is a kind and not a person, and countries are no cities', () => {
    const rows = Array.from({ length: 60 }, (_, n) => [
      n % 3 ? 'cellular' : 'telephone',
      n % 2 ? 'Kenya' : 'Spain',
    ])
    expect(suggest(['contact', 'office_location'], rows)).toEqual([null, 'country content'])
    expect(suggest(['contact', 'location'], [['Ana Roa', 'Bilbao']])).toEqual([
      'fullName header',
      'city header',
    ])
  })
  it('an id of any name is one when no two rows share it', () => {
    expect(
      suggest(
        ['mql_id', 'page_id'],
        [
          ['a', 'p'],
          ['b', 'p'],
          ['c', 'q'],
        ],
      ),
    ).toEqual(['externalId header', null])
  })
  it('"Nombre" alone is the whole name where its cells hold several words', () => {
    expect(suggest(['Nombre'], [['Ana Roa'], ['Luis Gil']])).toEqual(['fullName header'])
    expect(suggest(['Nombre', 'Apellidos'], [['Ana María', 'Roa']])).toEqual([
      'givenName header',
      'familyName header',
    ])
  })
})

describe('what is left out unless ticked', () => {
  it.each([
    ['DNI', [], 'national_id'],
    ['Fecha de nacimiento', ['01/02/1980'], 'birth_date'],
    ['IBAN', [], 'bank_account'],
    ['Dato', ['12345678Z', '00000000T'], 'national_id'],
    ['Dato', ['ES9121000418450200051332'], 'bank_account'],
    ['NIF', ['B12345674', 'A58818501'], null],
    ['Código', ['12345678', 'X1'], null],
    ['Teléfono', ['600111222'], null],
  ])('%s %j', (header, values, reason) => expect(sensitiveOf(header, values)).toBe(reason))
  it('knows a right control letter from a wrong one', () => {
    expect([isSpanishId('12345678-Z'), isSpanishId('12345678A'), isSpanishId('X1234567L')]).toEqual([
      true,
      false,
      true,
    ])
    expect([isIban('GB82 WEST 1234 5698 7654 32'), isIban('GB82 WEST 1234 5698 7654 33')]).toEqual([
      true,
      false,
    ])
  })
})

describe('the order of dates, one for a column', () => {
  it.each([
    [['01/02/2026', '31/12/2025'], 'ES', 'dmy', '31/12/2025'],
    [['01/02/2026', '12/31/2025'], 'ES', 'mdy', '12/31/2025'],
    [['2026-02-01'], 'US', 'ymd', '2026-02-01'],
    [['01/02/2026'], 'ES', 'dmy', null],
    [['01/02/2026'], 'US', 'mdy', null],
    [['5.3.26', '13.5.26 10:00'], 'ES', 'dmy', '13.5.26 10:00'],
  ])('%j in %s', (cells, country, order, decidedBy) =>
    expect(dateOrderOf(cells, country)).toEqual({ order, decidedBy }),
  )
})
