import fc from 'fast-check'
import { expect, it } from 'vitest'

import { parseCsv } from '#shared/domain/import/csv'
import { delimiterOf } from '#shared/domain/import/delimiter'
import { shown } from '#shared/domain/import/entity'
import { unmojibaked } from '#shared/domain/import/mojibake'

it.each([
  ['Mu&ntilde;oz &amp; Hijos', 'Muñoz & Hijos'],
  ['Gil &#39;SA&#39; &#x20ac;', "Gil 'SA' €"],
  ['&Aacute;lvarez &ordm;', 'Álvarez º'],
])('%s', (cell, meant) => {
  expect(shown(cell)).toBe(meant)
  expect(unmojibaked(cell)).toBe(meant)
})
it.each(['R&D; AT&T', 'Roa & Gil', 'a&b;c', '&nosuch;', '&#1;'])('%s stays', (cell) => {
  expect(shown(cell)).toBe(cell)
  expect(unmojibaked(cell)).toBeNull()
})

it('the semicolon of a sign of pages parts no cells', () => {
  const text =
    'Nombre;Empresa;Tel\nAna Mu&ntilde;oz;Roa &amp; Hijos;600111001\nEva;"Gil &amp; Paz";600111002\nR&D;AT&T;1\n'
  expect(delimiterOf(text)).toBe(';')
  expect(parseCsv(text, ';').map(({ cells }) => cells)).toEqual([
    ['Nombre', 'Empresa', 'Tel'],
    ['Ana Mu&ntilde;oz', 'Roa &amp; Hijos', '600111001'],
    ['Eva', 'Gil &amp; Paz', '600111002'],
    ['R&D', 'AT&T', '1'],
  ])
})
it('law: any cells that end in no such sign come back whole', () => {
  const cell = fc.constantFrom('a', '&', 'amp', '&amp;', 'Mu&ntilde;oz', 'R&D', '')
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
      expect(parseCsv(cells.join(';'), ';')[0]?.cells ?? ['']).toEqual(cells)
    }),
  )
})
