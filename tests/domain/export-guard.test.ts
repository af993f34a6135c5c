import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'

import { csvOf } from '#shared/domain/export/csv'
import { guard, unguard } from '#shared/domain/export/guard'

const naughty = JSON.parse(readFileSync('../shared/data/naughty/blns.json', 'utf8')) as string[]
const payloads = readFileSync('../shared/data/csv-injection/csv-payload.txt', 'utf8')
  .split(/\r?\n/)
  .filter(Boolean)
const hostile = [...naughty, ...payloads]
const PHONES = ['+34915551212', '+34 612 345 678', '+442079460123', '+12025550123 x12']

/** What a spreadsheet might run. A number with its country is a sum of nothing at worst. */
const mayRun = (cell: string) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !/^\+\d[\d ]+( x\d+)?$/.test(cell)

const cells = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(...hostile),
  fc.stringMatching(/^'{0,3}[=+@-]?[a-z0-9+]{0,6}$/),
)

describe('the guard', () => {
  it('leaves nothing that runs, of 485 naughty strings and 6 payloads', () => {
    expect(hostile.length).toBeGreaterThan(485)
    expect(hostile.filter((cell) => mayRun(guard(cell)))).toEqual([])
    expect(payloads.filter((cell) => guard(cell) !== cell).length).toBeGreaterThanOrEqual(5)
  })

  it.each(PHONES)('leaves %s as it is dialled', (phone) => expect(guard(phone)).toBe(phone))

  it.each(['+1+cmd|x', '+34612 =1', '-34915551212', "+34'1'", '+SUM(1)'])('keeps %s from running', (cell) =>
    expect(guard(cell)).toBe(`'${cell}`),
  )

  it('is taken away again exactly, whatever the cell', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        expect(unguard(guard(cell))).toBe(cell)
        expect(mayRun(guard(cell))).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps apostrophes that are no guard', () => {
    for (const cell of ["'s-Hertogenbosch", "'", "''", "O'Neill", "'twas"]) expect(unguard(cell)).toBe(cell)
  })
})

describe('a CSV', () => {
  it('reads back as what was written', () => {
    const rows = fc.array(fc.array(cells, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(rows, fc.boolean(), (written, bom) => {
        const text = csvOf(written, { bom })
        expect(text.startsWith('\uFEFF')).toBe(bom)
        const { data, errors } = Papa.parse<string[]>(text.slice(bom ? 1 : 0), {
          delimiter: ',',
          newline: '\r\n',
        })
        expect(errors).toEqual([])
        expect(data.slice(0, -1).map((row) => row.map(unguard))).toEqual(written)
      }),
    )
  })

  it('ends every line with CRLF and quotes what another delimiter would split', () => {
    expect(csvOf([['a', 'b;c', 'say "so"']], { bom: false })).toBe('a,"b;c","say ""so"""\r\n')
  })
})
