import fc from 'fast-check'
import { expect, it } from 'vitest'

import { emptyBy, trimmed } from '#shared/domain/import/cell'
import { fold } from '#shared/lib/fold'

const WORDS = ['Select', 'N/A', '#N/A', 'NULL', '-', '—', 'n/d', 'ＮＵＬＯ', 'ñ', '0']
const isEmpty = emptyBy(WORDS)

it('a cell is empty when it is blank or one of the words, in whatever case, accents, width and spaces', () => {
  for (const cell of [
    '',
    ' ',
    '\u00a0',
    'select',
    ' NULL ',
    'null',
    'ＮＵＬＬ',
    'nulo',
    'N\u0303',
    'n/D',
    '0',
    '—',
  ])
    expect([cell, isEmpty(cell)]).toEqual([cell, true])
  for (const cell of ['selected', 'none', '00', 'Ana', '9', '--'])
    expect([cell, isEmpty(cell)]).toEqual([cell, false])
})

it('so says folding every cell as well', () => {
  const folded = new Set(WORDS.map(fold))
  const letters = fc.constantFrom(...Array.from('sSeElLcCtTnN/aA#uUdD-—0oOñÑ９０Ｎ \u0303\u00a0xX1'))
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: letters, maxLength: 7 }), fc.string()), (cell) => {
      expect(isEmpty(cell)).toBe(cell.trim() === '' || folded.has(fold(cell)))
    }),
    { numRuns: 2000 },
  )
})

it('only the padding of spreadsheets is taken off a cell', () => {
  const letters = fc.constantFrom(...Array.from(' \t\r\n\u00a0a\u2003ñ\u0301'))
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 6 }), (cell) => {
      expect(trimmed(cell)).toBe(cell.replace(/^[ \t\r\n\u00a0]+/, '').replace(/[ \t\r\n\u00a0]+$/, ''))
    }),
    { numRuns: 1000 },
  )
})
