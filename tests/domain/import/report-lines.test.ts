import { describe, expect, it } from 'vitest'

import { parseCsv } from '#shared/domain/import/csv'
import type { Field } from '#shared/domain/import/field'
import { headerOf, joinedHeader } from '#shared/domain/import/header'
import { rowReader } from '#shared/domain/import/read-row'

const LIST: Field[] = ['fullName', 'phone', 'city']

/** Names that rows are about, in order; null where a line is none. */
function names(lines: readonly string[], fields = LIST) {
  const read = rowReader({
    columns: fields.map((field, index) => ({
      index,
      header: `H${index}`,
      rule: 'fill',
      order: 'dmy',
      field,
    })),
    width: fields.length,
    country: 'ES',
    source: null,
    emptyWords: [],
    zone: 'Europe/Madrid',
    today: '2026-03-10',
  })
  return parseCsv(lines.join('\n'), ';').map((record) => {
    const { values, problems } = read(record)
    const isFooter = problems.some(({ problem }) => problem === 'footer')
    expect(isFooter).toBe(isFooter && values.name === null)
    return isFooter ? 'footer' : (values.name?.name ?? null)
  })
}
const ANA = 'Ana Roa;600111222;Vic'

describe('lines of a report are no people', () => {
  it.each<[string, string[], (string | null)[]]>([
    ['a sum', [ANA, 'TOTAL: 3;;'], ['Ana Roa', 'footer']],
    ['a company that is called so', ['Total Energies;;'], ['Total Energies']],
    ['what is printed below', [ANA, 'Página 1 de 2;;'], ['Ana Roa', 'footer']],
    [
      'a lone line after the first of them',
      ['Suma;;', 'Con cariño;;', 'Y más;;'],
      ['footer', 'footer', 'footer'],
    ],
    ['also past a line of nobody', ['Suma;;', ';;Vic', 'Luz;;'], ['footer', null, 'footer']],
    ['until a row comes again', ['Suma;;', ANA, 'Luz;;'], ['footer', 'Ana Roa', 'Luz']],
    ['which a name and a place are', ['Suma;;', 'Bea;;Vic', 'Luz;;'], ['footer', 'Bea', 'Luz']],
    ['a lone name above them', ['Luz;;', 'Suma;;'], ['Luz', 'footer']],
  ])('%s', (_, lines, found) => expect(names(lines)).toEqual(found))
  it('in a list of two columns a lone name is a name', () => {
    expect(names(['Suma;', 'Luz;'], ['fullName', 'phone'])).toEqual(['Suma', 'Luz'])
  })
})

it('a short list has more lines around it than rows, and its header is found', () => {
  const text = [
    'Nosotros SL;;;',
    'Fecha: 10/03/2026;;;',
    'Listado: Potenciales;;;',
    ';;;',
    'Cód.;Nombre fiscal;Contacto;Tfno.',
    '001;Aceros SL;Jon Lasa;944112233',
    '002;Brasas SA;Eva Gil;954112233',
    ';;;',
    'Total clientes: 2;;;',
  ].join('\n')
  expect(headerOf(parseCsv(text, ';'))).toEqual({ headerLine: 5, headerRows: 1 })
  // One column, of which some rows have a note.
  const lone = ['Listado', 'Ana', 'Eva', 'Luz;llamar', 'Bea', 'Noa', 'Sol'].join('\n')
  expect(headerOf(parseCsv(lone, ';')).headerLine).toBe(1)
})

describe('a header of two rows', () => {
  it.each<[string, string, number, number]>([
    ['whose names are needed twice', 'Contacto;;Empresa;\nNombre;Tel;Nombre;Ciudad\nAna;6;Roa;Vic', 1, 2],
    [
      'that is none, its names being enough',
      'Contacto;;Empresa;\nNombre;Tel;Razón;Ciudad\nAna;6;Roa;Vic',
      2,
      1,
    ],
    [
      'that is none, a line standing between',
      'Contacto;;Empresa;\n\nNombre;Tel;Nombre;Ciudad\nAna;6;Roa;Vic',
      3,
      1,
    ],
    [
      'below which stand figures',
      'Contacto;;Empresa\nNombre;Tel;Nombre\nAna;600111222;Roa\nEva;600111333;Gil',
      1,
      2,
    ],
    ['that is none, below it standing the same', 'Nombre;;Empresa\nAna;Roa;Acme\nEva;Gil;Forjas', 1, 1],
    ['that is none, one known name being too few', 'Nombre;Xyz;Qwe;2025\nAna;1;2;3', 0, 1],
  ])('%s', (_, text, headerLine, headerRows) =>
    expect(headerOf(parseCsv(text, ';'))).toEqual({ headerLine, headerRows }),
  )
  it('joins a group with each name below it, once', () => {
    expect(
      joinedHeader([
        ['Contacto', '', '', 'Nombre'],
        ['Nombre', 'Tel', '', 'Nombre'],
      ]),
    ).toEqual(['Contacto Nombre', 'Contacto Tel', '', 'Nombre'])
  })
})
