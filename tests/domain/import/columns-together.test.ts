import { describe, expect, it } from 'vitest'

import { suggestColumns } from '#shared/domain/import/mapping'
import { rowReader } from '#shared/domain/import/read-row'

/** What columns are taken for, by all of them together. */
const mapped = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
  suggestColumns(
    header.map((name) => ({ name, nameless: false })),
    rows,
    'ES',
  ).map(({ suggestion }) => suggestion?.field ?? '')

describe('a prefix', () => {
  const [country, places] = ['country', '']
  it.each([
    ['Prefijo', places, ['91', '2345678'], ['93', '234 56 78'], ['+34', '600111222'], ['981', '123456']],
    ['Prefijo', country, ['34', '600111222'], ['351', '912345678'], ['91', '9876543210']],
    ['Prefijo', country, ['+34', '600111222'], ['34', '912345678']],
    ['Código de país', country, ['52', '5512345678'], ['1', '2125550143']],
    ['Country code', country, ['44', '2079460018'], ['34', '600111222']],
    ['Country code', country, ['GB', '+442079460018'], ['ES', '600111222']],
  ])('%s is of a %s by the numbers beside it', (name, field, ...rows) => {
    const all = rows.map(([prefix, number], n) => [`Ana Roa${n}`, prefix ?? '', number ?? ''])
    expect(mapped(['Nombre y apellidos', name, 'Teléfono'], ...all)).toEqual(['fullName', field, 'phone'])
  })
  it('of a country in figures is read as one', () => {
    expect(countryOf('Código de país', '52', '5512345678')).toBe('+525512345678')
    expect(countryOf('Prefijo', '+351', '912345678')).toBe('+351912345678')
  })
})

describe('names that repeat', () => {
  const many = Array.from({ length: 400 }, (_, n) => [
    ['Ana', 'Luis'][n % 2] ?? '',
    `Roa${String.fromCharCode(97 + (n % 26))}${String.fromCharCode(97 + Math.floor(n / 26))}`,
    `${600111000 + n}`,
  ])
  it('a first name beside a last one is one, however few there are', () => {
    expect(mapped(['Nombre', 'Apellidos', 'Teléfono'], ...many)).toEqual(['givenName', 'familyName', 'phone'])
  })
  it('and a last name beside a first one, as in a list that is sorted by it', () => {
    const sorted = many.map(([, given = '', phone = '']) => ['GARCIA', given, phone])
    expect(mapped(['Apellidos', 'Nombre', 'Teléfono'], ...sorted)).toEqual([
      'familyName',
      'givenName',
      'phone',
    ])
  })
  it('a few words alone are a name of something else', () => {
    const kinds = many.map(([kind = '', , phone = '']) => [kind, phone])
    expect(mapped(['Nombre', 'Teléfono'], ...kinds)).toEqual(['', 'phone'])
  })
})

/** The number that a row of two columns comes to. */
function countryOf(header: string, prefix: string, number: string): string | undefined {
  const column = { rule: 'fill', order: 'dmy' } as const
  const read = rowReader({
    columns: [
      { ...column, index: 0, header, field: 'country' },
      { ...column, index: 1, header: 'Teléfono', field: 'phone' },
    ],
    width: 2,
    country: 'ES',
    source: null,
    emptyWords: [],
    zone: 'Europe/Madrid',
    today: '2026-03-10',
  })
  return read({ line: 2, cells: [prefix, number], quote: null }).values.phones[0]?.e164
}
