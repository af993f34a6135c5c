import { describe, expect, it } from 'vitest'

import { parseEmails } from '#shared/domain/email-key'
import { isCompanyName, namedAt } from '#shared/domain/import/company-name'
import { parseCountry } from '#shared/domain/import/country'
import { readDate } from '#shared/domain/import/date'
import { suggestColumns } from '#shared/domain/import/mapping'
import { isCard, isCpf, isFrenchId, sensitiveOf } from '#shared/domain/import/sensitive'
import { kindColumnOf, saysFamilyFirst } from '#shared/domain/import/synonyms'
import { parseYesNo } from '#shared/domain/import/values'
import { wishAsked } from '#shared/domain/import/wish'
import { nameParts } from '#shared/domain/name'
import { parsePhones } from '#shared/domain/phone'

/** What each column is suggested to be; '' = kept. */
const mapped = (header: readonly string[], ...rows: (readonly string[])[]) =>
  suggestColumns(
    header.map((name) => ({ name, nameless: false })),
    rows,
    'ES',
  ).map(({ suggestion, sensitive }) => sensitive ?? suggestion?.field ?? '')

describe('columns that nobody here has seen', () => {
  it('say one thing in two languages', () => {
    const header = ['Nombre / Name', 'Surname|Apellidos', 'Teléfono / Móvil', 'Email / Web', '1. Empresa']
    const row = ['Ana', 'Roa', '600111222', 'x', 'Roa']
    expect(mapped(header, row)).toEqual(['givenName', 'familyName', 'mobile', '', 'company'])
    for (const header of [
      'Acepta llamadas / Accepts calls',
      'Can we call you?',
      '¿Te podemos llamar?',
      '¿Podemos llamarte?',
    ])
      expect([header, wishAsked(header)]).toEqual([header, { field: 'doNotCall', wishIs: 'no' }])
  })
  it('a fax, somebody’s assistant, an order or a place on the globe is no number to call', () => {
    const header = [
      'Nombre',
      'Business Fax',
      'Assistant’s Phone',
      'Order #',
      'EAN',
      'Longitude',
      'IP',
      'Tfno',
    ]
    const row = [
      'Ana Roa',
      '915551212',
      '915551213',
      '915551214',
      '8412345678905',
      '40.4167754',
      '192.168.100.200',
    ]
    expect(mapped(header, [...row, '600111222'])).toEqual(['fullName', '', '', '', '', '', '', 'phone'])
    // Under any other name as many digits are a number only where somebody can dial them.
    expect(mapped(['Lote'], ['202600000123'], ['202600000124'])).toEqual([''])
    expect(mapped(['Casa'], ['915551212'], ['600111222'])).toEqual(['phone'])
    expect(kindColumnOf('Phone 2 - Value', ['Name', 'Phone 1 - Type', 'Phone 2 - Type'])).toBe(2)
  })
  it('"Cliente" is whoever the list is about, and their company where somebody else is named', () => {
    expect(mapped(['Cliente', 'Tel'], ['Roa SL', '600111222'])).toEqual(['fullName', 'phone'])
    expect(mapped(['Cliente', 'Nombre'], ['100001', 'Ana Roa'], ['100002', 'Eva Gil'])).toEqual([
      '',
      'fullName',
    ])
    expect(mapped(['Cliente', 'Contacto'], ['Roa SL', 'Ana Roa'])).toEqual(['company', 'fullName'])
    expect(mapped(['Nombre', 'Cliente'], ['Ana Roa', 'TRUE'])).toEqual(['fullName', ''])
  })
  it('no header is known: what looks like names is, where somebody can be reached', () => {
    expect(mapped(['Nimi', 'Puh', 'X'], ['Aino Korhonen', '+358 40 1234567', 'y'])).toEqual([
      'fullName',
      'phone',
      '',
    ])
    expect(mapped(['Producto', 'Precio'], ['Tornillo largo', '12,50'])).toEqual(['', ''])
  })
  it('cells that are no answer say nothing against what the header says', () => {
    expect(mapped(['Tel', 'CP'], ['600111222', '#N/A'], ['-', '#¡REF!'], ['N/A', '28001'])).toEqual([
      'phone',
      'postalCode',
    ])
  })
  it('"Estado" of what somebody thinks of them is no place', () => {
    expect(mapped(['Estado'], ['Caliente'], ['Frío'], ['En negociación'])).toEqual(['stage'])
    expect(mapped(['Estado'], ['Jalisco'], ['Nuevo León'], ['Puebla'])).toEqual(['province'])
  })
})

describe('what nobody needs to call somebody is left out, in any of six languages', () => {
  it.each([
    ['Geburtsdatum', 'birth_date'],
    ['Date de naissance', 'birth_date'],
    ['Data di nascita', 'birth_date'],
    ['Data de nascimento', 'birth_date'],
    ['F. Nacimiento titular', 'birth_date'],
    ['N° de sécurité sociale', 'national_id'],
    ['Codice fiscale', 'national_id'],
    ['Personalausweis-Nr.', 'national_id'],
    ['CPF/CNPJ', 'national_id'],
    ['DNI del firmante', 'national_id'],
    ['Kontonummer', 'bank_account'],
    ['RIB', 'bank_account'],
    ['Conto corrente', 'bank_account'],
    ['IBAN (domiciliación)', 'bank_account'],
    ['Partita IVA', null],
    ['Teléfono', null],
    ['Fecha de alta', null],
  ])('%s: %s', (header, reason) => expect(sensitiveOf(header, [])).toBe(reason))
  it('whatever the header says', () => {
    expect(sensitiveOf('Dato', ['RSSMRA70A01H501S'])).toBe('national_id')
    expect(sensitiveOf('Dato', ['123.456.789-09'])).toBe('national_id')
    expect(sensitiveOf('Dato', ['123-45-6789'])).toBe('national_id')
    expect(sensitiveOf('Dato', ['4111 1111 1111 1111'])).toBe('bank_account')
    expect(sensitiveOf('Dato', ['600 111 222', '+34 91 555 12 12'])).toBeNull()
    expect([
      isCpf('123.456.789-00'),
      isCard('4111111111111112'),
      isFrenchId('1 70 02 75 123 456 00'),
    ]).toEqual([false, false, false])
  })
})

describe('a cell as people fill it', () => {
  it.each([
    ['600 111 224 preguntar por Rosa', ['+34600111224'], 'phone_words'],
    ['Móvil: 600111225 Fijo: 915551213', ['+34600111225', '+34915551213'], 'phone_words'],
    ['600111225 fax 915551298', ['+34600111225'], 'phone_words'],
    ['\u202a+34 600 111 222\u202c', ['+34600111222'], null],
    ['600111222,0', ['+34600111222'], null],
    ['Fax 915551215', [], 'phone_letters'],
    ['600 CALL 11', [], 'phone_letters'],
    ['600111222b', [], 'phone_letters'],
    ['900 123 456 7 ACME', [], 'phone_letters'],
  ])('phone %j', (cell, numbers, problem) => {
    const read = parsePhones(cell, 'ES')
    expect([read.phones.map(({ e164 }) => e164), read.problem]).toEqual([numbers, problem])
  })
  it.each([
    ['ana@roa.example.', ['ana@roa.example']],
    ['mailto:ana@roa.example?subject=Hola', ['ana@roa.example']],
    ["'ana@roa.example'", ['ana@roa.example']],
    ['ana @roa.example', ['ana@roa.example']],
    ['Ana Roa (ana@roa.example)', ['ana@roa.example']],
    ['ana@roa.example / eva@roa.example', ['ana@roa.example', 'eva@roa.example']],
    ['ana@roa.example y eva@roa.example', ['ana@roa.example', 'eva@roa.example']],
    ['http://ana@roa.example', ['ana@roa.example']],
    ['ana@roa.example (eva@roa.example)', ['ana@roa.example', 'eva@roa.example']],
  ])('e-mail %j', (cell, emails) => expect(parseEmails(cell)).toEqual({ emails, valid: true }))
  it('an e-mail of nothing but signs is none', () => expect(parseEmails('??').valid).toBe(false))
  it.each([
    ['3 févr. 2026', '2026-02-03'],
    ['3. März 2026', '2026-03-03'],
    ['14 août 2025', '2025-08-14'],
    ['5 gennaio 2026', '2026-01-05'],
    ['March 3rd, 2026', '2026-03-03'],
    ['1º de enero de 2026', '2026-01-01'],
    ['Tue Mar 10 2026 10:00:00 GMT+0100 (CET)', '2026-03-10'],
    ['2026年3月10日', '2026-03-10'],
    ['\u200e10/\u200e03/\u200e2026', '2026-03-10'],
    ['lun 10/03/2026', '2026-03-10'],
    ['antes del 10/03/2026', undefined],
    ['mar-26', undefined],
  ])('date %s', (cell, day) => expect(readDate(cell, 'dmy')?.day).toBe(day))
  it.each([
    ['ES - España', 'ES'],
    ['Spain (ES)', 'ES'],
    ['D', 'DE'],
    ['日本', 'JP'],
    ['España - Francia', null],
    ['Atlanta, Georgia', null],
  ])('country %s', (cell, country) => expect(parseCountry(cell)).toBe(country))
  it('yes and no in other languages', () => {
    expect(['Ja', 'Oui', 'Sì', 'WAHR'].map(parseYesNo)).toEqual([true, true, true, true])
    expect(['Nein', 'Non', 'FALSCH', 'FAUX'].map(parseYesNo)).toEqual([false, false, false, false])
  })
})

describe('a company where a name should be', () => {
  it.each([
    ['TALLERES LÓPEZ SL', true],
    ['Aceros Lima SA', true],
    ['Aceros Lima, S.A.', true],
    ['Forjas Norte S.L.U.', true],
    ['Müller GmbH', true],
    ['Rossi S.p.A.', true],
    ['Maria Sá', false],
    ['Ana Roa', false],
    ['Kim Co', false],
  ])('%s: %s', (name, is) => expect(isCompanyName(name, 'ES')).toBe(is))
  it('behind the name of who works there', () => {
    const at = { name: 'Ana Roa', company: 'Roa SL' }
    expect([namedAt('Ana Roa (Roa SL)', 'ES'), namedAt('Ana Roa - Roa SL', 'ES')]).toEqual([at, at])
    expect([namedAt('Ana Roa (tardes)', 'ES'), namedAt('Ana-Belén Ruiz', 'ES')]).toEqual([null, null])
  })
  it('where many are called Sá, capitals say nothing', () => {
    expect([isCompanyName('JOAO SA', 'PT'), isCompanyName('ACEROS LIMA SA', 'ES')]).toEqual([false, true])
  })
})

describe('names', () => {
  it.each([
    ["John O'Neill Jr.", 'en', 'John', "O'Neill"],
    ['Mary Ann Smith, PhD', 'en', 'Mary Ann', 'Smith'],
    ['Mª DEL CARMEN RUIZ', 'es', 'Mª del Carmen', 'Ruiz'],
    ['María de la Fuente Ruiz', 'es', 'María', 'de la Fuente Ruiz'],
    ['山田 太郎', 'en', '太郎', '山田'],
    ['GARCÍA LÓPEZ, JUAN JOSÉ', 'es', 'Juan José', 'García López'],
  ])('%s', (name, language, given, family) => expect(nameParts(name, language)).toEqual({ given, family }))
  it('a header says which part comes first', () => {
    expect(['Apellidos y nombre', 'Nom et prénom', 'Last name, first name'].every(saysFamilyFirst)).toBe(true)
    expect(['Nombre y apellidos', 'Nombre', 'Apellidos'].some(saysFamilyFirst)).toBe(false)
  })
})
